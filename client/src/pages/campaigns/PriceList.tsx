import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { CampaignPriceFieldsFragment, PricingModel } from '../../generated/campaigns';
import { Money } from '../../ui/Money';
import { PriceLadder } from '../../ui/PriceLadder';
import styles from './campaigns.module.css';

/** What one visit or call costs by region; each opens to why, and says what was announced. */
export function PriceList({ model, prices }: { model: PricingModel; prices: readonly CampaignPriceFieldsFragment[] }) {
  const { t } = useTranslation('campaigns');
  const { money, moment } = useFormats();
  return (
    <ul className={styles.prices} aria-label={t('prices', { context: model })}>
      {prices.map(({ region, price, lines, next }) => (
        <li key={region.id}>
          <details>
            <summary>
              <span>{region.name}</span>
              <Money value={price} />
            </summary>
            <PriceLadder lines={lines} total={price} />
          </details>
          {next && (
            <span style={{ color: 'var(--lb-amber)' }}>
              {t('announced', { price: money(next.price), moment: moment(next.from) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
