import { Switch } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadedBatch } from './batch';
import styles from './FileFacts.module.css';
import { useFileSize } from './useFileSize';
import type { MapColumns } from './useMapColumns';

/** How the file was read: found by itself, and the one thing of it that a person may correct. */
export function FileFacts({ batch: { file, columns }, map }: { batch: UploadedBatch; map: MapColumns }) {
  const { t } = useTranslation('intake');
  const size = useFileSize();
  if (!file) return null;
  const facts: [string, string][] = [
    ...(file.name ? [[t('found.name'), file.name] satisfies [string, string]] : []),
    ...(file.sheet === null ? [] : [[t('found.sheet'), file.sheet] satisfies [string, string]]),
    ...(file.encoding === null ? [] : [[t('found.encoding'), file.encoding.toUpperCase()] satisfies [string, string]]),
    ...(file.delimiter === null
      ? []
      : [[t('found.delimiter'), delimiterWords(file.delimiter, t)] satisfies [string, string]]),
    [t('found.columns'), String(columns.length)],
    [t('found.headings'), file.headingRow === null ? t('found.noHeadings') : t('found.row', { row: file.headingRow })],
    [t('found.size'), size(file.bytes)],
  ];
  return (
    <div className={styles.facts}>
      <dl>
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          </Fragment>
        ))}
      </dl>
      <Switch
        label={t('found.hasHeadings')}
        checked={file.headingRow !== null}
        onChange={({ currentTarget }) => map.sayHeadings(currentTarget.checked)}
      />
    </div>
  );
}

const NAMED = new Set([',', ';', '\t', '|']);

const delimiterWords = (delimiter: string, t: (key: string) => string): string =>
  NAMED.has(delimiter) ? t(`delimiter.${delimiter === '\t' ? 'tab' : delimiter}`) : delimiter;
