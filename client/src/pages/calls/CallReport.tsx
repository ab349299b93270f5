import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CallReportDocument } from '../../generated/calls';
import { UsageReport } from '../campaigns/usage/UsageReport';
import { useReportChoice } from '../campaigns/usage/useReportChoice';
import { VERDICTS } from './verdicts';

/** Sums of calls over days. */
export function CallReport({ campaignId }: { campaignId: string | null }) {
  const { t } = useTranslation('calls');
  const choice = useReportChoice();
  const { by, from, until: to } = choice;
  const { data, error, refetch } = useQuery(CallReportDocument, { variables: { by, from, to, campaignId } });
  return (
    <UsageReport
      model="CALL"
      choice={choice}
      campaignId={campaignId}
      rows={data?.callReport}
      total={data?.total[0]}
      error={error}
      onRetry={() => void refetch()}
      wordOf={(verdict) => (VERDICTS.some((one) => one === verdict) ? t(`verdict.${verdict}`) : null)}
    />
  );
}
