import { type ListingFacts } from '../../listings';
import { MARKET_CURRENCY } from '../../../platform/money';
import { type BoardRow } from './columns';

export { type BoardRow } from './columns';
export { board, type BoardChange, isBoardBuilt, onBoardChange, rowOf, startBoard, stopBoard } from './feed';
export { type MarketFilter } from './filter';
export { isRowMatch } from './isRowMatch';
export { type MarketSort, type Place } from './orders';

/** A row of the board as the facts of the listing that it mirrors. */
export const factsOfRow = ({ id, priceMinor, leadCount, listedAt, endsAt, ...row }: BoardRow): ListingFacts => ({
  ...row,
  provenChannels: [...row.provenChannels],
  _id: id,
  kind: leadCount > 1 ? 'LOT' : 'SINGLE',
  status: 'LISTED',
  leadCount,
  priceMinor: BigInt(priceMinor),
  currency: MARKET_CURRENCY,
  listedAt: new Date(listedAt),
  endsAt: new Date(endsAt),
});
