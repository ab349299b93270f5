import { Group, Select, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { saveAs } from '../../../app/download';
import { useFormats } from '../../../app/format';
import { useViewer } from '../../../app/session';
import { DownloadButton } from '../../../ui/DownloadButton';
import { Empty } from '../../../ui/Empty';
import { Failure } from '../../../ui/Failure';
import { Money } from '../../../ui/Money';
import { PageSkeleton } from '../../../ui/Page';
import { figures, Table } from '../../../ui/Table';
import { isOneOf, UnknownFilters } from '../../../ui/UnknownFilters';
import type { UsageModel } from '../model';
import { type CsvColumn, reportCsv, type ReportRow } from './reportCsv';
import styles from './usage.module.css';
import { isDay, REPORT_BY, type ReportBy, type ReportChoice } from './useReportChoice';

const INPUT_FIRST = ['label', 'input', 'description', 'error'] as const;

interface Props<Row extends ReportRow> {
  model: UsageModel;
  choice: ReportChoice;
  /** Null: over all campaigns. */
  campaignId: string | null;
  /** Not there yet: undefined. */
  rows: readonly Row[] | undefined;
  /** The sum of all rows, also of those beyond what a report shows. */
  total: Row | undefined;
  error: unknown;
  onRetry(): void;
  /** The word for a verdict; null for what is none. */
  wordOf(verdict: string): string | null;
  /** What is said of those that converted. */
  convertedHow?(row: Row): string[];
  csv?: readonly CsvColumn<Row>[];
}

/** Sums of clicks or calls over days, by what one chooses; the address says what. */
export function UsageReport<Row extends ReportRow>(props: Props<Row>) {
  const { model, choice, campaignId, rows, error, onRetry } = props;
  const { t } = useTranslation('campaigns');
  const isAgency = useViewer().organisation.kind === 'AGENCY';
  const { day } = useFormats();
  const { by, from, to, choose } = choice;
  const context = model;
  // Of one campaign there is no sum by campaign, and an agency is the only one of its own clicks and calls.
  const choices = REPORT_BY.filter(
    (one) => (one !== 'CAMPAIGN' || campaignId === null) && (one !== 'AGENCY' || !isAgency),
  );
  const name = `${model.toLowerCase()}s-${by.toLowerCase()}-${from}-${to}.csv`;
  return (
    <section aria-label={t('report.title')}>
      <div className={styles.filters}>
        <Select
          label={t('report.by')}
          allowDeselect={false}
          data={choices.map((one) => ({ value: one, label: t(`report.bys.${one}`, { context }) }))}
          value={by}
          onChange={(one) => one && choose('by', one)}
        />
        <TextInput
          type="date"
          label={t('report.from')}
          // The box writes it as the browser does, which may be another way than that of the page.
          description={day(`${from}T12:00:00`)}
          inputWrapperOrder={[...INPUT_FIRST]}
          max={to}
          value={from}
          onChange={({ currentTarget }) => choose('from', currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('report.to')}
          description={day(`${to}T12:00:00`)}
          inputWrapperOrder={[...INPUT_FIRST]}
          min={from}
          value={to}
          onChange={({ currentTarget }) => choose('to', currentTarget.value)}
        />
      </div>
      <UnknownFilters
        filters={[
          { name: 'by', what: t('report.by'), knows: isOneOf(REPORT_BY) },
          { name: 'from', what: t('report.from'), knows: isDay },
          { name: 'to', what: t('report.to'), knows: isDay },
        ]}
      />
      {Boolean(error) && !rows && <Failure error={error} onRetry={onRetry} />}
      {!error && !rows && <PageSkeleton rows={4} />}
      {rows?.length === 0 && <Empty title={t('report.none', { context })} text={t('report.noneMeans', { context })} />}
      {rows && rows.length > 0 && <ReportTable {...props} by={by} rows={rows} name={name} />}
    </section>
  );
}

interface TableProps<Row extends ReportRow> extends Pick<
  Props<Row>,
  'model' | 'total' | 'wordOf' | 'convertedHow' | 'csv'
> {
  by: ReportBy;
  rows: readonly Row[];
  /** Of the file. */
  name: string;
}

function ReportTable<Row extends ReportRow>(props: TableProps<Row>) {
  const { model, by, rows, total, name, wordOf, convertedHow = () => [], csv = [] } = props;
  const { t } = useTranslation('campaigns');
  const { day } = useFormats();
  const context = model;
  const save = (): Promise<null> => {
    saveAs(name, new Blob([reportCsv(by, rows, csv)], { type: 'text/csv;charset=utf-8' }));
    return Promise.resolve(null);
  };
  const nameOf = ({ key, label }: ReportRow): string => {
    if (by === 'VERDICT') return wordOf(key) ?? label;
    if (by === 'DAY' && /^\d{4}-\d\d-\d\d$/.test(key)) return day(`${key}T12:00:00`);
    return (by === 'SUB_ID' ? key : label) || t('report.noSubId');
  };
  // What was found of a click is not what became of its visitor.
  const hasConverted = rows.some(({ converted }) => typeof converted === 'number');
  const cellsOf = (row: Row) => <Cells model={model} row={row} how={hasConverted ? convertedHow(row) : null} />;
  return (
    <>
      <Table
        caption={t('report.title')}
        isScrolled
        className={styles.report}
        columns={[
          t(`report.bys.${by}`, { context }),
          ...figures([
            t('report.seen', { context }),
            t('report.valid'),
            t('report.billed'),
            t('report.spent'),
            t('report.refunded'),
            ...(hasConverted ? [t('report.converted'), t('report.cost')] : []),
          ]),
        ]}
      >
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={by === 'DAY' ? styles.day : undefined}>
                {nameOf(row)}
              </th>
              {cellsOf(row)}
            </tr>
          ))}
        </tbody>
        {total && rows.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t('report.bys.ALL')}</th>
              {cellsOf(total)}
            </tr>
          </tfoot>
        )}
      </Table>
      <Text size="sm" c="dimmed" mt="sm">
        {t('report.means', { context })}
      </Text>
      <Group justify="flex-end" mt="sm">
        <DownloadButton size="xs" label={t('report.export')} name={name} save={save} />
      </Group>
    </>
  );
}

