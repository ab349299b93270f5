import { type Viewer } from '../../../graphql/viewer';
import { type ActName } from '../../../platform/actNames';
import { recordAct } from '../../../platform/audit';
import { notFound } from '../../../platform/errors';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { type BuyingWish, BuyingWishes, type BuyingWishRow, wishFrom } from '../model';
import { keepWish } from '../wishMemory';
import { stakeOf } from './stake';
import { nameTaken } from './terms';

/**
 * Alters a wish of the viewer's business and sets it on record with what was before; where it is so already, nothing is
 * done. Each time its version counts on, so that a bid by other terms is void. Throws NotFound, Conflict and what `alter`
 * throws.
 */
export async function alterWish(
  { organisationId: buyerId, personId }: Viewer,
  act: ActName,
  id: string,
  alter: (wish: BuyingWish) => Partial<BuyingWish>,
): Promise<BuyingWish> {
  try {
    const altered = await inTransaction(async () => {
      const row = await BuyingWishes.findOne({ _id: id, buyerId }).lean<BuyingWishRow>();
      if (!row) throw notFound('buying wish');
      const before = wishFrom(row);
      const wanted = alter(before);
      if (isSo(before, wanted)) return before;
      const changes = { ...wanted, version: before.version + 1 };
      const { matchedCount } = await BuyingWishes.updateOne({ _id: id, version: before.version }, { $set: changes });
      if (matchedCount === 0) throw notFound('buying wish');
      const after = { ...before, ...changes };
      await recordAct({ actor: personId, act, subject: buyerId, before: stakeOf(before), after: stakeOf(after) });
      return after;
    });
    keepWish(altered);
    return altered;
  } catch (error) {
    throw duplicateKeyOf(error)?.keyPattern === 'buyerId,name' ? nameTaken() : error;
  }
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}` : part));

/** Who agreed is no change by itself. */
const isSo = (wish: BuyingWish, { agreedBy: _who, ...wanted }: Partial<BuyingWish>): boolean =>
  Object.entries(wanted).every(([field, value]) => textOf(wish[field as keyof BuyingWish]) === textOf(value));
