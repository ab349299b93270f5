import { NativeSelect, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountFault, exponentOf, parseMinor } from '../../../app/format';
import { asTyped, type Choices, CURRENCY } from '../choices';
import { Group } from './Group';
import styles from './Rail.module.css';

interface RangeProps {
  choices: Choices;
  onChange(part: Partial<Choices>): void;
}

/** Price from and to; taken when one leaves the field or presses Enter. */
export function PriceRange({ choices: { priceMin, priceMax }, onChange }: RangeProps) {
  const { t } = useTranslation('market');
  const [from, setFrom] = useState(asTyped(priceMin));
  const [to, setTo] = useState(asTyped(priceMax));
  const [least, most] = [amountOf(from), amountOf(to)];
  const [seen, setSeen] = useState({ priceMin, priceMax });
  // The address changed: a field follows it, unless it is what was typed here. The other field keeps what is in it.
  if (seen.priceMin !== priceMin || seen.priceMax !== priceMax) {
    setSeen({ priceMin, priceMax });
    if (seen.priceMin !== priceMin && least !== priceMin) setFrom(asTyped(priceMin));
    if (seen.priceMax !== priceMax && most !== priceMax) setTo(asTyped(priceMax));
  }
  const isAcross = typeof least === 'number' && typeof most === 'number' && least > most;
  const take = (event?: SubmitEvent): void => {
    event?.preventDefault();
    if (least === undefined || most === undefined || isAcross) return;
    if (least !== priceMin || most !== priceMax) onChange({ priceMin: least, priceMax: most });
  };
  const fault = (text: string): string =>
    t(`amountFault.${amountFault(text, CURRENCY) ?? 'amount'}`, { digits: exponentOf(CURRENCY) });
  const common = { size: 'xs', inputMode: 'decimal', onBlur: () => take() } as const;
  return (
    <Group title={t('rail.price', { currency: CURRENCY })}>
      <form className={styles.range} onSubmit={take}>
        <TextInput
          {...common}
          label={t('rail.from')}
          value={from}
          error={least === undefined && fault(from)}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          {...common}
          label={t('rail.to')}
          value={to}
          error={most === undefined ? fault(to) : isAcross && t('rail.across')}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <button type="submit" className="lb-visually-hidden" tabIndex={-1}>
          {t('rail.takePrice')}
        </button>
      </form>
    </Group>
  );
}

/** Null for an empty field, undefined for what is no amount. */
function amountOf(text: string): number | null | undefined {
  return text.trim() === '' ? null : (parseMinor(text.trim(), CURRENCY) ?? undefined);
}

const AGES = [24, 72, 168, 720];

/** For how long a listing may have been on sale. */
export function AgeChoice({ choices: { maxAgeHours }, onChange }: RangeProps) {
  const { t } = useTranslation('market');
  const hours = maxAgeHours === null || AGES.includes(maxAgeHours) ? AGES : [...AGES, maxAgeHours];
  return (
    <Group title={t('rail.age')}>
      <NativeSelect
        size="xs"
        aria-label={t('rail.age')}
        value={maxAgeHours ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ maxAgeHours: value === '' ? null : Number(value) })}
      >
        <option value="">{t('rail.anyAge')}</option>
        {hours.map((count) => (
          <option key={count} value={count}>
            {count % 24 === 0 ? t('rail.days', { count: count / 24 }) : t('rail.hours', { count })}
          </option>
        ))}
      </NativeSelect>
    </Group>
  );
}

/** Single leads, lots, or both. */
export function KindChoice({ choices: { kind }, onChange }: RangeProps) {
  const { t } = useTranslation('market');
  return (
    <Group title={t('rail.kind')}>
      <NativeSelect
        size="xs"
        aria-label={t('rail.kind')}
        value={kind ?? 'BOTH'}
        onChange={({ currentTarget: { value } }) =>
          onChange({ kind: value === 'SINGLE' || value === 'LOT' ? value : null })
        }
        data={(['BOTH', 'SINGLE', 'LOT'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
    </Group>
  );
}
