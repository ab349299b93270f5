import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { UsagePage } from '../campaigns/usage/UsagePage';
import { BatchList } from './BatchList';
import { ClickList } from './ClickList';
import { PeopleOfClicks } from './PeopleOfClicks';
import { Report } from './Report';

/** What became of the visitors of all campaigns of an agency or a business, or of one. */
export function ClicksPage() {
  const { t } = useTranslation('clicks');
  const { kind } = useViewer().organisation;
  return (
    <UsagePage
      model="CLICK"
      title={t('pageTitle')}
      lead={t('lead', { context: kind })}
      viewsOf={({ campaignId, liveOf }) => [
        { name: 'clicks', label: t('view.clicks'), panel: <ClickList campaignId={campaignId} liveOf={liveOf} /> },
        { name: 'batches', label: t('view.batches'), panel: <BatchList campaignId={campaignId} /> },
        ...(kind === 'BUSINESS'
          ? [{ name: 'people', label: t('view.people'), panel: <PeopleOfClicks campaignId={campaignId} /> }]
          : []),
        { name: 'report', label: t('view.report'), panel: <Report campaignId={campaignId} /> },
      ]}
    />
  );
}
