import { useTranslation } from 'react-i18next';
import { AgencyUsagePage } from '../campaigns/usage/AgencyUsagePage';
import { BatchList } from './BatchList';
import { ClickList } from './ClickList';
import { Report } from './Report';

/** What became of the visitors that the agency sent, over all campaigns. */
export function ClicksPage() {
  const { t } = useTranslation('clicks');
  return (
    <AgencyUsagePage
      model="CLICK"
      title={t('pageTitle')}
      lead={t('lead')}
      viewsOf={(liveOf) => [
        { name: 'clicks', label: t('view.clicks'), panel: <ClickList campaignId={null} liveOf={liveOf} /> },
        { name: 'batches', label: t('view.batches'), panel: <BatchList campaignId={null} /> },
        { name: 'report', label: t('view.report'), panel: <Report campaignId={null} /> },
      ]}
    />
  );
}
