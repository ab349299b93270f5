import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { QuarantineDocument, StaffLeadDocument } from '../../generated/admin';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { KeysHelp } from '../../ui/KeysHelp';
import { More } from '../../ui/More';
import { Page, PageSkeleton } from '../../ui/Page';
import { useKeys } from '../../ui/useKeys';
import { Only } from './Only';
import { QuarantineCase } from './QuarantineCase';
import { QuarantineList } from './QuarantineList';
import styles from './quarantine.module.css';

const KEYS = { j: 'next', k: 'before', a: 'release', r: 'reject' } as const;

/** The leads that the checks were not sure of, the longest waiting first, one decided after the other. */
export function QuarantinePage() {
  const { t } = useTranslation('admin');
  return (
    <Only permission="MODERATE_LEADS">
      <Page
        title={t('quarantine.title')}
        lead={t('quarantine.lead')}
        actions={
          <KeysHelp keys={Object.entries(KEYS).map(([name, what]) => ({ name, does: t(`quarantine.keys.${what}`) }))} />
        }
      >
        <Queue />
      </Page>
    </Only>
  );
}

function Queue() {
  const { t } = useTranslation('admin');
  const [params, setParams] = useSearchParams();
  const [hasMoved, setHasMoved] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(QuarantineDocument);
  const { nodes = [], pageInfo } = data?.quarantine ?? {};
  // A decided lead has left quarantine in the cache, and so this list.
  const waiting = nodes.filter(({ state }) => state === 'QUARANTINED');
  const askedId = params.get('lead');
  const asked = waiting.findIndex(({ id }) => id === askedId);
  // Never another case than the one that was asked for: one that is not listed yet is fetched alone.
  const isAlone = askedId !== null && !nodes.some(({ id }) => id === askedId);
  const place = isAlone ? -1 : Math.max(0, asked);
  const current = waiting[place];

  const go = (to: number): void => {
    const lead = waiting[to];
    if (!lead) return;
    setHasMoved(true);
    setParams({ lead: lead.id }, { replace: true });
  };
  const toFirst = (): void => setParams({}, { replace: true });
  const more = () =>
    fetchMore({
      variables: { after: pageInfo?.endCursor },
      updateQuery: (shown, { fetchMoreResult: { quarantine } }) => ({
        quarantine: { ...quarantine, nodes: [...shown.quarantine.nodes, ...quarantine.nodes] },
      }),
    });
  const goOn = (): void => {
    const next = waiting[place + 1] ? place + 1 : place - 1;
    if (waiting[next]) go(next);
    else toFirst();
  };
  const decided = (): void => {
    goOn();
    if (waiting.length < 5 && pageInfo?.hasNextPage) void more();
  };
  const stale = (): void => {
    goOn();
    void refetch();
  };
  useKeys({ j: () => go(place + 1), k: () => go(place - 1) });

  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const onMore = pageInfo?.hasNextPage ? more : undefined;
  if (isAlone) {
    return (
      <div className={styles.desk}>
        <QuarantineList leads={waiting} currentId={askedId} onMore={onMore} />
        <LoneCase key={askedId} id={askedId} onDecided={decided} onStale={stale} />
      </div>
    );
  }
  if (!current && pageInfo?.hasNextPage) {
    return (
      <Empty title={t('quarantine.further')}>
        <More load={more} />
      </Empty>
    );
  }
  if (!current) return <Empty title={t('quarantine.empty')} text={t('quarantine.emptyMeans')} />;
  return (
    <div className={styles.desk}>
      <QuarantineList leads={waiting} currentId={current.id} onMore={onMore} />
      <QuarantineCase
        key={current.id}
        lead={current}
        takesFocus={hasMoved}
        position={{ place: place + 1, count: waiting.length }}
        onMove={(steps) => go(place + steps)}
        onDecided={decided}
        onStale={stale}
      />
    </div>
  );
}

/** A case that the list does not hold: fetched alone; one that waits no longer is said to be decided. */
function LoneCase({ id, onDecided, onStale }: { id: string; onDecided(): void; onStale(): void }) {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useQuery(StaffLeadDocument, { variables: { id } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { lead } = data;
  if (!lead) return <Empty title={t('quarantine.unknown')} action={{ label: t('quarantine.first'), to: '?' }} />;
  if (lead.state !== 'QUARANTINED') {
    return (
      <Empty
        title={t('quarantine.decided', { state: t(`staffLead.state.${lead.state}`) })}
        text={lead.decision?.reason}
        action={{ label: t('staffLead.open'), to: `/admin/leads/${id}` }}
      />
    );
  }
  return (
    <QuarantineCase
      lead={lead}
      takesFocus={false}
      position={null}
      onMove={() => undefined}
      onDecided={onDecided}
      onStale={onStale}
    />
  );
}
