import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useFormats } from '../../app/format';
import { useSession } from '../../app/session';
import { type QuarantinedFieldsFragment, StaffLeadDocument } from '../../generated/admin';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { ConsentRecord } from './ConsentRecord';
import { Calls, Findings, LeadFacts } from './LeadParts';
import { RevealContact } from './RevealContact';
import styles from './quarantine.module.css';

/** Any lead, whatever became of it, for those who moderate or decide disputes; nothing is decided here. */
export function StaffLeadPage() {
  const { id = '' } = useParams();
  const { may } = useSession();
  const mayOpen = may('MODERATE_LEADS') || may('DECIDE_DISPUTES');
  const { data, error, refetch } = useQuery(StaffLeadDocument, { variables: { id }, skip: !mayOpen });
  if (!mayOpen) return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return data.lead ? <StaffLead lead={data.lead} /> : <Missing />;
}

function StaffLead({ lead }: { lead: QuarantinedFieldsFragment }) {
  const { t } = useTranslation('admin');
  const { moment } = useFormats();
  const { may } = useSession();
  const { id, state, decision, preview, recordings } = lead;
  const why = decision && t('staffLead.decided', { reason: decision.reason, moment: moment(decision.at) });
  return (
    <Page
      title={preview.text || t('staffLead.erased')}
      lead={
        <>
          {[t(`staffLead.state.${state}`), why].filter(Boolean).join(' · ')}{' '}
          {state === 'QUARANTINED' && may('MODERATE_LEADS') && (
            <Anchor component={Link} to={`/admin/quarantine?lead=${id}`} inherit>
              {t('staffLead.decide')}
            </Anchor>
          )}
        </>
      }
    >
      <article className={styles.case}>
        <LeadFacts lead={lead} />
        <Findings lead={lead} />
        <ConsentRecord consent={lead.consent} />
        {recordings.length > 0 && <Calls recordings={recordings} />}
        {state !== 'ERASED' && <RevealContact leadId={id} />}
      </article>
    </Page>
  );
}
