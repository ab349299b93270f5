import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { TelephonyNote } from '../campaigns/TelephonyNote';
import { UsagePage } from '../campaigns/usage/UsagePage';
import { CallList } from './CallList';
import { CallReport } from './CallReport';

/** What became of the callers of all campaigns of an agency or a business, or of one. */
export function CallsPage() {
  const { t } = useTranslation('calls');
  return (
    <UsagePage
      model="CALL"
      title={t('pageTitle')}
      lead={t('lead', { context: useViewer().organisation.kind })}
      note={<TelephonyNote />}
      viewsOf={({ campaignId, liveOf }) => [
        { name: 'calls', label: t('view.calls'), panel: <CallList campaignId={campaignId} liveOf={liveOf} /> },
        { name: 'report', label: t('view.report'), panel: <CallReport campaignId={campaignId} /> },
      ]}
    />
  );
}
