import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseMinor } from '../../app/format';
import { UsagePriceDocument } from '../../generated/campaigns';
import { MARKET_CURRENCY } from '../../ui/floor';
import { Money } from '../../ui/Money';
import type { TypedCampaign } from './campaignForm';
import styles from './campaigns.module.css';
import type { UsageModel } from './model';

/** So many regions are priced beside the field; the rest is alike. */
const MOST = 5;

/** What a visit or a call costs on the market now, in each region that is chosen. */
export function PriceHint({ form: { model, nicheId, regionIds, regionNames, maxPrice } }: { form: TypedCampaign }) {
  const { t } = useTranslation('campaigns');
  if (nicheId === '' || regionIds.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('priceHint.choose', { context: model })}
      </Text>
    );
  const most = parseMinor(maxPrice, MARKET_CURRENCY);
  return (
    <div>
      <Text size="sm" fw={500} id="price-hint">
        {t('priceHint.title')}
      </Text>
      <ul className={styles.priceHints} aria-labelledby="price-hint">
        {regionIds.slice(0, MOST).map((regionId) => (
          <RegionPrice
            key={regionId}
            model={model}
            nicheId={nicheId}
            regionId={regionId}
            name={regionNames[regionId] ?? regionId}
            most={most}
          />
        ))}
      </ul>
      {regionIds.length > MOST && (
        <Text size="sm" c="dimmed">
          {t('priceHint.more', { count: regionIds.length - MOST })}
        </Text>
      )}
    </div>
  );
}

function RegionPrice({
  model,
  nicheId,
  regionId,
  name,
  most,
}: {
  model: UsageModel;
  nicheId: string;
  regionId: string;
  name: string;
  most: number | null;
}) {
  const { t } = useTranslation('campaigns');
  const { data } = useQuery(UsagePriceDocument, {
    variables: { nicheId, regionId, model },
    fetchPolicy: 'cache-first',
  });
  const total = data?.priceLines.total;
  const isOver = total !== undefined && most !== null && most > 0 && Number(total.minor) > most;
  return (
    <li>
      <span>
        {name}
        {isOver && (
          <Text size="sm" c="var(--lb-amber)" component="span" display="block">
            {t('priceHint.over')}
          </Text>
        )}
      </span>
      {total ? <Money value={total} /> : '…'}
    </li>
  );
}
