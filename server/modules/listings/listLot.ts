import { type ListLotInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { conflict } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { type Listing, Listings } from './model';
import { onceIfKeyed } from './onceIfKeyed';
import { ownListings } from './ownListings';
import { requireActiveAgency } from './policy';
import { withPrice } from './repriceListings';
import { notAccepted } from './withdrawUnfit';

/** Puts a draft lot on sale at the price of now. Throws AgencyNotActive, NotFound, Conflict when it is no draft. */
export async function listLot(viewer: Viewer, input: ListLotInput): Promise<Listing> {
  await requireActiveAgency(viewer);
  const lotId = await onceIfKeyed(viewer, 'listLot', input, () => putOnSale(viewer, input));
  const [lot] = await ownListings(viewer, [lotId]);
  return lot!;
}

const putOnSale = (viewer: Viewer, { lotId }: ListLotInput): Promise<string> =>
  inTransaction(async () => {
    const at = now();
    const [draft] = await ownListings(viewer, [lotId]);
    if (draft?.status !== 'DRAFT' || draft.endsAt <= at) throw conflict('This is no draft, or its end has come.');
    if ((await notAccepted(draft.leadIds)).length > 0) {
      throw conflict('A lead of the lot was withdrawn or rejected, so the lot cannot be sold. Nothing was done.');
    }
    const { _id, ...lot } = withPrice({ ...draft, status: 'LISTED', ...sinceWhen(draft, at) }, at);
    const { matchedCount } = await Listings.updateOne({ _id, status: 'DRAFT' }, { $set: lot });
    if (matchedCount === 0) throw conflict('The lot is no draft any more. Nothing was done.');
    return _id;
  });

/** A lot is as old as the oldest of its leads, counted from when that one was first on sale; new where none was. */
function sinceWhen({ firstListedAt, createdAt }: Listing, at: Date): Pick<Listing, 'firstListedAt' | 'listedAt'> {
  const since = firstListedAt < createdAt ? firstListedAt : at;
  return { firstListedAt: since, listedAt: since };
}
