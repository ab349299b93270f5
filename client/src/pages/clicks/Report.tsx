import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ClickReportDocument } from '../../generated/clicks';
import { UsageReport } from '../campaigns/usage/UsageReport';
import { useReportChoice } from '../campaigns/usage/useReportChoice';
import { CSV_OF_CLICKS } from './reportCsv';
import { VERDICTS } from './verdicts';

/** Sums of clicks over days, with what became of their visitors. */
export function Report({ campaignId }: { campaignId: string | null }) {
  const { t } = useTranslation('clicks');
  const choice = useReportChoice();
  const { by, from, until: to } = choice;
  const { data, error, refetch } = useQuery(ClickReportDocument, { variables: { by, from, to, campaignId } });
  return (
    <UsageReport
      model="CLICK"
      choice={choice}
      campaignId={campaignId}
      rows={data?.clickReport}
      total={data?.total[0]}
      error={error}
      onRetry={() => void refetch()}
      wordOf={(verdict) => (VERDICTS.some((one) => one === verdict) ? t(`verdict.${verdict}`) : null)}
      convertedHow={({ convertedByBrowser, convertedQuickly }) => [
        ...(convertedByBrowser ? [t('report.byBrowser', { count: convertedByBrowser })] : []),
        ...(convertedQuickly ? [t('report.quick', { count: convertedQuickly })] : []),
      ]}
      csv={CSV_OF_CLICKS}
    />
  );
}
