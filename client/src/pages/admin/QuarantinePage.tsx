import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { QuarantineDocument } from '../../generated/admin';
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
  const asked = waiting.findIndex(({ id }) => id === params.get('lead'));
  const place = Math.max(0, asked);
  const current = waiting[place];

  const go = (to: number): void => {
    const lead = waiting[to];
    if (!lead) return;
    setHasMoved(true);
    setParams({ lead: lead.id }, { replace: true });
  };
  const more = () =>
    fetchMore({
      variables: { after: pageInfo?.endCursor },
      updateQuery: (shown, { fetchMoreResult: { quarantine } }) => ({
        quarantine: { ...quarantine, nodes: [...shown.quarantine.nodes, ...quarantine.nodes] },
      }),
    });
  const goOn = (): void => go(place + 1 < waiting.length ? place + 1 : place - 1);
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
      <QuarantineList leads={waiting} currentId={current.id} onMore={pageInfo?.hasNextPage ? more : undefined} />
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
