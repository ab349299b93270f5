import { type DeleteBuyingWishInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { notFound } from '../../../platform/errors';
import { inTransaction } from '../../../platform/transaction';
import { BuyingWishes, type BuyingWishRow, wishFrom } from '../model';
import { forgetWish } from '../wishMemory';
import { stakeOf } from './stake';

/** Deletes a wish of the viewer's business. What it bought stays bought. Throws NotFound. */
export async function deleteBuyingWish(
  { organisationId: buyerId, personId }: Viewer,
  { id }: DeleteBuyingWishInput,
): Promise<string> {
  await inTransaction(async () => {
    const row = await BuyingWishes.findOneAndDelete({ _id: id, buyerId }).lean<BuyingWishRow>();
    if (!row) throw notFound('buying wish');
    await recordAct({ actor: personId, act: 'deleteBuyingWish', subject: buyerId, before: stakeOf(wishFrom(row)) });
  });
  forgetWish(id);
  return id;
}
