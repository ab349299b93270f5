import { type ChangeBuyingWishInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { type BuyingWish } from '../model';
import { alterWish } from './alterWish';
import { isAgreed, readTerms } from './terms';

/**
 * Gives a wish other terms. It buys by them only where their amount was agreed to; else it is paused. Throws InvalidInput,
 * NotFound, Conflict.
 */
export function changeBuyingWish(viewer: Viewer, input: ChangeBuyingWishInput): Promise<BuyingWish> {
  const terms = readTerms(input.terms);
  const state = isAgreed(input.agreedPerDay, terms) ? 'ACTIVE' : 'PAUSED';
  const changes = { ...terms, state, ...(state === 'ACTIVE' ? { agreedBy: viewer.personId } : {}) } as const;
  return alterWish(viewer, 'changeBuyingWish', input.id, () => changes);
}
