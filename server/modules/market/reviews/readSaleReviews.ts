import { type QuerySaleReviewsArgs } from '../../../generated/graphql';
import { type Connection, connection, cursorMoment, pageArgs } from '../../../platform/pages';
import { type SaleReviewRow, SaleReviews } from './model';

/** Reviews in a state, those that wait longest first. */
export async function readSaleReviews({
  state,
  ...page
}: Partial<QuerySaleReviewsArgs>): Promise<Connection<SaleReviewRow>> {
  const { limit, after } = pageArgs(page);
  const from = after && cursorMoment(after[0]);
  const rest = from ? { $or: [{ openedAt: { $gt: from } }, { openedAt: from, _id: { $gt: String(after[1]) } }] } : {};
  const rows = await SaleReviews.find({ state: state ?? 'OPEN', ...rest })
    .sort({ openedAt: 1, _id: 1 })
    .limit(limit + 1)
    .lean<SaleReviewRow[]>();
  return connection(rows, limit, ({ openedAt, _id }) => [openedAt.getTime(), _id]);
}
