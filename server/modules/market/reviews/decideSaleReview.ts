import { type DecideSaleReviewInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { conflict, invalidInput, notFound } from '../../../platform/errors';
import { once } from '../../../platform/idempotency';
import { money } from '../../../platform/money';
import { requireLiveSession } from '../../accounts';
import { saleFrom, type SaleRow, Sales } from '../sales/model';
import { refundSale } from '../sales/refundSale';
import { releaseSales } from '../sales/releaseSales';
import { type SaleReviewRow, SaleReviews } from './model';

/**
 * Ends a review: the sale goes on and its money is released when due, or it is cancelled and all of the money goes back to
 * the buyer. One of two that decide at once wins; the other, and whoever is late, is told so. Throws Conflict while the
 * sale is in dispute: then its decision comes first.
 */
export async function decideSaleReview(
  viewer: Viewer,
  { clientKey, ...input }: DecideSaleReviewInput,
): Promise<{ review: SaleReviewRow }> {
  await requireLiveSession(viewer);
  const note = input.note.trim();
  if (note.length < 3 || note.length > 500) throw invalidInput('Say why, in 3 to 500 characters.', ['note']);
  const request = { actor: viewer.personId, operation: 'decideSaleReview', key: clientKey, input };
  await once(request, () => decide(viewer, { ...input, note }));
  return { review: (await SaleReviews.findById(input.saleId).lean<SaleReviewRow>())! };
}

type Decision = Omit<DecideSaleReviewInput, 'clientKey'>;

async function decide({ personId }: Viewer, { saleId, outcome, note }: Decision): Promise<null> {
  const review = await SaleReviews.findById(saleId).lean<SaleReviewRow>();
  if (!review) throw notFound('review');
  if (review.state !== 'OPEN') throw conflict('This review is decided already. Nothing was done.');
  const at = now();
  const state = outcome === 'RELEASE' ? ('RELEASED' as const) : ('CANCELLED' as const);
  await recordAct({
    actor: personId,
    act: 'decideSaleReview',
    subject: saleId,
    reason: note,
    before: { state: 'OPEN' },
    after: { state },
  });
  const { matchedCount } = await SaleReviews.updateOne(
    { _id: saleId, state: 'OPEN' },
    { $set: { state, decidedAt: at, decidedBy: personId, note } },
  );
  if (matchedCount === 0) throw conflict('This review is decided already. Nothing was done.');
  await (outcome === 'RELEASE' ? goOn(saleId, at, personId) : cancel(saleId, at, personId));
  return null;
}

async function goOn(saleId: string, at: Date, actor: string): Promise<void> {
  await Sales.updateOne({ _id: saleId }, { $unset: { isUnderReview: 1 } });
  await releaseSales([saleId], at, actor);
}

async function cancel(saleId: string, at: Date, actor: string): Promise<void> {
  const row = await Sales.findById(saleId).lean<SaleRow>();
  if (row?.state === 'DISPUTED') throw conflict('The sale is in dispute. Decide that first. Nothing was done.');
  if (row?.state !== 'HELD') throw conflict('The money of the sale is no longer on hold. Nothing was done.');
  const { grossMinor, refundedMinor, currency } = saleFrom(row);
  if (refundedMinor > 0n) throw conflict('A part of the sale was refunded by a dispute already. Nothing was done.');
  await refundSale({ saleId, amount: money(grossMinor, currency), actor, at, from: 'HELD' });
}
