import { type Priced, priceOf } from '../../pricing';
import { type Campaign, type PriceStep } from '../model';

/**
 * What one visit or call costs by the price formula, for the campaign's niche, a region and an agency (null: one that is not
 * known), and never more than the campaign pays.
 */
const priceOfVisit = (
  { model, nicheId, maxPriceMinor }: Pick<Campaign, 'model' | 'nicheId' | 'maxPriceMinor'>,
  regionId: string,
  agencyId: string | null,
  at: Date,
): Priced =>
  priceOf(
    {
      nicheId,
      regionId,
      model,
      agencyId,
      temperature: 'WARM',
      contactKind: 'REGISTRATION',
      isVerified: false,
      isExclusive: false,
      listedAt: at,
      floorMinor: 0n,
      mostMinor: maxPriceMinor,
    },
    at,
  );

/** The price now as a step that holds from a moment. */
export function stepOf(
  campaign: Campaign,
  regionId: string,
  agencyId: string,
  announcedAt: Date,
  from: Date,
): PriceStep {
  const { lines, total } = priceOfVisit(campaign, regionId, agencyId, announcedAt);
  return {
    priceMinor: total.minor,
    lines: lines.map(({ amount, ...line }) => ({ ...line, amountMinor: amount.minor })),
    announcedAt,
    from,
  };
}
