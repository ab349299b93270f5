import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type QuarantinedFieldsFragment, StaffLeadDocument } from '../../generated/admin';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { KeysHelp } from '../../ui/KeysHelp';
import { More } from '../../ui/More';
import { Page, PageSkeleton } from '../../ui/Page';
import { useKeys } from '../../ui/useKeys';
import { Only } from './Only';
import { QuarantineCase } from './QuarantineCase';
import { QuarantineList } from './QuarantineList';
import { useQuarantine } from './useQuarantine';
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

/** So many before the end of what is loaded, the next page comes by itself. */
const AHEAD = 5;

function Queue() {
  const { t } = useTranslation('admin');
  const [params, setParams] = useSearchParams();
  const [hasMoved, setHasMoved] = useState(false);
  const [cameByItself, setCameByItself] = useState(false);
  const { data, error, refetch, waiting, isListed, total, more } = useQuarantine();
  // Never another case than the one that was asked for: one that is not listed yet is fetched alone.
  const placeOf = (id: string | null): number =>
    id !== null && !isListed(id)
      ? -1
      : Math.max(
          0,
          waiting.findIndex((lead) => lead.id === id),
        );
  const askedId = params.get('lead');
  const place = placeOf(askedId);
  const current = waiting[place];

  const show = (lead: QuarantinedFieldsFragment | undefined): void => {
    if (!lead) return;
    setHasMoved(true);
    setParams({ lead: lead.id }, { replace: true });
  };
  const toFirst = (): void => setParams({}, { replace: true });
  // From the lead that the address names: keys may come faster than the page draws.
  const step = (steps: 1 | -1): void => {
    const to = placeOf(new URLSearchParams(window.location.search).get('lead')) + steps;
    // What does not come by itself can be asked for below the list.
    const next = to + AHEAD >= waiting.length ? more?.().catch(() => []) : undefined;
    if (to < waiting.length) show(waiting[to]);
    else void next?.then(([first]) => show(first));
  };
  const goOn = (): void => {
    setCameByItself(true);
    if (waiting[place + 1] || more) step(1);
    else if (waiting[place - 1]) step(-1);
    else toFirst();
  };
  const stale = (): void => {
    goOn();
    refetch();
  };
  const stepBy = (steps: 1 | -1): void => {
    setCameByItself(false);
    step(steps);
  };
  useKeys({ j: () => stepBy(1), k: () => stepBy(-1) });

  if (error && !data) return <Failure error={error} onRetry={refetch} />;
  if (!data) return <PageSkeleton />;
  if (askedId !== null && place < 0) {
    return (
      <div className={styles.desk}>
        <QuarantineList leads={waiting} currentId={askedId} onMore={more} />
        <LoneCase key={askedId} id={askedId} onDecided={goOn} onStale={stale} />
      </div>
    );
  }
  if (!current && more) {
    return (
      <Empty title={t('quarantine.further')}>
        <More load={more} />
      </Empty>
    );
  }
  if (!current) return <Empty title={t('quarantine.empty')} text={t('quarantine.emptyMeans')} />;
  return (
    <div className={styles.desk}>
      <QuarantineList leads={waiting} currentId={current.id} onMore={more} />
      <QuarantineCase
        key={current.id}
        lead={current}
        takesFocus={hasMoved}
        cameByItself={cameByItself}
        position={{ place: place + 1, total }}
        onMove={stepBy}
        onDecided={goOn}
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
      cameByItself={false}
      position={null}
      onMove={() => undefined}
      onDecided={onDecided}
      onStale={onStale}
    />
  );
}
