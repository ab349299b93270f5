import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { CallReportDocument, type CallReportQuery } from '../../generated/calls';
import styles from '../campaigns/usage/usage.module.css';
import { UsageReport } from '../campaigns/usage/UsageReport';
import { useReportChoice } from '../campaigns/usage/useReportChoice';
import { CSV_OF_CALLS, VERDICTS } from './verdicts';

type Row = CallReportQuery['callReport'][number];

/** Sums of calls over days. */
export function CallReport({ campaignId }: { campaignId: string | null }) {
  const { t } = useTranslation('calls');
  const choice = useReportChoice();
  const { by, from, until: to } = choice;
  const { data, error, refetch } = useQuery(CallReportDocument, { variables: { by, from, to, campaignId } });
  const billed = { label: t('verdict.BILLED'), cell: (row: Row) => <Billed row={row} /> };
  return (
    <UsageReport
      model="CALL"
      choice={choice}
      campaignId={campaignId}
      rows={data?.callReport}
      error={error}
      onRetry={() => void refetch()}
      wordOf={(verdict) => (VERDICTS.some((one) => one === verdict) ? t(`verdict.${verdict}`) : null)}
      columns={{ before: [billed], behind: [] }}
      csv={CSV_OF_CALLS}
    />
  );
}

/** How many were billed, and of all that share. */
function Billed({ row: { seen, billed } }: { row: Row }) {
  const { number, percent } = useFormats();
  return (
    <>
      {number(billed)}
      {seen > 0 && <span className={styles.why}>{percent(billed / seen)}</span>}
    </>
  );
}
