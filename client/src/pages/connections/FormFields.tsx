import { useQuery } from '@apollo/client/react';
import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { ConnectionChoicesDocument } from '../../generated/connections';
import { emptyRow, type FormRow } from './formRows';
import styles from './connections.module.css';

interface Props {
  rows: readonly FormRow[];
  /** The server's words by field, such as `forms.0.formId`. */
  errors: Record<string, string>;
  onChange(rows: FormRow[], field?: string): void;
}

/** Which forms of a page are which niche, and what people agree to by them. */
export function FormFields({ rows, errors, onChange }: Props) {
  const { t } = useTranslation('connections');
  const change = (place: number, part: Partial<FormRow>): void =>
    onChange(
      rows.map((row, at) => (at === place ? { ...row, ...part } : row)),
      `forms.${place}.${Object.keys(part)[0]}`,
    );
  return (
    <div>
      {rows.map((row, place) => (
        <OneForm
          key={row.key}
          row={row}
          errorOf={(field) => errors[`forms.${place}.${field}`]}
          onChange={(part) => change(place, part)}
          onRemove={rows.length > 1 ? () => onChange(rows.filter((_, at) => at !== place)) : null}
        />
      ))}
      <Button variant="default" size="xs" onClick={() => onChange([...rows, emptyRow()])}>
        {t('form.add')}
      </Button>
    </div>
  );
}

function OneForm({
  row,
  errorOf,
  onChange,
  onRemove,
}: {
  row: FormRow;
  errorOf(field: string): string | undefined;
  onChange(part: Partial<FormRow>): void;
  onRemove: (() => void) | null;
}) {
  const { t } = useTranslation('connections');
  const { country } = useFormats();
  const { data } = useQuery(ConnectionChoicesDocument);
  const niches = (data?.niches ?? []).map(({ id, path }) => ({
    value: id,
    label: path.map(({ name }) => name).join(' › '),
  }));
  const countries = (data?.regions.nodes ?? [])
    .filter(({ kind }) => kind === 'COUNTRY')
    .map(({ countryCode }) => ({ value: countryCode, label: country(countryCode) }));
  return (
    <Stack gap="xs" className={styles.form}>
      <TextInput
        label={t('form.id')}
        description={t('form.idMeans')}
        inputMode="numeric"
        required
        value={row.formId}
        onChange={({ currentTarget }) => onChange({ formId: currentTarget.value })}
        error={errorOf('formId')}
      />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <Select
          label={t('form.niche')}
          searchable
          selectFirstOptionOnChange
          required
          data={niches}
          value={row.nicheId || null}
          onChange={(nicheId) => onChange({ nicheId: nicheId ?? '' })}
          error={errorOf('nicheId')}
        />
        <Select
          label={t('form.country')}
          searchable
          selectFirstOptionOnChange
          required
          data={countries}
          value={row.country || null}
          onChange={(code) => onChange({ country: code ?? '' })}
          error={errorOf('country')}
        />
      </Group>
      <Textarea
        label={t('form.consent')}
        description={t('form.consentMeans')}
        autosize
        minRows={2}
        required
        value={row.consentText}
        onChange={({ currentTarget }) => onChange({ consentText: currentTarget.value })}
        error={errorOf('consentText')}
      />
      {onRemove && (
        <Button variant="subtle" color="brick" size="xs" onClick={onRemove} style={{ alignSelf: 'flex-start' }}>
          {t('form.remove')}
        </Button>
      )}
    </Stack>
  );
}
