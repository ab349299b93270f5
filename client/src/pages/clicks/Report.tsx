import { useQuery } from '@apollo/client/react';
import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../app/address';
import { saveAs } from '../../app/download';
import { useFormats } from '../../app/format';
import { useViewer } from '../../app/session';
import { type ClickReportBy, ClickReportDocument, type ClickReportQuery } from '../../generated/clicks';
import { DownloadButton } from '../../ui/DownloadButton';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { PageSkeleton } from '../../ui/Page';
import { figures, Table } from '../../ui/Table';
import { reportCsv } from './reportCsv';
import { VERDICTS } from './verdicts';
import styles from './clicks.module.css';

type Row = ClickReportQuery['clickReport'][number];

const BY: readonly ClickReportBy[] = ['DAY', 'CAMPAIGN', 'AGENCY', 'SUB_ID', 'REGION', 'VERDICT'];

const DAYS_SHOWN = 30;
const DAY_MS = 86_400_000;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Sums of clicks over days, by what one chooses; the address says what. */
export function Report({ campaignId }: { campaignId: string | null }) {
  const { t } = useTranslation('clicks');
  const isAgency = useViewer().organisation.kind === 'AGENCY';
  const { by, from, to, choose } = useReportChoice();
  const { data, error, refetch } = useQuery(ClickReportDocument, { variables: { by, from, to, campaignId } });
  // Of one campaign there is no sum by campaign, and an agency is the only one of its own clicks.
  const choices = BY.filter((one) => (one !== 'CAMPAIGN' || campaignId === null) && (one !== 'AGENCY' || !isAgency));
  const rows = data?.clickReport ?? [];
  return (
    <section aria-label={t('report.title')}>
      <div className={styles.filters}>
        <Select
          label={t('report.by')}
          allowDeselect={false}
          data={choices.map((one) => ({ value: one, label: t(`report.bys.${one}`) }))}
          value={by}
          onChange={(one) => one && choose('by', one)}
        />
        <TextInput
          type="date"
          label={t('report.from')}
          max={to}
          value={from}
          onChange={({ currentTarget }) => choose('from', currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('report.to')}
          min={from}
          value={to}
          onChange={({ currentTarget }) => choose('to', currentTarget.value)}
        />
      </div>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <PageSkeleton rows={4} />}
      {data && rows.length === 0 && <Empty title={t('report.none')} text={t('report.noneMeans')} />}
      {rows.length > 0 && <ReportTable by={by} rows={rows} name={`clicks-${by.toLowerCase()}-${from}-${to}.csv`} />}
    </section>
  );
}

function ReportTable({ by, rows, name }: { by: ClickReportBy; rows: readonly Row[]; name: string }) {
  const { t } = useTranslation('clicks');
  const { number, percent, day } = useFormats();
  // What was found of a click is not what became of its visitor.
  const tellsConverted = by !== 'VERDICT';
  const save = (): Promise<null> => {
    saveAs(name, new Blob([reportCsv(by, rows)], { type: 'text/csv;charset=utf-8' }));
    return Promise.resolve(null);
  };
  const nameOf = ({ key, label }: Row): string => {
    if (by === 'VERDICT') return VERDICTS.some((verdict) => verdict === key) ? t(`verdict.${key}`) : label;
    if (by === 'DAY' && /^\d{4}-\d\d-\d\d$/.test(key)) return day(`${key}T12:00:00`);
    return label || t('report.noSubId');
  };
  return (
    <>
      <Table
        caption={t('report.title')}
        columns={[
          t(`report.bys.${by}`),
          ...figures([
            ...['report.seen', 'report.valid', 'report.share', 'report.spent'].map((key) => t(key)),
            ...(tellsConverted ? [t('report.converted'), t('report.cost')] : []),
          ]),
        ]}
      >
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{nameOf(row)}</th>
              <td className="lb-number">{number(row.seen)}</td>
              <td className="lb-number">{number(row.valid)}</td>
              <td className="lb-number">{row.seen > 0 ? percent(row.valid / row.seen) : '–'}</td>
              <td className="lb-number">
                <Money value={row.spent} />
              </td>
              {tellsConverted && <Converted row={row} />}
            </tr>
          ))}
        </tbody>
      </Table>
      <Group justify="flex-end" mt="sm">
        <DownloadButton size="xs" label={t('report.export')} name={name} save={save} />
      </Group>
    </>
  );
}

function Converted({ row: { converted, convertedByBrowser, convertedQuickly, costPerConversion } }: { row: Row }) {
  const { t } = useTranslation('clicks');
  const { number } = useFormats();
  const told = [
    ...(convertedByBrowser ? [t('report.byBrowser', { count: convertedByBrowser })] : []),
    ...(convertedQuickly ? [t('report.quick', { count: convertedQuickly })] : []),
  ];
  return (
    <>
      <td className="lb-number">
        {number(converted ?? 0)}
        {told.length > 0 && <span className={styles.why}>{told.join(', ')}</span>}
      </td>
      <td className="lb-number">{costPerConversion ? <Money value={costPerConversion} /> : '–'}</td>
    </>
  );
}

function useReportChoice() {
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const [today] = useState(() => Date.now());
  const given = (name: string, unsaid: string): string => {
    const text = params.get(name) ?? '';
    return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : unsaid;
  };
  return {
    by: BY.find((one) => one === params.get('by')) ?? 'DAY',
    from: given('from', dayOf(today - (DAYS_SHOWN - 1) * DAY_MS)),
    to: given('to', dayOf(today)),
    choose: (name: 'by' | 'from' | 'to', value: string): void =>
      changeAddress(
        (before) => {
          const after = new URLSearchParams(before);
          if (value) after.set(name, value);
          else after.delete(name);
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}
