import { type Sale, Sales } from '../sales/model';
import { type SaleReviewRow, SaleReviews } from './model';

type Standing = Pick<Sale, '_id' | 'state' | 'isUnderReview' | 'isCancelled'>;

const SHOWN = { state: 1, isUnderReview: 1, isCancelled: 1 } as const;

/** What a review and its sale must not be to each other; null where they fit. */
function mismatch({ state }: SaleReviewRow, sale: Standing | undefined): string | null {
  if (!sale) return 'has no sale';
  // An event that is on its way ends a review whose sale a dispute has refunded.
  if (state === 'OPEN' && sale.isUnderReview !== true && sale.state !== 'REFUNDED') return 'does not hold its sale';
  if (state === 'OPEN' && sale.state === 'RELEASED') return 'is open, its sale released';
  if (state !== 'OPEN' && sale.isUnderReview) return 'is over and holds its sale';
  return (state === 'CANCELLED') === (sale.isCancelled === true) ? null : 'and its sale disagree on a cancellation';
}

/** Reviews that do not fit their sales, and sales that are held or cancelled by no review. */
export async function reviewsThatDoNotFit(): Promise<string[]> {
  const violations: string[] = [];
  for await (const review of SaleReviews.find().lean<SaleReviewRow>().cursor()) {
    const sale = await Sales.findById(review._id, SHOWN).lean<Standing>();
    const wrong = mismatch(review, sale ?? undefined);
    if (wrong) violations.push(`the review of ${review._id} is ${review.state} and ${wrong}`);
  }
  const marked = Sales.find({ $or: [{ isUnderReview: true }, { isCancelled: true }] }, SHOWN)
    .lean<Standing>()
    .cursor();
  for await (const { _id } of marked)
    if (!(await SaleReviews.exists({ _id }))) violations.push(`${_id} is held or cancelled by no review`);
  return violations;
}
