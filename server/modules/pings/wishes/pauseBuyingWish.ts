import { type PauseBuyingWishInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { type BuyingWish } from '../model';
import { alterWish } from './alterWish';

/** Stops a wish; what it bid before is void. Pausing a paused one is no refusal. Throws NotFound. */
export const pauseBuyingWish = (viewer: Viewer, { id }: PauseBuyingWishInput): Promise<BuyingWish> =>
  alterWish(viewer, 'pauseBuyingWish', id, () => ({ state: 'PAUSED' }));
