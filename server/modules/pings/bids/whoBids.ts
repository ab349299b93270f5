import { organisationsById } from '../../accounts';
import { nicheTree, regionTree } from '../../catalog';
import { type FactsAlone } from '../../leads';
import { type BoardRow, isRowMatch } from '../../market';
import { agencyQuality } from '../../pricing';
import { leftOutFor } from '../knownPeople';
import { type BuyingWish } from '../model';
import { dayAfter, inTurnOf, type NoBidReason } from '../rules';
import { allWishes, lastBoughtOf } from '../wishMemory';
import { ableToPay } from './balances';
import { sharingPeopleWith } from './strangers';

/** A lead as it is offered to the wishes. */
export interface Offered {
  agencyId: string;
  facts: Pick<FactsAlone, 'nicheId' | 'regionId' | 'temperature' | 'contactKind' | 'channel' | 'isVerified'>;
  maxSales: number;
  floorMinor: bigint;
  priceMinor: bigint;
}

/** Wishes and buyers that were tried in vain. */
export type TriedInVain = ReadonlySet<string>;

/**
 * The wishes that bid the market's price for a lead, in turn and of each business one; else why there is none. From memory,
 * but for wallets that seem too small. A floor over the market's price finds nobody: were bids to rise to it, agencies
 * could feel out by floors what each buyer would pay at most.
 */
export async function whoBids(
  offered: Offered,
  at: Date,
  inVain: TriedInVain = new Set(),
): Promise<BuyingWish[] | NoBidReason> {
  const { agencyId, priceMinor } = offered;
  const strangersNot = await sharingPeopleWith(agencyId);
  const leftOut = await leftOutFor(agencyId);
  const row = asRow(offered, at);
  const trees = { niches: nicheTree(), regions: regionTree() };
  const fitting = [...allWishes()].filter(
    (wish) =>
      !inVain.has(wish._id) &&
      !inVain.has(wish.buyerId) &&
      wish.state === 'ACTIVE' &&
      !strangersNot.has(wish.buyerId) &&
      !leftOut.has(wish.buyerId) &&
      isRowMatch(row, wish.filter, trees, at.getTime()),
  );
  const standing = await organisationsById(fitting.map(({ buyerId }) => buyerId));
  const wanting = fitting.filter(({ buyerId }) => standing.get(buyerId)?.status === 'ACTIVE');
  if (wanting.length === 0) return 'NO_BUYER';
  if (offered.floorMinor > priceMinor) return 'FLOOR_TOO_HIGH';
  const willing = wanting.filter(({ maxPriceMinor }) => maxPriceMinor >= priceMinor);
  if (willing.length === 0) return 'PRICE_TOO_HIGH';
  const free = willing.filter((wish) => dayAfter(wish, priceMinor, at) !== null);
  const able = await ableToPay([...new Set(free.map(({ buyerId }) => buyerId))], priceMinor);
  const bidding = free.filter(({ buyerId }) => able.has(buyerId));
  return bidding.length === 0 ? 'LIMITS_REACHED' : inTurnOf(bidding, lastBoughtOf);
}

/** The lead as it would stand on the board, were it on sale. */
function asRow({ agencyId, facts, maxSales, priceMinor }: Offered, at: Date): BoardRow {
  const { nicheId, regionId, temperature, contactKind, channel, isVerified } = facts;
  const { score: quality, grade } = agencyQuality(agencyId);
  return {
    id: '',
    agencyId,
    nicheId,
    regionId,
    model: 'LEAD',
    temperature,
    contactKind,
    channel,
    grade,
    isVerified,
    // Nobody was asked yet.
    provenChannels: [],
    isExclusive: maxSales === 1,
    quality,
    priceMinor: Number(priceMinor),
    leadCount: 1,
    maxSales,
    sold: 0,
    listedAt: at.getTime(),
    endsAt: Infinity,
  };
}
