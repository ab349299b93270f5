import { recordAct } from '../../platform/audit';
import { after, MINUTE, now } from '../../platform/clock';
import { idFrom } from '../../platform/ids';
import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { inTurn, knownPeopleAmong } from '../market';
import { whoHasPerson } from '../ownLists';
import { KnownPasses, Pings } from './model';
import { KNOWN, mostPasses } from './rules';
import { allWishes } from './wishMemory';

/**
 * Who of these buyers is passed over with a lead because they know its person: by a purchase, an own list or the lot that
 * falls among its answers. A sole bidder's pass tells the agency that, so each is counted, and past a few the agency has no
 * bids of that buyer: it is then passed over with everybody. One post of an agency at a time, so that many at once learn no
 * more than one after the other.
 */
export const whoKnows = (agencyId: string, buyerIds: readonly string[], leadId: string): Promise<Set<string>> =>
  inTurn([`known people ${agencyId}`], async () => {
    const passed = new Set(await leftOutFor(agencyId));
    const asked = buyerIds.filter((id) => !passed.has(id));
    const knowing = await whoHasPerson(asked, leadId);
    for (const buyerId of asked)
      if ((await knownPeopleAmong(buyerId, [{ leadIds: [leadId] }])).known.has(leadId)) knowing.add(buyerId);
    for (const buyerId of knowing) {
      await notePass(agencyId, buyerId, leadId);
      passed.add(buyerId);
    }
    return new Set(buyerIds.filter((id) => passed.has(id)));
  });

async function notePass(agencyId: string, buyerId: string, leadId: string): Promise<void> {
  const at = now();
  try {
    await inTransaction(async () => {
      await KnownPasses.insertMany([{ _id: idFrom('pass', buyerId, leadId), agencyId, buyerId, at }], { lean: true });
      const passes = await KnownPasses.countDocuments({ agencyId, buyerId, at: { $gt: after(at, -KNOWN.withinMs) } });
      // Staff sees who comes that far: it is an agency whose people are this buyer's, or one that looks people up.
      if (passes === KNOWN.least)
        await recordAct({ actor: 'system', act: 'limitKnownPosts', subject: agencyId, after: { buyerId, passes } });
    });
  } catch (error) {
    // A post that was cut off is gone on with.
    if (!duplicateKeyOf(error)) throw error;
  }
  leftOut.delete(agencyId);
}

const MOST_KEPT = 5_000;
const TRUSTED_MS = MINUTE;
const leftOut = new Map<string, { buyerIds: ReadonlySet<string>; readAt: number }>();

/** The buyers whose bids this agency has no more today; up to a minute old. */
export async function leftOutFor(agencyId: string): Promise<ReadonlySet<string>> {
  const kept = leftOut.get(agencyId);
  const age = kept ? now().getTime() - kept.readAt : Infinity;
  if (kept && age < TRUSTED_MS) return kept.buyerIds;
  const buyerIds = await readLeftOut(agencyId);
  if (leftOut.size >= MOST_KEPT) leftOut.clear();
  leftOut.set(agencyId, { buyerIds, readAt: now().getTime() });
  return buyerIds;
}

export const forgetLeftOut = (): void => leftOut.clear();

/** One look-up, and one more where a buyer was passed over often. */
async function readLeftOut(agencyId: string): Promise<Set<string>> {
  const since = after(now(), -KNOWN.withinMs);
  const rows = await KnownPasses.find({ agencyId, at: { $gt: since } }, { buyerId: 1 })
    .readConcern('local')
    .lean<{ buyerId: string }[]>();
  const passes = new Map<string, number>();
  for (const { buyerId } of rows) passes.set(buyerId, (passes.get(buyerId) ?? 0) + 1);
  const over = new Set<string>();
  for (const [buyerId, count] of passes)
    if (count >= KNOWN.least && count >= mostPasses(await boughtBy(agencyId, buyerId, since))) over.add(buyerId);
  return over;
}

/** How many posts of the agency a buyer bought since. */
function boughtBy(agencyId: string, buyerId: string, since: Date): Promise<number> {
  const wishIds = [...allWishes()].filter((wish) => wish.buyerId === buyerId).map(({ _id }) => _id);
  return Pings.countDocuments({ agencyId, at: { $gt: since }, 'result.sales.wishId': { $in: wishIds } });
}
