import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { MARKET_CURRENCY } from '../../ui/floor';

/** Values that have words, by the name of the part of a record that holds them. */
const WORDS: Readonly<Record<string, string | undefined>> = {
  state: 'record.states',
  status: 'organisations.statuses',
  role: 'common:role',
};

/** Tells a value of the record as people read it: a state in words, an amount as money, a share in percent. */
export function useValueWords(): (key: string, value: string) => string {
  const { t } = useTranslation('admin');
  const { money, percent } = useFormats();
  return (key, value) => {
    const number = Number(value);
    if (WORDS[key]) return t(`${WORDS[key]}.${value}`, { defaultValue: value });
    if (Number.isNaN(number)) return value;
    if (key.endsWith('Minor')) return money({ minor: number, currency: MARKET_CURRENCY });
    return key.endsWith('Bps') ? percent(number / 10_000) : value;
  };
}
