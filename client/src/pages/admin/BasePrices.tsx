import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuidePriceFragment } from '../../generated/admin';
import { Money } from '../../ui/Money';
import { figures, Table } from '../../ui/Table';
import { BasePriceEditor } from './BasePriceEditor';
import styles from './admin.module.css';
import { depthsOf } from './tree';

const MODELS = ['LEAD', 'CLICK', 'CALL'] as const;
type Model = (typeof MODELS)[number];

interface Props {
  prices: readonly GuidePriceFragment[];
  onChanged(): Promise<void>;
}

/** What each niche costs by each model before all factors; a figure that comes from above is lighter and says whence. */
export function BasePrices({ prices, onChanged }: Props) {
  const { t } = useTranslation('admin');
  const niches = prices.filter(({ model }) => model === 'LEAD').map(({ niche }) => niche);
  const depths = depthsOf(niches);
  const byCell = new Map(prices.map((price) => [`${price.niche.id} ${price.model}`, price]));
  const currency = prices.find(({ price }) => price)?.price?.currency ?? 'USD';
  const averageOf = (model: Model) =>
    prices.find((price) => price.model === model && price.from === null && price.price);
  return (
    <Table
      caption={t('prices.base')}
      columns={[t('niches.name'), ...figures(MODELS.map((model) => t(`common:model.${model}`)))]}
      className={styles.prices}
    >
      <tbody>
        {niches.map(({ id, name }) => (
          <tr key={id}>
            <th scope="row" className={styles.branch} style={{ '--depth': depths.get(id) ?? 0 } as CSSProperties}>
              {name}
            </th>
            {MODELS.map((model) => (
              <td key={model} className="lb-number">
                <BasePriceCell entry={byCell.get(`${id} ${model}`)} currency={currency} onChanged={onChanged} />
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('prices.average')}</th>
          {MODELS.map((model) => {
            const price = averageOf(model)?.price ?? null;
            return (
              <td key={model} className="lb-number">
                <BasePriceEditor
                  nicheId={null}
                  name={t('prices.average')}
                  model={model}
                  price={price}
                  currency={currency}
                  shown={price ? <Money value={price} /> : t('prices.notUsed')}
                  isSoft={!price}
                  onChanged={onChanged}
                />
              </td>
            );
          })}
        </tr>
      </tbody>
    </Table>
  );
}

function BasePriceCell({
  entry,
  currency,
  onChanged,
}: {
  entry: GuidePriceFragment | undefined;
  currency: string;
  onChanged: Props['onChanged'];
}) {
  const { t } = useTranslation('admin');
  if (!entry) return null;
  const { niche, model, price, from } = entry;
  const isOwn = from?.id === niche.id;
  return (
    <BasePriceEditor
      nicheId={niche.id}
      name={niche.name}
      model={model}
      price={price}
      currency={currency}
      isSoft={!isOwn || !price}
      shown={
        <>
          {price ? <Money value={price} /> : t('prices.notSold')}
          {price && !isOwn && <small>{t('prices.from', { name: from?.name ?? t('prices.averageShort') })}</small>}
        </>
      }
      onChanged={onChanged}
    />
  );
}
