import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOneOf, UnknownFilters } from '../../../ui/UnknownFilters';
import type { UsageModel } from '../model';
import styles from './usage.module.css';
import type { ChosenFilter } from './useUsageFilter';

interface Props extends ChosenFilter<string> {
  model: UsageModel;
  verdicts: readonly { value: string; label: string }[];
}

/** Narrows clicks or calls by what became of them and by sub-id. */
export function UsageFilters({ model, verdicts, filter, choose }: Props) {
  const { t } = useTranslation('campaigns');
  const [typed, setTyped] = useState(filter.subId ?? '');
  const search = useDebouncedCallback((text: string) => choose('sub', text.trim() || null), 300);
  const what = t('usage.verdict', { context: model });
  const known = isOneOf(verdicts.map(({ value }) => value));
  return (
    <>
      <div className={styles.filters}>
        <Select
          label={what}
          placeholder={t('usage.any')}
          clearable
          data={verdicts}
          value={filter.verdict}
          onChange={(verdict) => choose('verdict', verdict)}
        />
        <TextInput
          label={t('usage.subId')}
          autoComplete="off"
          maxLength={64}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            search(currentTarget.value);
          }}
        />
      </div>
      <UnknownFilters filters={[{ name: 'verdict', what, knows: known }]} />
    </>
  );
}

/** The way to rows that came while the person reads further down. */
export function Waiting({ count, onShow }: { count: number; onShow(): void }) {
  const { t } = useTranslation('campaigns');
  return (
    <div role="status" className={styles.waiting}>
      {count > 0 && (
        <Button size="xs" variant="light" onClick={onShow}>
          {t('usage.new', { count })}
        </Button>
      )}
    </div>
  );
}
