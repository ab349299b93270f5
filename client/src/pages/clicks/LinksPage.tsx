import { useTranslation } from 'react-i18next';
import { Missing } from '../../app/fallbacks';
import { useSession, useViewer } from '../../app/session';
import { Page } from '../../ui/Page';
import { CampaignTabs } from '../campaigns/CampaignTabs';
import { LinkList } from './LinkList';

/** The addresses that an agency gives out. */
export function LinksPage() {
  const { t } = useTranslation('clicks');
  const { organisation, role } = useViewer();
  const { may } = useSession();
  if (organisation.kind !== 'AGENCY' || role === 'AGENT') return <Missing />;
  return (
    <Page title={t('links.title')} lead={t('links.lead')}>
      <CampaignTabs />
      <LinkList campaignId={null} mayMake={may('UPLOAD_LEADS')} />
    </Page>
  );
}
