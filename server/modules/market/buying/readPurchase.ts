import { type Viewer } from '../../../graphql/viewer';
import { idFrom } from '../../../platform/ids';
import { boughtBy, type PurchaseAnswer } from './answers';
import { inTurn } from './inTurn';

/** What the buyer's purchase under this client key has bought, null where nothing: asking buys nothing. */
export const readPurchase = ({ organisationId }: Viewer, clientKey: string): Promise<PurchaseAnswer | null> =>
  // One that is under way ends first, so that the answer is the last one.
  inTurn([organisationId], () => boughtBy(idFrom('purchase', organisationId, clientKey)));
