import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountFault, exponentOf, parseMinor } from '../../../app/format';
import type { QuoteInput } from '../../../generated/buying';
import type { MarketFilter } from '../../../generated/market';
import { Dialog } from '../../../ui/Dialog';
import { CURRENCY, SORTS } from '../choices';

const MOST = 100;

interface BestDialogProps {
  filter: MarketFilter;
  totalCount: number;
  /** The filters that are on, in words. */
  filterWords: readonly string[];
  onClose(): void;
  onWish(wish: QuoteInput): void;
}

/** Asks for the best single leads of the search that is on, under a budget. */
export default function BestDialog({ filter, totalCount, filterWords, onClose, onWish }: BestDialogProps) {
  const { t } = useTranslation('market');
  const [count, setCount] = useState('10');
  const [budget, setBudget] = useState('');
  const [sort, setSort] = useState('BEST_AGENCY');
  const [wasSent, setWasSent] = useState(false);
  const wanted = /^\d+$/.test(count.trim()) ? Number(count) : 0;
  const isCount = wanted >= 1 && wanted <= MOST;
  const minor = budget.trim() === '' ? null : parseMinor(budget.trim(), CURRENCY);
  const fault = budget.trim() === '' ? null : amountFault(budget, CURRENCY);
  const ask = (event: SubmitEvent): void => {
    event.preventDefault();
    setWasSent(true);
    if (!isCount || fault) return;
    onWish({
      best: {
        filter,
        count: wanted,
        sort: SORTS.find((one) => one === sort) ?? 'BEST_AGENCY',
        budget: minor === null ? null : { minor, currency: CURRENCY },
      },
    });
  };
  return (
    <Dialog opened onClose={onClose} closeOnClickOutside={false} title={t('best.title')}>
      <form onSubmit={ask} noValidate>
        <Stack gap="sm">
          <Text size="sm">
            {filterWords.length === 0
              ? t('best.ofAll', { count: totalCount })
              : t('best.of', { count: totalCount, filters: filterWords.join(', ') })}
          </Text>
          <Group grow align="flex-start">
            <TextInput
              data-autofocus
              label={t('best.count')}
              inputMode="numeric"
              value={count}
              error={wasSent && !isCount && t('best.noCount', { count: MOST })}
              onChange={(event) => setCount(event.currentTarget.value)}
            />
            <TextInput
              label={t('best.budget', { currency: CURRENCY })}
              placeholder={t('best.noLimit')}
              inputMode="decimal"
              value={budget}
              error={wasSent && fault && t(`amountFault.${fault}`, { digits: exponentOf(CURRENCY) })}
              onChange={(event) => setBudget(event.currentTarget.value)}
            />
          </Group>
          <NativeSelect
            label={t('best.order')}
            value={sort}
            onChange={(event) => setSort(event.currentTarget.value)}
            data={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
          />
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:act.cancel')}
            </Button>
            <Button type="submit">{t('best.ask')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
