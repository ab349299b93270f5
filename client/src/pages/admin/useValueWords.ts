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
  owner: 'record.marks',
  channel: 'record.channels',
  confirms: 'forms:confirms',
  phone: 'forms:fieldUse',
  email: 'forms:fieldUse',
  city: 'forms:fieldUse',
};

/** Of a list each value has words. */
const LISTS: Readonly<Record<string, string | undefined>> = {
  scopes: 'record.scopes',
  contactFields: 'record.contactFields',
};

/** Things that have no name of their own in the record: by the end of their id. */
const NUMBERED: ReadonlySet<string> = new Set(['campaignId', 'wishId', 'keyId']);
const END = 6;

/** A moment as JSON has it. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

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
  const { t, i18n } = useTranslation('admin');
  const { money, percent, country, moment, number: grouped } = useFormats();
  const { data } = useQuery(NamesOfNichesDocument, { fetchPolicy: 'cache-first' });
  const setting = (bps: number): string => {
    if (isDays(subject)) return t('prices.days', { count: bps });
    return isDiscount(subject) ? percent(bps / 10_000) : factorText(bps);
  };
  return (key, value) => {
    const number = Number(value);
    if (value === 'true' || value === 'false') return t(`record.yesNo.${value}`);
    const list = LISTS[key];
    if (list) {
      const each = value.split(', ').map((one) => t(`${list}.${one}`, { defaultValue: one }));
      return each.join(', ');
    }
    if (key === 'state' && subject.startsWith('sale_'))
      return t(`record.reviewStates.${value}`, { defaultValue: value });
    if (WORDS[key]) return t(`${WORDS[key]}.${value}`, { defaultValue: value });
    if (NUMBERED.has(key)) return t('record.numbered', { end: value.slice(-END) });
    if (MOMENT.test(value)) return moment(value);
    if (key === 'countryCode' || key === 'country') return country(value);
    if (key === 'language') return new Intl.DisplayNames([i18n.language], { type: 'language' }).of(value) ?? value;
    if (key === 'regionId') return value.replace(/^region_/, '');
    if (key === 'parentId' || key === 'nicheId')
      return data?.niches.find(({ id }) => id === value)?.name ?? value.replace(/^[a-z]+_/, '');
    if (Number.isNaN(number)) return value;
    if (key === 'value') return setting(number);
    if (key === 'windowHours') return t('record.hours', { count: number });
    if (key === 'retentionDays') return t('prices.days', { count: number });
    if (key === 'minSeconds') return t('record.seconds', { count: number });
    if (key === 'population' || key === 'entryCount') return grouped(number);
    if (key.endsWith('Minor')) return money({ minor: number, currency: MARKET_CURRENCY });
    return key.endsWith('Bps') ? percent(number / 10_000) : value;
  };
}
