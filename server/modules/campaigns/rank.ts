import { disputesTooMuch } from '../disputes';
import { type Campaign, Campaigns } from './model';

/** Notes of every business with campaigns whether it disputes too much. Answers for how many that changed. */
export async function rankBusinesses(at: Date): Promise<number> {
  const open = { state: { $ne: 'ENDED' } } as const;
  let changed = 0;
  for (const businessId of await Campaigns.distinct('businessId', open)) {
    const ranksLower = await disputesTooMuch(businessId, at);
    const { modifiedCount } = await Campaigns.updateMany(
      { businessId, ...open, ranksLower: ranksLower ? { $ne: true } : true },
      { $set: { ranksLower }, $inc: { version: 1 } },
    );
    if (modifiedCount > 0) changed++;
  }
  return changed;
}

/**
 * What a visit is worth to an agency where the market chooses: its price, and four fifths of it where the business
 * disputes over a fifth of what it pays for. In fifths of a minor unit.
 */
export const worthOf = ({ ranksLower }: Pick<Campaign, 'ranksLower'>, priceMinor: bigint): bigint =>
  priceMinor * (ranksLower === true ? 4n : 5n);
