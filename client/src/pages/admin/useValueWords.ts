import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { NamesOfNichesDocument } from '../../generated/admin';
import { MARKET_CURRENCY } from '../../ui/floor';

/** Values that have words, by the name of the part of a record that holds them. */
const WORDS: Readonly<Record<string, string | undefined>> = {
  state: 'record.states',
  status: 'organisations.statuses',
  role: 'common:role',
  tier: 'regions.tiers',
  kind: 'record.regionKinds',
};

/** Settings of the price formula that are no factors: a number of days, a discount. */
const isDays = (factor: string): boolean => factor === 'AGE_HALF_LIFE';
const isDiscount = (factor: string): boolean => factor.startsWith('VOLUME_');

/** A factor as the price guide writes it: x1.20. */
export const factorText = (bps: number): string => `×${(bps / 10_000).toFixed(bps % 100 === 0 ? 2 : 4)}`;

/**
 * Tells a value of the record of `subject` as people read it: a state in words, an amount as money, a share in percent, a
 * factor of prices as a factor, a niche by its name.
 */
export function useValueWords(subject: string): (key: string, value: string) => string {
  const { t } = useTranslation('admin');
  const { money, percent, country, number: grouped } = useFormats();
  const { data } = useQuery(NamesOfNichesDocument, { fetchPolicy: 'cache-first' });
  const setting = (bps: number): string => {
    if (isDays(subject)) return t('prices.days', { count: bps });
    return isDiscount(subject) ? percent(bps / 10_000) : factorText(bps);
  };
  return (key, value) => {
    const number = Number(value);
    if (value === 'true' || value === 'false') return t(`record.yesNo.${value}`);
    if (WORDS[key]) return t(`${WORDS[key]}.${value}`, { defaultValue: value });
    if (key === 'countryCode') return country(value);
    if (key === 'parentId') return data?.niches.find(({ id }) => id === value)?.name ?? value.replace(/^[a-z]+_/, '');
    if (Number.isNaN(number)) return value;
    if (key === 'value') return setting(number);
    if (key === 'windowHours') return t('record.hours', { count: number });
    if (key === 'retentionDays') return t('prices.days', { count: number });
    if (key === 'population') return grouped(number);
    if (key.endsWith('Minor')) return money({ minor: number, currency: MARKET_CURRENCY });
    return key.endsWith('Bps') ? percent(number / 10_000) : value;
  };
}
