import { boughtSince, moveSale, refundSale, releaseSales, type Sale, salesById, touchedSales } from '../market';
import { bearingEvidence, evidenceFor } from './evidence';
import { gatherFacts } from './gatherFacts';
import { type SaleLookUp, type SaleReason, saleRules } from './saleRules';
import { type DisputedSubject, type Subject } from './subjects';

/** A sale in dispute, with the sale itself. */
interface DisputedSale extends Subject {
  sale: Sale;
}

const subjectFrom = (sale: Sale): DisputedSale => ({
  sale,
  id: sale._id,
  buyerId: sale.buyerId,
  agencyId: sale.agencyId,
  nicheId: sale.nicheId,
  leadId: sale.leadId,
  grossMinor: sale.grossMinor,
  refundedMinor: sale.refundedMinor,
  currency: sale.currency,
  count: null,
  state: sale.state,
  soldAt: sale.heldAt,
  windowEndsAt: sale.windowEndsAt,
  billedSoonAt: null,
  rulesVersion: sale.ruleVersions.disputes,
  isCancelled: sale.isCancelled ?? false,
});

/** Sales of leads, the first thing that could be disputed; see `DisputedSubject`. */
export const saleSubject: DisputedSubject<DisputedSale> = {
  kind: 'SALE',
  async load(ids) {
    return new Map([...(await salesById(ids))].map(([id, sale]) => [id, subjectFrom(sale)]));
  },
  async boughtSince(buyerId, since) {
    const { sales, grossMinor } = await boughtSince(buyerId, since);
    return { count: sales, grossMinor };
  },
  async evidence({ sale, rulesVersion }, { reasons, callLog }) {
    const rules = saleRules(rulesVersion);
    const asked = reasons as readonly SaleReason[];
    const lookUps = new Set<SaleLookUp>(asked.flatMap((reason) => rules.reasons[reason].lookUps));
    const facts = await gatherFacts(sale, rules, [...lookUps], callLog);
    return new Map(
      asked.map((reason) => [
        reason,
        [...evidenceFor(rules.reasons[reason], facts, rules), ...bearingEvidence(reason, facts)],
      ]),
    );
  },
  moveToDisputed: (saleId, at) => moveSale(saleId, 'HELD', 'DISPUTED', at),
  async settle({ subjectId: saleId, refund, at, actor, disputeId }) {
    if (refund) {
      await refundSale({ saleId, amount: refund, actor, at, disputeId });
      return;
    }
    await moveSale(saleId, 'DISPUTED', 'HELD', at);
    await releaseSales([saleId], at, actor);
  },
  touched: touchedSales,
};
