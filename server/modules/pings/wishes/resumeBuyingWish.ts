import { type ResumeBuyingWishInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { type BuyingWish } from '../model';
import { alterWish } from './alterWish';
import { isAgreed } from './terms';

/** Lets a wish buy, once the budget of its day was agreed to. Throws InvalidInput, NotFound. */
export const resumeBuyingWish = (viewer: Viewer, { id, agreedPerDay }: ResumeBuyingWishInput): Promise<BuyingWish> =>
  alterWish(viewer, 'resumeBuyingWish', id, (wish) => {
    isAgreed(agreedPerDay, wish);
    return { state: 'ACTIVE', agreedBy: viewer.personId };
  });
