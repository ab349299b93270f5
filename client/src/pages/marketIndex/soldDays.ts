import type { MoneyValue } from '../../app/format';
import type { MarketIndexQuery } from '../../generated/marketIndex';

export interface SoldDay {
  date: string;
  volume: number;
  price: MoneyValue;
}

/** The days on which something was sold, oldest first. */
export const soldDays = ({ days }: Pick<MarketIndexQuery['marketIndex'], 'days'>): SoldDay[] =>
  days.flatMap(({ date, volume, medianPrice: price }) => (price ? [{ date, volume, price }] : []));

/** The days of the lowest and of the highest price among some, of equal ones the first. */
export function extremesOf(days: readonly SoldDay[]): { lowest: SoldDay; highest: SoldDay } {
  const amount = ({ price }: SoldDay): number => Number(price.minor);
  return {
    lowest: days.reduce((best, day) => (amount(day) < amount(best) ? day : best)),
    highest: days.reduce((best, day) => (amount(day) > amount(best) ? day : best)),
  };
}
