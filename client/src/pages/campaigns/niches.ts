import type { UsageNichesQuery } from '../../generated/campaigns';
import type { UsageModel } from './model';

/** The niches that are sold by one of these models, each once by its way from the top. */
export function nichesSoldBy(
  models: readonly UsageModel[],
  guide: Pick<UsageNichesQuery, 'priceGuide'> | undefined,
): { value: string; label: string; slug: string }[] {
  const sold = (guide?.priceGuide.prices ?? []).filter(
    ({ model, price }) => price && models.some((one) => one === model),
  );
  const niches = new Map(sold.map(({ niche }) => [niche.id, niche]));
  return [...niches.values()].map(({ id, slug, path }) => ({
    value: id,
    slug,
    label: path.map(({ name }) => name).join(' › '),
  }));
}
