import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import type { OfferFieldsFragment } from '../../generated/campaigns';
import { Dotted } from '../../ui/Dotted';
import { labelOf } from '../wishes/useConditions';
import { ApplicationNote } from './ApplicationNote';
import styles from './campaigns.module.css';
import { PriceList } from './PriceList';
import { Hindrances, StateMark } from './StateMark';

/** A campaign as an agency finds it: whom it wants, what it pays, and how the agency's own application stands. */
export function OfferCard({ campaign }: { campaign: OfferFieldsFragment }) {
  const { t } = useTranslation('campaigns');
  const { money } = useFormats();
  const { id, name, model, business, niche, regions, maxPrice, description, prices } = campaign;
  return (
    <section className={`lb-panel ${styles.card}`} aria-label={name}>
      <header className={styles.head}>
        <h2>
          <Link to={`/campaigns/${id}`}>{name}</Link>
        </h2>
        <span className="lb-figures">{t('upTo', { price: money(maxPrice), context: model })}</span>
      </header>
      {campaign.hindrances.length > 0 && <StateMark campaign={campaign} />}
      <Hindrances campaign={campaign} />
      <Text size="sm" mt={4}>
        <Dotted>
          {business.name}
          {t(`model.${model}`)}
          {niche.name}
          {regions.map(labelOf).join('; ')}
        </Dotted>
      </Text>
      {description && (
        <Text size="sm" lineClamp={3} mt="xs">
          {description}
        </Text>
      )}
      {prices.length > 0 && <PriceList model={model} prices={prices} />}
      <ApplicationNote campaign={campaign} />
    </section>
  );
}
