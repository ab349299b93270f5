import { Button, Chip, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useViewer } from '../../app/session';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { KeysHelp } from '../../ui/KeysHelp';
import { More } from '../../ui/More';
import { Page, PageSkeleton } from '../../ui/Page';
import { isOneOf, UnknownFilters } from '../../ui/UnknownFilters';
import { hasDisputes } from './area';
import { DisputeTable } from './DisputeTable';
import { type Side, useSide } from './side';
import { type DisputeList, useDisputes } from './useDisputes';
import { KINDS, REASONS, type ShownState, STATES, useView, type View } from './view';

/** The list of disputes, for those who have any. */
export function DisputesPage() {
  return hasDisputes(useViewer()) ? <Disputes /> : <Missing />;
}

/** The disputes of the viewer's organisation; for the platform the queue, what is due first at the top. */
function Disputes() {
  const { t } = useTranslation('disputes');
  const side = useSide();
  const view = useView();
  const list = useDisputes(view);
  return (
    <Page title={t(`list.title.${side}`)} lead={t(`list.lead.${side}`)} actions={<ListKeys side={side} />}>
      <Filters view={view} side={side} />
      <UnknownFilters
        filters={[
          { name: 'state', what: t('column.state'), knows: isOneOf([...STATES, 'ALL']) },
          { name: 'kind', what: t('list.kind'), knows: isOneOf(KINDS) },
          { name: 'reason', what: t('list.reason'), knows: isOneOf(REASONS) },
        ]}
      />
      <div aria-live="polite">
        {list.news > 0 && (
          <Button variant="light" size="xs" onClick={list.refresh}>
            {t('list.news', { count: list.news })}
          </Button>
        )}
      </div>
      <Rows list={list} view={view} side={side} />
    </Page>
  );
}

function ListKeys({ side }: { side: Side }) {
  const { t } = useTranslation('disputes');
  const keys = [
    { name: 'j', does: t('keys.down') },
    { name: 'k', does: t('keys.up') },
    { name: 'Enter', does: t('keys.open') },
  ];
  const decide = [
    { name: 'a', does: t('keys.openToAccept') },
    { name: 'r', does: t('keys.openToReject') },
  ];
  return <KeysHelp keys={side === 'PLATFORM' ? [...keys, ...decide] : keys} />;
}

function Filters({ view, side }: { view: View; side: Side }) {
  const { t } = useTranslation('disputes');
  const words = (state: ShownState): string => {
    if (state === 'ALL') return t('list.all');
    if (state === 'REVIEW' && side === 'PLATFORM') return t('list.toDecide');
    if (state === 'OPEN' && side === 'AGENCY') return t('list.toAnswer');
    return t(`common:disputeState.${state}`);
  };
  const states: ShownState[] = side === 'PLATFORM' ? ['REVIEW', 'OPEN', ...STATES.slice(2), 'ALL'] : ['ALL', ...STATES];
  return (
    <Group gap="sm" justify="space-between" align="flex-end">
      <Chip.Group value={view.state} onChange={(state) => view.show({ state: state })}>
        <Group gap={6} role="radiogroup" aria-label={t('list.state')}>
          {states.map((state) => (
            <Chip key={state} value={state} size="sm" variant="outline">
              {words(state)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Group gap="sm">
        <Select
          aria-label={t('list.kind')}
          placeholder={t('list.anyKind')}
          data={KINDS.map((kind) => ({ value: kind, label: t(`common:disputeKind.${kind}`) }))}
          value={view.kind}
          onChange={(kind) => view.show({ kind })}
          clearable
          clearButtonProps={{ 'aria-label': t('list.anyKind') }}
          w={{ base: 240, sm: 210 }}
          size="sm"
        />
        <Select
          aria-label={t('list.reason')}
          placeholder={t('list.anyReason')}
          data={REASONS.map((reason) => ({ value: reason, label: t(`common:disputeReason.${reason}`) }))}
          value={view.reason}
          onChange={(reason) => view.show({ reason })}
          clearable
          clearButtonProps={{ 'aria-label': t('list.anyReason') }}
          w={{ base: 240, sm: 210 }}
          size="sm"
        />
      </Group>
    </Group>
  );
}

function Rows({ list, view, side }: { list: DisputeList; view: View; side: Side }) {
  const { disputes, error, more, refresh } = list;
  if (error && !disputes) return <Failure error={error} onRetry={refresh} />;
  if (!disputes) return <PageSkeleton />;
  if (disputes.length === 0) return <Nothing view={view} side={side} />;
  return (
    <>
      <DisputeTable disputes={disputes} search={view.search} />
      {more && <More load={more} />}
    </>
  );
}

/** An empty list says why it is empty: nothing of this kind, or nothing at all yet. */
function Nothing({ view, side }: { view: View; side: Side }) {
  const { t } = useTranslation('disputes');
  const navigate = useNavigate();
  if (side === 'PLATFORM' && view.state === 'REVIEW' && !view.reason && !view.kind) {
    return (
      <Empty
        title={t('empty.queue')}
        text={t('empty.queueText')}
        action={{ label: t('empty.seeOpen'), onClick: () => view.show({ state: 'OPEN' }) }}
      />
    );
  }
  if (view.state !== 'ALL' || view.reason || view.kind) {
    return (
      <Empty
        title={t('empty.filtered')}
        action={{ label: t('empty.seeAll'), onClick: () => view.show({ state: 'ALL', reason: null, kind: null }) }}
      />
    );
  }
  const toCards = { label: t('empty.toCards'), onClick: () => void navigate('/cards') };
  return (
    <Empty title={t('empty.title')} text={t(`empty.text.${side}`)} {...(side === 'BUYER' ? { action: toCards } : {})} />
  );
}
