import { useTranslation } from 'react-i18next';
import { Missing } from '../../app/fallbacks';
import { useSession, useViewer } from '../../app/session';
import { Page } from '../../ui/Page';
import { CampaignTabs } from '../campaigns/CampaignTabs';
import { TelephonyNote } from '../campaigns/TelephonyNote';
import { NumberList } from './NumberList';

/** The phone numbers that an agency gives out. */
export function NumbersPage() {
  const { t } = useTranslation('calls');
  const { organisation, role } = useViewer();
  const { may } = useSession();
  if (organisation.kind !== 'AGENCY' || role === 'AGENT') return <Missing />;
  return (
    <Page title={t('numbers.title')} lead={t('numbers.lead')}>
      <CampaignTabs />
      <TelephonyNote />
      <NumberList campaignId={null} mayMake={may('UPLOAD_LEADS')} />
    </Page>
  );
}