interface CellsProps {
  model: UsageModel;
  row: ReportRow;
  /** What is said of those that converted; null where nobody can say who did. */
  how: readonly string[] | null;
}

/** The figures of a row; in a narrow window each says what it is, and those that matter most come first. */
function Cells({ model: context, row, how }: CellsProps) {
  const { t } = useTranslation('campaigns');
  const { number } = useFormats();
  const isRefunded = Number(row.refunded.minor) > 0;
  return (
    <>
      <td className="lb-number" data-label={t('report.seen', { context })}>
        {number(row.seen)}
      </td>
      <td className="lb-number" data-label={t('report.valid')}>
        {number(row.valid)}
      </td>
      <td className="lb-number" data-label={t('report.billed')}>
        <Billed row={row} />
      </td>
      <td className={`lb-number ${styles.later}`} data-label={t('report.spent')}>
        <Money value={row.spent} />
      </td>
      <td className={`lb-number ${styles.later}`} data-label={t('report.refunded')} data-empty={!isRefunded}>
        {isRefunded ? <Money value={row.refunded} /> : '–'}
      </td>
      {how && <Converted row={row} how={how} />}
    </>
  );
}

/** How many were billed, and of all that share. */
function Billed({ row: { seen, billed } }: { row: ReportRow }) {
  const { number, percent } = useFormats();
  return (
    <>
      {number(billed)}
      {seen > 0 && <span className={styles.why}>{percent(billed / seen)}</span>}
    </>
  );
}

/** Those billed that converted, what each of them cost, and how many did that cost nothing. */
function Converted({ row, how }: { row: ReportRow; how: readonly string[] }) {
  const { t } = useTranslation('campaigns');
  const { number } = useFormats();
  const { converted, convertedUnbilled, costPerConversion } = row;
  const told = [...how, ...(convertedUnbilled ? [t('report.unbilled', { count: convertedUnbilled })] : [])];
  return (
    <>
      <td className="lb-number" data-label={t('report.converted')}>
        {number(converted ?? 0)}
        {told.map((one) => (
          <span key={one} className={styles.why}>
            {one}
          </span>
        ))}
      </td>
      <td className="lb-number" data-label={t('report.cost')}>
        {costPerConversion ? <Money value={costPerConversion} /> : '–'}
      </td>
    </>
  );
}
