import { Select, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../ui/Failure';
import type { UploadedBatch } from './batch';
import styles from './Columns.module.css';
import { Sureness } from './Sureness';
import { choicesFor, inputFor, meaningOf } from './meanings';
import type { MapColumns } from './useMapColumns';

type Column = UploadedBatch['columns'][number];

/** Each column with sample values under its heading, and what it was taken for, to be confirmed or changed. */
export function Columns({ batch, map }: { batch: UploadedBatch; map: MapColumns }) {
  const { t } = useTranslation('intake');
  const choices = choicesFor(batch, t);
  return (
    <section aria-labelledby="columns">
      <Title order={2} size="h3" id="columns">
        {t('columns.title')}
      </Title>
      <p className={styles.hint}>{t('columns.hint')}</p>
      <RefusalNote refusal={map.refusal} />
      <ul className={styles.list}>
        {batch.columns.map((column) => (
          <ColumnLine
            key={column.index}
            column={column}
            samples={samplesOf(batch, column.index)}
            choices={choices}
            map={map}
          />
        ))}
      </ul>
    </section>
  );
}

function ColumnLine({
  column,
  samples,
  choices,
  map,
}: {
  column: Column;
  samples: readonly string[];
  choices: ReturnType<typeof choicesFor>;
  map: MapColumns;
}) {
  const { t } = useTranslation('intake');
  const { index, heading, field, formField } = column;
  const name = heading || t('columns.unnamed', { place: index + 1 });
  const said = map.said.get(index);
  const meaning = said ? meaningOf(said.field, said.formFieldKey) : meaningOf(field, formField?.key);
  return (
    <li className={styles.line} data-ignored={meaning === 'IGNORE' || undefined}>
      <div className={styles.column}>
        <span className={styles.heading}>{name}</span>
        <span className={styles.samples}>{samples.length > 0 ? samples.join(' · ') : t('columns.noValues')}</span>
      </div>
      <Select
        aria-label={t('columns.means', { name })}
        data={choices}
        value={meaning}
        loading={said !== undefined}
        searchable
        selectFirstOptionOnChange
        openOnFocus={false}
        allowDeselect={false}
        nothingFoundMessage={t('start.nothingFound')}
        onChange={(value) => value && value !== meaning && map.say(inputFor(index, value))}
      />
      <Sureness column={column} />
    </li>
  );
}

const SAMPLES = 3;
const LONGEST_SAMPLE = 40;

/** A few different values of a column, shortened. */
function samplesOf({ preview }: UploadedBatch, index: number): string[] {
  const values = (preview ?? []).map(({ cells }) => (cells[index] ?? '').trim()).filter((value) => value !== '');
  return [...new Set(values)]
    .slice(0, SAMPLES)
    .map((value) => (value.length > LONGEST_SAMPLE ? `${value.slice(0, LONGEST_SAMPLE)}…` : value));
}
