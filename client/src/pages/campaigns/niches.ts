import type { ClickNichesQuery } from '../../generated/campaigns';

/** The niches that are sold per click, each by its way from the top. */
export const nichesByClick = (
  guide: Pick<ClickNichesQuery, 'priceGuide'> | undefined,
): { value: string; label: string; slug: string }[] =>
  (guide?.priceGuide.prices ?? [])
    .filter(({ model, price }) => model === 'CLICK' && price)
    .map(({ niche: { id, slug, path } }) => ({ value: id, slug, label: path.map(({ name }) => name).join(' › ') }));
