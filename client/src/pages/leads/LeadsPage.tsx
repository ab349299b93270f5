import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../app/session';
import { AgencyLeadsDocument, type LeadFilter, UnlistedCountDocument } from '../../generated/leads';
import { Missing } from '../../app/fallbacks';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { Page, PageSkeleton } from '../../ui/Page';
import { RowKeys } from '../../ui/RowKeys';
import { FaultNote } from './FaultNote';
import { FIRST_FILTER, LeadFilters } from './LeadFilters';
import { LeadStates } from './LeadStates';
import { LeadTable } from './LeadTable';
import { type LeadRow } from './leadKinds';
import { ListLeadsDialog } from './ListLeadsDialog';
import { LotDialog } from './LotDialog';
import { PickBar } from './PickBar';
import { usePicked } from './usePicked';
import { type ChosenLeads, useLeadFilter } from './useLeadFilter';
import type { ToList } from './useToList';

/** The agency's leads: find them by their facts, see what was found of them, put them on sale. */
export function LeadsPage() {
  const { t } = useTranslation('leads');
  const { viewer, may } = useSession();
  const chosen = useLeadFilter();
  if (viewer?.organisation.kind !== 'AGENCY') return <Missing />;
  const { filter, fault } = chosen;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <RowKeys mark="[data-lead]" filter={{ id: FIRST_FILTER, does: t('filter.key') }} />
          {may('UPLOAD_LEADS') && (
            <Button component={Link} to="/upload" variant="default">
              {t('upload')}
            </Button>
          )}
        </>
      }
    >
      <LeadStates state={chosen.choices.state} onChange={(state) => chosen.choose('state', state)} />
      <LeadFilters chosen={chosen} />
      {fault && <FaultNote fault={fault} onDrop={chosen.drop} />}
      {!fault && !filter && <PageSkeleton />}
      {filter && <LeadList chosen={chosen} filter={filter} mayList={may('LIST_LEADS')} />}
    </Page>
  );
}

type Opened = { dialog: 'list'; chosen: ToList } | { dialog: 'lot'; leads: readonly LeadRow[] };

function LeadList({ chosen, filter, mayList }: { chosen: ChosenLeads; filter: LeadFilter; mayList: boolean }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const picked = usePicked();
  const { data, previousData, error, refetch, fetchMore } = useQuery(AgencyLeadsDocument, {
    variables: { filter },
  });
  const canListAll = mayList && (!chosen.choices.state || chosen.choices.state === 'ACCEPTED');
  const unlisted = useQuery(UnlistedCountDocument, { variables: { filter }, skip: !canListAll });
  const page = (data ?? previousData)?.leads;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!page) return <PageSkeleton />;
  const { nodes, pageInfo } = page;

  const lookAgain = (): void => {
    void refetch();
    void unlisted.refetch();
  };
  const close = (hasChanged: boolean): void => {
    setOpened(null);
    if (hasChanged) picked.clear();
    // Also where nothing was done: the dialog may have found other leads than the page had counted.
    lookAgain();
  };
  const more = (): Promise<unknown> =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { leads } }) => ({
        leads: { ...leads, nodes: [...before.leads.nodes, ...leads.nodes] },
      }),
    });
  if (nodes.length === 0) return <NoLeads chosen={chosen} />;
  return (
    <>
      {canListAll && (
        <PickBar
          picked={picked.leads}
          all={unlisted.data?.unlistedLeadCount ?? null}
          onList={() => setOpened({ dialog: 'list', chosen: { leads: picked.leads } })}
          onListAll={() => setOpened({ dialog: 'list', chosen: { filter } })}
          onLot={() => setOpened({ dialog: 'lot', leads: picked.leads })}
          onClear={picked.clear}
        />
      )}
      <LeadTable
        leads={nodes}
        isPicked={picked.has}
        onPick={canListAll ? picked.pick : undefined}
        showsEvidence={chosen.choices.state === 'QUARANTINED'}
      />
      {pageInfo.hasNextPage && <More load={more} />}
      {opened?.dialog === 'list' && <ListLeadsDialog chosen={opened.chosen} onLooked={lookAgain} onClose={close} />}
      {opened?.dialog === 'lot' && <LotDialog leads={opened.leads} onClose={close} />}
    </>
  );
}

function NoLeads({ chosen: { choices, count, clear } }: { chosen: ChosenLeads }) {
  const { t } = useTranslation('leads');
  if (count > 0) {
    return <Empty title={t('empty.filtered')} action={{ label: t('filter.clear', { count }), onClick: clear }} />;
  }
  if (choices.state) return <Empty title={t(`empty.${choices.state}`)} />;
  return <Empty title={t('empty.title')} text={t('empty.text')} action={{ label: t('upload'), to: '/upload' }} />;
}
