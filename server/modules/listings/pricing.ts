import { MARKET_CURRENCY, money, subtract, sum } from '../../platform/money';
import { agencyQuality, priceOf } from '../pricing';
import { type ListedPriceLine, type Listing } from './model';
import { nextRepricing } from './rules';

/** What the price of a listing follows from; all of it is in the listing, so a repricing reads nothing else. */
export type PricedFacts = Pick<
  Listing,
  | 'kind'
  | 'agencyId'
  | 'model'
  | 'nicheId'
  | 'leadRegionIds'
  | 'temperature'
  | 'contactKind'
  | 'isVerified'
  | 'isExclusive'
  | 'firstListedAt'
  | 'floorMinor'
>;

/** The fields of a listing that a pricing sets. */
export type Pricing = Pick<
  Listing,
  'priceMinor' | 'leadPricesMinor' | 'priceLines' | 'quality' | 'grade' | 'pricedAt' | 'repriceAt'
>;

/**
 * The price of a listing at a moment, by the price formula. A single lead has its lines; a lot costs what its leads
 * cost one by one, never under its floor (the discount for many is the quote's matter). It stands until its leads are
 * a whole day older: buyers are not made to run after a price that moves with every purchase beside it.
 */
export function priceListing(facts: PricedFacts, at: Date): Pricing {
  const { score: quality, grade } = agencyQuality(facts.agencyId);
  const stands = { quality, grade, pricedAt: at, repriceAt: nextRepricing(facts.firstListedAt, at) };
  const { agencyId, model, nicheId, temperature, contactKind, isVerified, isExclusive, firstListedAt } = facts;
  const isLot = facts.kind === 'LOT';
  const priced = facts.leadRegionIds.map((regionId) =>
    priceOf(
      {
        nicheId,
        regionId,
        model,
        agencyId,
        temperature,
        contactKind,
        isVerified,
        isExclusive,
        listedAt: firstListedAt,
        floorMinor: isLot ? 0n : facts.floorMinor,
      },
      at,
    ),
  );
  const leadPricesMinor = priced.map(({ total }) => total.minor);
  if (isLot) return { ...stands, leadPricesMinor, ...lotPrice(leadPricesMinor, facts.floorMinor) };
  const [single] = priced;
  if (!single) throw new RangeError('a listing has at least one lead');
  const priceLines = single.lines.map(({ amount, ...line }) => ({ ...line, amountMinor: amount.minor }));
  return { ...stands, leadPricesMinor, priceMinor: single.total.minor, priceLines };
}

function lotPrice(leadPricesMinor: readonly bigint[], floorMinor: bigint): Pick<Pricing, 'priceMinor' | 'priceLines'> {
  const floor = money(floorMinor, MARKET_CURRENCY);
  const together = sum(
    leadPricesMinor.map((minor) => money(minor, MARKET_CURRENCY)),
    MARKET_CURRENCY,
  );
  const label = `${leadPricesMinor.length} leads, each at its own price`;
  const priceLines: ListedPriceLine[] = [{ code: 'LIST_PRICE', label, factor: null, amountMinor: together.minor }];
  if (together.minor >= floorMinor) return { priceMinor: together.minor, priceLines };
  const amountMinor = subtract(floor, together).minor;
  priceLines.push({ code: 'FLOOR', label: 'Agency’s lowest price', factor: null, amountMinor });
  return { priceMinor: floorMinor, priceLines };
}
