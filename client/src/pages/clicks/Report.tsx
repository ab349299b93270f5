import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { ClickReportDocument, type ClickReportQuery } from '../../generated/clicks';
import { Money } from '../../ui/Money';
import styles from '../campaigns/usage/usage.module.css';
import { UsageReport } from '../campaigns/usage/UsageReport';
import { useReportChoice } from '../campaigns/usage/useReportChoice';
import { CSV_OF_CLICKS } from './reportCsv';
import { VERDICTS } from './verdicts';

type Row = ClickReportQuery['clickReport'][number];

/** Sums of clicks over days, with what became of their visitors. */
export function Report({ campaignId }: { campaignId: string | null }) {
  const { t } = useTranslation('clicks');
  const { percent } = useFormats();
  const choice = useReportChoice();
  const { by, from, until: to } = choice;
  const { data, error, refetch } = useQuery(ClickReportDocument, { variables: { by, from, to, campaignId } });
  const share = {
    label: t('campaigns:report.share'),
    cell: ({ seen, valid }: Row) => (seen > 0 ? percent(valid / seen) : '–'),
  };
  const converted = [
    { label: t('report.converted'), cell: (row: Row) => <Converted row={row} /> },
    {
      label: t('report.cost'),
      cell: ({ costPerConversion }: Row) => (costPerConversion ? <Money value={costPerConversion} /> : '–'),
    },
  ];
  return (
    <UsageReport
      model="CLICK"
      choice={choice}
      campaignId={campaignId}
      rows={data?.clickReport}
      error={error}
      onRetry={() => void refetch()}
      wordOf={(verdict) => (VERDICTS.some((one) => one === verdict) ? t(`verdict.${verdict}`) : null)}
      // What was found of a click is not what became of its visitor.
      columns={{ before: [share], behind: by === 'VERDICT' ? [] : converted }}
      csv={CSV_OF_CLICKS}
    />
  );
}

function Converted({ row: { converted, convertedByBrowser, convertedQuickly } }: { row: Row }) {
  const { t } = useTranslation('clicks');
  const { number } = useFormats();
  const told = [
    ...(convertedByBrowser ? [t('report.byBrowser', { count: convertedByBrowser })] : []),
    ...(convertedQuickly ? [t('report.quick', { count: convertedQuickly })] : []),
  ];
  return (
    <>
      {number(converted ?? 0)}
      {told.length > 0 && <span className={styles.why}>{told.join(', ')}</span>}
    </>
  );
}
