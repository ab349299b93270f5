import { toMinor } from '../../../platform/money';
import { type DisputedSubject, type Finding, ruleOf, type Subject } from '../../disputes';
import { endClaim, moveToDisputed, refundCall } from '../billing/refundCall';
import { type Call, Calls } from '../model';
import { callsById } from '../readCalls';
import { callEvidence } from './callEvidence';
import { gatherCall } from './gatherCall';

/** A call in dispute, with the call itself. */
interface DisputedCall extends Subject {
  call: Call;
}

const subjectFrom = (call: Call): DisputedCall => ({
  call,
  id: call._id,
  buyerId: call.businessId,
  agencyId: call.agencyId,
  nicheId: call.nicheId,
  leadId: null,
  grossMinor: call.grossMinor,
  refundedMinor: call.refundedMinor,
  currency: call.currency,
  count: null,
  state: call.money === 'NONE' ? null : call.money,
  soldAt: call.heldAt ?? call.startedAt,
  windowEndsAt: call.windowEndsAt ?? call.startedAt,
  billedSoonAt: null,
  rulesVersion: call.disputeRules ?? 1,
  isCancelled: false,
});

/** Calls as disputes know them; see `DisputedSubject`. */
export const callSubject: DisputedSubject<DisputedCall> = {
  kind: 'CALL',
  async load(ids) {
    return new Map([...(await callsById(ids))].map(([id, call]) => [id, subjectFrom(call)]));
  },
  async boughtSince(businessId, since) {
    const [row] = await Calls.aggregate<{ count: number; gross: bigint | number }>([
      { $match: { businessId, verdict: 'BILLED', heldAt: { $gte: since } } },
      { $group: { _id: null, count: { $sum: 1 }, gross: { $sum: '$grossMinor' } } },
    ]);
    return { count: row?.count ?? 0, grossMinor: toMinor(row?.gross) };
  },
  async evidence({ call }, { reasons, rules }) {
    const facts = await gatherCall(call);
    return new Map<(typeof reasons)[number], Finding[]>(
      reasons.map((reason) => [reason, callEvidence(ruleOf(rules, reason).lookUps, reason, facts)]),
    );
  },
  moveToDisputed,
  async settle({ subjectId: callId, refund, at, actor, disputeId }) {
    if (refund) await refundCall({ callId, amount: refund, actor, at, disputeId });
    else await endClaim(callId, at, actor);
  },
  async *touched() {
    const rows = Calls.find({ $or: [{ money: 'DISPUTED' }, { refundedMinor: { $gt: 0 } }] }, { _id: 1 })
      .lean()
      .cursor() as AsyncIterable<{ _id: string }>;
    for await (const { _id } of rows) yield _id;
  },
};
