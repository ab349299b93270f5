import { type Viewer } from '../../../graphql/viewer';
import { after, DAY, now } from '../../../platform/clock';
import { type Listing } from '../../listings';
import { askableADay, askOwnList, type OwnListTold, type Unit } from '../../ownLists';
import { boughtSince } from '../sales/boughtSince';

/** Purchases of this time count for how much a buyer may ask its own list. */
const COUNTED_MS = 30 * DAY;

const boughtLately = async (buyerId: string): Promise<number> =>
  (await boughtSince(buyerId, after(now(), -COUNTED_MS))).sales;

/** About how many leads a business may ask its own list in a day. */
export const askableBy = async (buyerId: string): Promise<number> => askableADay(await boughtLately(buyerId));

/** A single lead is the same in every listing that it comes in. */
const unitOf = ({ _id, kind, leadIds }: Pick<Listing, '_id' | 'kind' | 'leadIds'>): Unit => ({
  id: kind === 'LOT' ? _id : leadIds[0]!,
  leadIds,
});

/** The asking of a buyer's own list for one quote: what was answered so far, and how it stands. */
export class OwnListAsked {
  answer: OwnListTold['answer'] | 'NOT_WANTED';

  constructor(
    private readonly viewer: Viewer,
    isUnwanted: boolean,
  ) {
    this.answer = isUnwanted ? 'NOT_WANTED' : 'NO_LIST';
  }

  /** Which of the listings hold the buyer's own people. Once the day's limit is reached, it is said of the whole quote. */
  async knownAmong<L extends Pick<Listing, '_id' | 'kind' | 'leadIds'>>(listings: readonly L[]): Promise<L[]> {
    if (this.answer === 'NOT_WANTED') return [];
    const told = await askOwnList(this.viewer, listings.map(unitOf), () => boughtLately(this.viewer.organisationId));
    if (this.answer !== 'LIMIT_REACHED') this.answer = told.answer;
    return listings.filter((listing) => told.known.has(unitOf(listing).id));
  }
}
