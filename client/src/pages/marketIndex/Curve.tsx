import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { MarketIndexQuery } from '../../generated/marketIndex';
import { Sparkline } from '../../ui/Sparkline';
import styles from './IndexStrip.module.css';
import { extremesOf, soldDays } from './soldDays';
import { useDate } from './useDate';

type Index = MarketIndexQuery['marketIndex'];

/** The run of an index whose leads were sold on some day; a day without sales is a gap in the curve and says so. */
export function Curve({ days }: Pick<Index, 'days'>) {
  const { t } = useTranslation('marketIndex');
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
  return (
    <div className={styles.curve}>
      <Sparkline
        label={`${t('curve.title')} ${label}`}
        points={days.map((day) => ({
          value: day.medianPrice && Number(day.medianPrice.minor),
          size: day.volume,
          words: words(day),
        }))}
      />
    </div>
  );
}
