import { toMinor } from '../../../platform/money';
import { type DisputedSubject, type Finding, ruleOf, type Subject } from '../../disputes';
import { closesAt } from '../billing/rules';
import { endClaim, moveToDisputed, refundBatch } from '../billing/refundBatch';
import { type ClickBatch, ClickBatches } from '../model';
import { batchesById } from '../readClicks';
import { batchEvidence } from './batchEvidence';
import { worthOfChosen } from './chosenClicks';
import { gatherBatch } from './gatherBatch';

const IN_TRADE: readonly Subject['state'][] = ['HELD', 'DISPUTED', 'REFUNDED', 'RELEASED'];

/** A batch in dispute, with the batch itself. */
interface DisputedBatch extends Subject {
  batch: ClickBatch;
}

const subjectFrom = (batch: ClickBatch): DisputedBatch => ({
  batch,
  id: batch._id,
  buyerId: batch.businessId,
  agencyId: batch.agencyId,
  nicheId: batch.nicheId,
  leadId: null,
  grossMinor: batch.grossMinor,
  refundedMinor: batch.refundedMinor,
  currency: batch.currency,
  count: batch.billed,
  state: IN_TRADE.find((state) => state === batch.state) ?? null,
  soldAt: batch.heldAt ?? batch.to,
  windowEndsAt: batch.windowEndsAt ?? batch.to,
  billedSoonAt: batch.state === 'OPEN' ? closesAt(batch) : null,
  rulesVersion: batch.disputeRules ?? 1,
  isCancelled: false,
});

/** Batches of clicks as disputes know them; see `DisputedSubject`. */
export const batchSubject: DisputedSubject<DisputedBatch> = {
  kind: 'CLICK_BATCH',
  async load(ids) {
    return new Map([...(await batchesById(ids))].map(([id, batch]) => [id, subjectFrom(batch)]));
  },
  async boughtSince(businessId, since) {
    const [row] = await ClickBatches.aggregate<{ count: number; gross: bigint | number }>([
      { $match: { businessId, heldAt: { $gte: since } } },
      { $group: { _id: null, count: { $sum: 1 }, gross: { $sum: '$grossMinor' } } },
    ]);
    return { count: row?.count ?? 0, grossMinor: toMinor(row?.gross) };
  },
  async evidence({ batch }, { reasons, rules, named }) {
    const facts = await gatherBatch(batch, named);
    return new Map<(typeof reasons)[number], Finding[]>(
      reasons.map((reason) => [reason, batchEvidence(ruleOf(rules, reason).lookUps, reason, facts)]),
    );
  },
  worthOf: ({ id }, choices) => worthOfChosen(id, choices),
  moveToDisputed,
  async settle({ subjectId: batchId, refund, named, at, actor, disputeId }) {
    if (refund) await refundBatch({ batchId, amount: refund, named, actor, at, disputeId });
    else await endClaim(batchId, at, actor);
  },
  async *touched() {
    const rows = ClickBatches.find({ $or: [{ state: 'DISPUTED' }, { refundedMinor: { $gt: 0 } }] }, { _id: 1 })
      .lean()
      .cursor() as AsyncIterable<{ _id: string }>;
    for await (const { _id } of rows) yield _id;
  },
};
