import { now } from '../../platform/clock';
import { UserError } from '../../platform/errors';
import { MARKET_CURRENCY, money } from '../../platform/money';
import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { sharingPeopleAmong } from '../accounts';
import { type Lead } from '../leads';
import { inTurn, type Sale, sellAtOnce, TakerCannotPay } from '../market';
import { forgetBalance } from './bids/balances';
import { whoBids } from './bids/whoBids';
import { whoKnows } from './knownPeople';
import { type BuyingWish, BuyingWishes, type Ping, Pings, type PostResult } from './model';
import { dayAfter, type UnsoldReason } from './rules';
import { keepWish, refreshWish } from './wishMemory';

/** Another send of the same post was faster. */
class PostDone extends Error {}

/** A wish was changed since, or has bought up to its limits. */
class WishMoved extends Error {
  constructor(readonly wishId: string) {
    super('a wish moved on');
  }
}

type Leave = (ping: Ping, leadId: string, unsold: UnsoldReason) => Promise<PostResult>;

/**
 * Sells an accepted lead at the bid to those who made it, as far as they still can, and in their place to the next in
 * turn who bid as much; where nobody is left, `leave` makes that stand. Each try is one transaction, in which the ping,
 * the limits of the wishes and the wallets are asked by the writes themselves: nobody pays twice, over a limit or for
 * nothing.
 */
export async function sellPosted(ping: Ping, lead: Lead, leave: Leave): Promise<PostResult> {
  const inVain = new Set<string>();
  const moved = new Set<string>();
  for (;;) {
    const wishes = await takersOf(ping, lead, inVain);
    if (wishes.length === 0) return leave(ping, lead._id, 'BUYERS_GONE');
    try {
      return await sell(ping, lead, wishes);
    } catch (error) {
      if (error instanceof TakerCannotPay) {
        forgetBalance(error.buyerId);
        inVain.add(error.buyerId);
      } else if (error instanceof WishMoved) {
        // Once it may only be known too old here; a second time it is given up.
        if (moved.has(error.wishId)) inVain.add(error.wishId);
        moved.add(error.wishId);
        await refreshWish(error.wishId);
      } else if (error instanceof PostDone) return leave(ping, lead._id, 'BUYERS_GONE');
      else if (isNotForSale(error)) return leave(ping, lead._id, 'NOT_FOR_SALE');
      else throw error;
    }
  }
}

/** Listed by its agency at the same moment, taken back, or sold by another send of the post. */
const isNotForSale = (error: unknown): boolean =>
  (error instanceof UserError && error.typename === 'Conflict') || duplicateKeyOf(error) !== null;

/** Who gets the places: those who bid first, then the next in turn; nobody who is no stranger or has the person already. */
async function takersOf(ping: Ping, lead: Lead, inVain: Set<string>): Promise<BuyingWish[]> {
  const { agencyId, maxSales, floorMinor, bid } = ping;
  const offered = { agencyId, facts: factsOf(ping, lead), maxSales, floorMinor, priceMinor: bid!.priceMinor };
  for (;;) {
    const found = await whoBids(offered, now(), inVain);
    if (!Array.isArray(found)) return [];
    const hasBid = ({ _id }: BuyingWish): boolean => ping.wishIds.includes(_id);
    const inOrder = [...found.filter(hasBid), ...found.filter((wish) => !hasBid(wish))].slice(0, maxSales);
    const unfit = await unfitAmong(inOrder, agencyId, lead._id);
    if (unfit.length === 0) return inOrder;
    for (const buyerId of unfit) inVain.add(buyerId);
  }
}

/** The facts that were bid on, with the lead's own place: it lies in the one that was pinged. */
const factsOf = (ping: Ping, { regionId, isVerified }: Lead) => ({
  nicheId: ping.nicheId,
  regionId,
  temperature: ping.temperature,
  contactKind: ping.contactKind,
  channel: ping.channel,
  isVerified,
});

/**
 * Asked of the database, as before each purchase: who belongs to the agency too, who bought the person before, and who has
 * it on its own list. The buyer is told nothing of it, for it sees no lead that it does not get; the agency is told no
 * reason, and gets few such answers.
 */
async function unfitAmong(wishes: readonly BuyingWish[], agencyId: string, leadId: string): Promise<string[]> {
  const buyerIds = wishes.map(({ buyerId }) => buyerId);
  const unfit = new Set(await sharingPeopleAmong(agencyId, buyerIds));
  const strangers = buyerIds.filter((id) => !unfit.has(id));
  for (const buyerId of await whoKnows(agencyId, strangers, leadId)) unfit.add(buyerId);
  return [...unfit];
}

async function sell(ping: Ping, lead: Lead, wishes: readonly BuyingWish[]): Promise<PostResult> {
  const { _id: key, agencyId, maxSales, floorMinor } = ping;
  const bid = ping.bid!;
  const priced = {
    total: money(bid.priceMinor, MARKET_CURRENCY),
    lines: bid.lines.map(({ amountMinor, ...line }) => ({ ...line, amount: money(amountMinor, MARKET_CURRENCY) })),
  };
  const takers = wishes.map(({ _id: wishId, buyerId, agreedBy: personId }) => ({ wishId, buyerId, personId }));
  const buyerIds = takers.map(({ buyerId }) => buyerId);
  const { result, spent } = await inTurn(buyerIds, () =>
    inTransaction(async () => {
      const spent: BuyingWish[] = [];
      for (const wish of wishes) spent.push(await spend(wish, bid.priceMinor));
      const sold = { key, agencyId, leadId: lead._id, maxSales, floorMinor, priced, takers };
      return { result: await finish(ping, lead._id, await sellAtOnce(sold)), spent };
    }),
  );
  for (const wish of spent) keepWish(wish);
  return result;
}

/** Counts a purchase against the limits of a wish's day, as long as it stands as it was decided on. */
async function spend(wish: BuyingWish, priceMinor: bigint): Promise<BuyingWish> {
  const { _id, version, dailyCount, dailyMinor, today } = wish;
  const at = now();
  const next = dayAfter(wish, priceMinor, at);
  if (!next) throw new WishMoved(_id);
  const isSame = today.day === next.day;
  const stands = { _id, version, state: 'ACTIVE' as const };
  const within = isSame
    ? {
        'today.day': next.day,
        'today.count': { $lt: dailyCount },
        'today.spentMinor': { $lte: dailyMinor - priceMinor },
      }
    : { 'today.day': { $ne: next.day } };
  const change = isSame
    ? {
        $inc: { 'today.count': 1, 'today.spentMinor': priceMinor },
        $set: { 'today.mostCount': dailyCount, 'today.mostMinor': dailyMinor, lastBoughtAt: at },
      }
    : { $set: { today: next, lastBoughtAt: at } };
  const { matchedCount } = await BuyingWishes.updateOne({ ...stands, ...within }, change);
  if (matchedCount === 0) throw new WishMoved(_id);
  return { ...wish, today: next, lastBoughtAt: at };
}

async function finish(ping: Ping, leadId: string, sales: readonly Sale[]): Promise<PostResult> {
  const places = sales.map(({ _id, wishId }) => ({ saleId: _id, wishId: wishId ?? '' }));
  const result: PostResult = { leadId, sales: places, unsold: null, at: now() };
  const { matchedCount } = await Pings.updateOne(
    { _id: ping._id, state: 'POSTED' },
    { $set: { state: 'DONE', result } },
  );
  if (matchedCount === 0) throw new PostDone();
  return result;
}
