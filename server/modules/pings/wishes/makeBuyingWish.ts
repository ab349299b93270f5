import { type MakeBuyingWishInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { conflict } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { type BuyingWish, BuyingWishes } from '../model';
import { dayOf, WISH } from '../rules';
import { keepWish } from '../wishMemory';
import { stakeOf } from './stake';
import { isAgreed, nameTaken, readTerms } from './terms';

/** Keeps a new wish; it buys at once where the amount at stake was agreed to. Throws InvalidInput, Conflict. */
export async function makeBuyingWish(viewer: Viewer, input: MakeBuyingWishInput): Promise<BuyingWish> {
  const { organisationId: buyerId, personId } = viewer;
  const terms = readTerms(input.terms);
  const at = now();
  const wish: BuyingWish = {
    _id: newId('wish'),
    buyerId,
    ...terms,
    state: isAgreed(input.agreedPerDay, terms) ? 'ACTIVE' : 'PAUSED',
    version: 1,
    today: { day: dayOf(at), count: 0, spentMinor: 0n, mostCount: 0, mostMinor: 0n },
    lastBoughtAt: null,
    agreedBy: personId,
    createdAt: at,
  };
  const others = await BuyingWishes.countDocuments({ buyerId });
  if (others >= WISH.mostOfBusiness)
    throw conflict(`A business has at most ${WISH.mostOfBusiness} buying wishes. Delete one first.`);
  try {
    await inTransaction(async () => {
      await BuyingWishes.insertMany([wish]);
      await recordAct({ actor: personId, act: 'makeBuyingWish', subject: buyerId, after: stakeOf(wish) });
    });
  } catch (error) {
    throw duplicateKeyOf(error)?.keyPattern === 'buyerId,name' ? nameTaken() : error;
  }
  keepWish(wish);
  return wish;
}
