import { useTranslation } from 'react-i18next';
import { exponentOf, type MoneyValue, useFormats } from '../../app/format';
import { regional } from '../../app/region';
import type { MarketIndexQuery } from '../../generated/marketIndex';
import { Sparkline } from '../../ui/Sparkline';
import styles from './IndexStrip.module.css';
import { scaleOf } from './scale';
import { extremesOf, soldDays } from './soldDays';
import { useDate } from './useDate';

type Index = MarketIndexQuery['marketIndex'];

/** The run of an index whose leads were sold on some day; a day without sales is a gap in the curve and says so. */
export function Curve({ days }: Pick<Index, 'days'>) {
  const { t, i18n } = useTranslation('marketIndex');
  const { money } = useFormats();
  const date = useDate();
  const sold = soldDays({ days });
  const { lowest, highest } = extremesOf(sold);
  const told = (of: (typeof sold)[number]) => ({ price: money(of.price), date: date(of.date) });
  const words = ({ date: day, volume, medianPrice }: Index['days'][number]): string =>
    medianPrice
      ? t('day', { date: date(day), count: volume, price: money(medianPrice) })
      : t('dayWithout', { date: date(day) });
  const label = [
    t('curve.first', told(sold[0]!)),
    t('curve.last', told(sold.at(-1)!)),
    t('curve.lowest', told(lowest)),
    t('curve.highest', told(highest)),
  ].join(' ');
  const { ticks, heightOf } = scaleOf(sold.map(({ price }) => Number(price.minor)));
  const amount = roundAmounts(regional(i18n.language), ticks, sold[0]!.price);
  return (
    <div className={styles.curve}>
      <Sparkline
        label={`${t('curve.title')} ${label}`}
        points={days.map((day) => ({
          height: day.medianPrice && heightOf(Number(day.medianPrice.minor)),
          size: day.volume,
          words: words(day),
        }))}
        ticks={ticks.map((minor) => ({ height: heightOf(minor), words: amount(minor) }))}
        foot={[date(days[0]!.date), t('legend'), date(days.at(-1)!.date)]}
      />
    </div>
  );
}

/** Writes amounts of a scale, without the minor unit where all are whole. */
function roundAmounts(locale: string, minors: readonly number[], { currency }: MoneyValue): (minor: number) => string {
  const one = 10 ** exponentOf(currency);
  const digits = minors.every((minor) => minor % one === 0) ? 0 : exponentOf(currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (minor) => format.format(minor / one);
}
