import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { after } from '../../platform/clock';
import { toMinor } from '../../platform/money';
import { Disputes } from './model';
import { type Claims, type DisputeRules, isOverRate, rulesInForce } from './rules';
import { allSubjects, type DisputedSubject, type Subject } from './subjects';

/** One row a buyer that ever disputed, changed by each claim so that two claims at once meet. */
interface ClaimantRow {
  _id: string;
  opened: number;
}

const Claimants = mongoose.model(
  'Claimant',
  new mongoose.Schema<ClaimantRow>({ _id: String, opened: Number }, { collection: 'claimants', versionKey: false }),
);

export const claimantCollection: CollectionSpec = { name: 'claimants', indexes: [] };

/**
 * What the buyer of a subject bought of its kind and claims of that in the period that the rules look at, with what it
 * claims now. Withdrawn claims do not count. Each kind is a share of its own: who buys many visitors could else dispute
 * every lead, and the other way round.
 */
export async function claimsOf(
  source: DisputedSubject,
  { id, buyerId }: Subject,
  claimedMinor: bigint,
  rules: DisputeRules,
  at: Date,
): Promise<Claims> {
  const { disputedMinor, ...bought } = await earlierClaims(source, buyerId, rules, at, id);
  return { ...bought, disputedMinor: disputedMinor + claimedMinor };
}

/**
 * Whether a buyer disputes over the rate of one of the kinds that it buys, by the rules in force: what S55 says of its
 * claims, and why its campaigns come later where the market chooses (product 4.7).
 */
export async function disputesTooMuch(buyerId: string, at: Date): Promise<boolean> {
  for (const source of allSubjects()) {
    const rules = rulesInForce(source.kind);
    if (isOverRate(rules, await earlierClaims(source, buyerId, rules, at))) return true;
  }
  return false;
}

/** What a buyer bought of a kind in the period, and what of that it claims, but for one subject. */
async function earlierClaims(
  { kind, boughtSince }: DisputedSubject,
  buyerId: string,
  rules: DisputeRules,
  at: Date,
  exceptId?: string,
): Promise<Claims> {
  const since = after(at, -rules.rateMs);
  const { count, grossMinor } = await boughtSince(buyerId, since);
  const [row] = await Disputes.aggregate<{ sum: bigint | number }>([
    {
      $match: {
        buyerId,
        kind,
        openedAt: { $gte: since },
        soldAt: { $gte: since },
        state: { $ne: 'WITHDRAWN' },
        ...(exceptId === undefined ? {} : { subjectId: { $ne: exceptId } }),
      },
    },
    { $group: { _id: null, sum: { $sum: '$claimedMinor' } } },
  ]);
  return { bought: count, boughtMinor: grossMinor, disputedMinor: toMinor(row?.sum) };
}

/** Makes the row that `queueClaims` changes; outside a transaction, where two at once do no harm. */
export async function readyClaimant(buyerId: string): Promise<void> {
  await Claimants.updateOne({ _id: buyerId }, { $setOnInsert: { opened: 0 } }, { upsert: true });
}

/** Makes claims of one buyer queue, in the open transaction: each one counts those before it. */
export async function queueClaims(buyerId: string): Promise<void> {
  await Claimants.updateOne({ _id: buyerId }, { $inc: { opened: 1 } });
}
