import { after, DAY, now } from '../../../platform/clock';
import { type EventHandler } from '../../../platform/manifest';
import { inTransaction } from '../../../platform/transaction';
import { haveSharedDevice, organisationsSharingPeople } from '../../accounts';
import { organisationsWithCardsOf } from '../../payments';
import { Sales } from '../sales/model';
import { type ReviewGround, SaleReviews } from './model';

/** What was used on both sides within this time counts. */
const LOOKED_BACK_MS = 90 * DAY;

/**
 * After a sale was made, looks whether its sides are likely to be one: whoever is certain to be on both was refused before
 * paying, and this needs a person's eyes. Not in the purchase, which it would make slower for everybody: the money is on
 * hold for days anyway.
 */
export const lookForInsiders: EventHandler = {
  topic: 'sale.held',
  name: 'market.lookForInsiders',
  async handle({ saleId, buyerId, agencyId }) {
    const grounds = await groundsBetween(buyerId, agencyId);
    if (grounds.length > 0) await inTransaction(() => openReview({ saleId, buyerId, agencyId, grounds }));
  },
};

async function groundsBetween(buyerId: string, agencyId: string): Promise<ReviewGround[]> {
  const since = after(now(), -LOOKED_BACK_MS);
  const grounds: ReviewGround[] = [];
  if (await haveSharedDevice(buyerId, agencyId, since)) grounds.push('SAME_DEVICE');
  if (await haveSharedCard(buyerId, agencyId, since)) grounds.push('SAME_CARD');
  return grounds;
}

/** Agencies pay nothing in: their people are met by the cards of other businesses that they belong to. */
async function haveSharedCard(buyerId: string, agencyId: string, since: Date): Promise<boolean> {
  const others = await organisationsWithCardsOf(buyerId, since);
  if (others.size === 0) return false;
  if (others.has(agencyId)) return true;
  const linked = await organisationsSharingPeople(agencyId);
  return [...others].some((id) => linked.has(id));
}

interface Opening {
  saleId: string;
  buyerId: string;
  agencyId: string;
  grounds: ReviewGround[];
}

/** Opens the review and stops the sale's money, together; of a sale that is over there is nothing to stop. */
async function openReview({ saleId, buyerId, agencyId, grounds }: Opening): Promise<void> {
  if (await SaleReviews.exists({ _id: saleId })) return;
  if (!(await Sales.exists({ _id: saleId, state: { $in: ['HELD', 'DISPUTED'] } }))) return;
  const open = { state: 'OPEN' as const, openedAt: now(), decidedAt: null, decidedBy: null, note: null };
  await SaleReviews.insertMany([{ _id: saleId, buyerId, agencyId, grounds, ...open }]);
  const { matchedCount } = await Sales.updateOne(
    { _id: saleId, state: { $in: ['HELD', 'DISPUTED'] } },
    { $set: { isUnderReview: true } },
  );
  if (matchedCount === 0) throw new Error(`${saleId} was settled while its review was opened`);
}
