import { Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { RereadUploadedBatchDocument } from '../../generated/intake';
import { RefusalNote } from '../../ui/Failure';
import type { UploadedBatch } from './batch';
import styles from './FileFacts.module.css';
import { useFileSize } from './useFileSize';
import type { MapColumns } from './useMapColumns';

/** How the file was read: found by itself, and what of it a person may correct. */
export function FileFacts({ batch, map }: { batch: UploadedBatch; map: MapColumns }) {
  const { t } = useTranslation('intake');
  const { number } = useFormats();
  const size = useFileSize();
  const { file, columns } = batch;
  if (!file) return null;
  const facts = [
    ...(file.name ? [[t('found.name'), file.name]] : []),
    ...(file.sheet !== null && file.sheets.length < 2 ? [[t('found.sheet'), file.sheet]] : []),
    [t('found.columns'), number(columns.length)],
    [t('found.headings'), file.headingRow === null ? t('found.noHeadings') : t('found.row', { row: file.headingRow })],
    [t('found.size'), size(file.bytes)],
  ];
  return (
    <div className={styles.facts}>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Reading batch={batch} file={file} />
      <Switch
        label={t('found.hasHeadings')}
        checked={file.headingRow !== null}
        onChange={({ currentTarget }) => map.sayHeadings(currentTarget.checked)}
      />
    </div>
  );
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The sheet of a workbook, or encoding and delimiter of a text. Columns are guessed anew after each. */
function Reading({ batch, file }: { batch: UploadedBatch; file: NonNullable<UploadedBatch['file']> }) {
  const { t } = useTranslation('intake');
  const { send, isSending, refusal } = useVerb(RereadUploadedBatchDocument, 'rereadBatch');
  const errors = fieldErrors(refusal);
  const { sheet, sheets, delimiter, encoding, encodings, isEncodingSure } = file;
  const read = (how: { sheet: string } | { delimiter: string } | { encoding: string }): void =>
    void send({ input: { batchId: batch.id, ...how } });
  const shared = { size: 'sm', w: 220, allowDeselect: false, disabled: isSending } as const;
  return (
    <div className={styles.reading}>
      {sheet !== null && sheets.length > 1 && (
        <Select
          {...shared}
          label={t('found.sheet')}
          data={[...sheets]}
          value={sheet}
          error={errors.sheet}
          onChange={(next) => next && next !== sheet && read({ sheet: next })}
        />
      )}
      {encoding !== null && (
        <Select
          {...shared}
          label={t('found.encoding')}
          description={isEncodingSure === false ? t('found.encodingUnsure') : undefined}
          descriptionProps={{ c: 'var(--lb-amber)', fz: 'sm' }}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={[...new Set([encoding, ...encodings])].map((value) => ({ value, label: value.toUpperCase() }))}
          searchable
          value={encoding}
          error={errors.encoding}
          onChange={(next) => next && next !== encoding && read({ encoding: next })}
        />
      )}
      {delimiter !== null && (
        <Select
          {...shared}
          label={t('found.delimiter')}
          data={[...new Set([...DELIMITERS, delimiter])].map((value) => ({ value, label: delimiterWords(value, t) }))}
          value={delimiter}
          error={errors.delimiter}
          onChange={(next) => next && next !== delimiter && read({ delimiter: next })}
        />
      )}
      {Object.keys(errors).length === 0 && <RefusalNote refusal={refusal} />}
    </div>
  );
}

const delimiterWords = (delimiter: string, t: (key: string) => string): string =>
  DELIMITERS.includes(delimiter) ? t(`delimiter.${delimiter === '\t' ? 'tab' : delimiter}`) : delimiter;
