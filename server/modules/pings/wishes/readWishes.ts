import { type Viewer } from '../../../graphql/viewer';
import { type BuyingWish, BuyingWishes, type BuyingWishRow, wishFrom } from '../model';

/** What the viewer's business buys by itself, by name. */
export const readWishes = async ({ organisationId }: Viewer): Promise<BuyingWish[]> =>
  (await BuyingWishes.find({ buyerId: organisationId }).sort({ name: 1 }).lean<BuyingWishRow[]>()).map(wishFrom);
