import { useTranslation } from 'react-i18next';
import { TelephonyNote } from '../campaigns/TelephonyNote';
import { AgencyUsagePage } from '../campaigns/usage/AgencyUsagePage';
import { CallList } from './CallList';
import { CallReport } from './CallReport';

/** What became of the callers that the agency brought, over all campaigns. */
export function CallsPage() {
  const { t } = useTranslation('calls');
  return (
    <AgencyUsagePage
      model="CALL"
      title={t('pageTitle')}
      lead={t('lead')}
      note={<TelephonyNote />}
      viewsOf={(liveOf) => [
        { name: 'calls', label: t('view.calls'), panel: <CallList campaignId={null} liveOf={liveOf} /> },
        { name: 'report', label: t('view.report'), panel: <CallReport campaignId={null} /> },
      ]}
    />
  );
}
