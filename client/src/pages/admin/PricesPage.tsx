import { useQuery } from '@apollo/client/react';
import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PriceGuideDocument } from '../../generated/admin';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { BasePrices } from './BasePrices';
import { CountryIndexes } from './CountryIndexes';
import { PriceFactors } from './PriceFactors';
import styles from './admin.module.css';

/** From what all prices follow: base prices, the factors of the formula, and the countries. */
export function PricesPage() {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useQuery(PriceGuideDocument);
  const guide = data?.priceGuide;
  const onChanged = async (): Promise<void> => {
    await refetch();
  };
  return (
    <Page title={t('prices.title')} lead={t('prices.lead')}>
      {error && !guide && <Failure error={error} onRetry={() => void refetch()} />}
      {!guide && !error && <PageSkeleton rows={10} />}
      {guide && (
        <>
          <Section title={t('prices.base')} text={t('prices.baseMeans')}>
            <BasePrices prices={guide.prices} onChanged={onChanged} />
          </Section>
          <div className={styles.columns}>
            <Section title={t('prices.factors')} text={t('prices.factorsMean', { version: guide.version })}>
              <PriceFactors factors={guide.factors} onChanged={onChanged} />
            </Section>
            <Section title={t('prices.countries')} text={t('prices.countriesMean')}>
              <CountryIndexes countries={guide.countries} others={guide.otherCountries} onChanged={onChanged} />
            </Section>
          </div>
        </>
      )}
    </Page>
  );
}

function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <Title order={2} size="h4" id={id}>
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {text}
      </Text>
      {children}
    </section>
  );
}
