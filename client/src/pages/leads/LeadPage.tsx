import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useFormats } from '../../app/format';
import { useSession } from '../../app/session';
import { useLive } from '../../app/useLive';
import { LeadDetailsDocument, type LeadDetailsQuery, LeadListingChangedDocument } from '../../generated/leads';
import { Dotted } from '../../ui/Dotted';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { CheckPanel } from './CheckPanel';
import { ConsentPanel } from './ConsentPanel';
import { ContactPanel } from './ContactPanel';
import { isListable } from './leadKinds';
import { LeadSales } from './LeadSales';
import styles from './LeadPage.module.css';
import { LeadStateBadge } from './LeadStateBadge';
import { ListLeadsDialog } from './ListLeadsDialog';
import { LeadTimeline } from './LeadTimeline';
import { Facts, Panel } from '../../ui/Panel';
import { SourcePanel } from './SourcePanel';
import { RecordingsPanel } from './RecordingsPanel';
import { StandingPanel } from './StandingPanel';
import { useLeadName } from './useLeadName';
import { WithdrawDialog } from './WithdrawDialog';

export type LeadDetails = NonNullable<LeadDetailsQuery['lead']>;

/** One lead: its facts, what was found, its consent and what became of it. */
export function LeadPage() {
  const { id = '' } = useParams();
  const { viewer } = useSession();
  const isAgency = viewer?.organisation.kind === 'AGENCY';
  const { data, error, refetch } = useQuery(LeadDetailsDocument, { variables: { id }, skip: !isAgency });
  if (!isAgency) return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return data.lead ? <LeadView lead={data.lead} onChanged={() => void refetch()} /> : <Missing />;
}

function LeadView({ lead, onChanged }: { lead: LeadDetails; onChanged(): void }) {
  const { t } = useTranslation('leads');
  const { listing } = lead;
  const nameOf = useLeadName();
  useLive(LeadListingChangedDocument, { ids: listing ? [listing.id] : [] }, { isOff: !listing, heard: onChanged });
  return (
    <Page
      title={nameOf(lead)}
      lead={
        <Dotted>
          <Anchor component={Link} to="/leads" inherit>
            {t('title')}
          </Anchor>
          {lead.niche.path.map(({ name }) => name).join(' › ')}
          <LeadStateBadge state={lead.state} />
        </Dotted>
      }
      actions={<Actions lead={lead} onChanged={onChanged} />}
    >
      <div className={styles.columns}>
        <Stack gap="md">
          <StandingPanel listing={lead.listing} />
          <FactPanel lead={lead} />
          <CheckPanel lead={lead} />
          <LeadSales leadId={lead.id} sold={listing?.sold ?? 0} />
        </Stack>
        <Stack gap="md">
          <ContactPanel lead={lead} />
          <RecordingsPanel lead={lead} onChanged={onChanged} />
          <ConsentPanel lead={lead} />
          <SourcePanel source={lead.source} />
          <LeadTimeline lead={lead} />
        </Stack>
      </div>
    </Page>
  );
}

function Actions({ lead, onChanged }: { lead: LeadDetails; onChanged(): void }) {
  const { t } = useTranslation('leads');
  const { may } = useSession();
  const [opened, setOpened] = useState<'list' | 'withdraw' | null>(null);
  const close = (): void => setOpened(null);
  const isKept = lead.state === 'ACCEPTED' || lead.state === 'QUARANTINED';
  return (
    <>
      {isKept && may('UPLOAD_LEADS') && (
        <Button variant="default" onClick={() => setOpened('withdraw')}>
          {t('withdraw.open')}
        </Button>
      )}
      {isListable(lead) && may('LIST_LEADS') && <Button onClick={() => setOpened('list')}>{t('page.list')}</Button>}
      {opened === 'list' && (
        <ListLeadsDialog
          chosen={{ leads: [lead] }}
          onClose={(hasListed) => {
            close();
            if (hasListed) onChanged();
          }}
        />
      )}
      {opened === 'withdraw' && <WithdrawDialog lead={lead} onClose={close} />}
    </>
  );
}

function FactPanel({ lead }: { lead: LeadDetails }) {
  const { t } = useTranslation('leads');
  const { answer, moment } = useFormats();
  const places = [...new Set(lead.region.path.map(({ name }) => name))].reverse().join(', ');
  return (
    <Panel title={t('page.facts')}>
      <Facts
        facts={[
          [t('filter.region'), places],
          [t('filter.temperature'), t(`common:temperature.${lead.temperature}`)],
          [t('filter.kind'), t(`common:contactKind.${lead.contactKind}`)],
          [t('filter.channel'), t(`common:channel.${lead.channel}`)],
          [t('page.type'), t(`common:leadType.${lead.type}`)],
          [t('page.phone'), t(`line.${lead.preview.line ?? 'none'}`)],
          [t('page.email'), t(lead.preview.hasEmail ? 'page.given' : 'page.notGiven')],
          ...lead.preview.answers.map(
            ({ field, value }) => [field?.label ?? t('page.droppedQuestion'), answer(value)] as const,
          ),
          [t('page.capturedAt'), lead.capturedAt && moment(lead.capturedAt)],
          [t('page.externalId'), lead.externalId],
          [t('page.row'), lead.row],
        ]}
      />
    </Panel>
  );
}
