import { type EventHandler } from '../../platform/manifest';
import { formatMoney } from '../../platform/money';
import { makeCards } from './makeCards';
import { type CardEventKind } from './model';
import { closeErased, tellBuyers } from './tellBuyers';
import { tellCard } from './tellCard';

const OUTCOMES = {
  ACCEPTED: 'The dispute was decided for you.',
  REJECTED: 'The dispute was decided against you.',
  WITHDRAWN: 'You withdrew the dispute.',
};

/** What a claim says, in words. */
const CLAIMS: Readonly<Record<string, string>> = {
  DUPLICATE: 'Disputed as a duplicate.',
  BOT: 'Disputed as the work of a robot.',
  TYPO: 'Disputed for a wrong contact.',
  COMPETITOR: 'Disputed as a competitor.',
  PRANK: 'Disputed as a prank.',
  NOT_AS_LISTED: 'Disputed as not what was listed.',
  NO_CONSENT: 'Disputed for want of consent.',
};

/** Tells the card of a sale; a dispute of clicks or of a call has none. */
async function tellSale(
  saleId: string | null,
  kind: CardEventKind,
  event: { id: string; at: Date },
  text: string | null,
): Promise<void> {
  if (saleId !== null) await tellCard(saleId, kind, event, text);
}

export const handlers: EventHandler[] = [
  {
    topic: 'sale.held',
    name: 'desk.makeCard',
    async handle({ saleId, leadId, listingId, buyerId, agencyId, nicheId, regionId, heldAt }) {
      const sale = { saleId, leadId, listingId, buyerId, agencyId, nicheId, regionId };
      await makeCards([{ ...sale, heldAt: new Date(heldAt) }]);
    },
  },
  {
    topic: 'sale.released',
    name: 'desk.tellRelease',
    handle: ({ saleId }, event) => tellCard(saleId, 'RELEASED', event, null),
  },
  {
    topic: 'sale.refunded',
    name: 'desk.tellRefund',
    handle({ saleId, refundedMinor, currency, isFull }, event) {
      const amount = formatMoney({ minor: BigInt(refundedMinor), currency });
      const text = isFull ? `${amount} came back; the contact is closed.` : `${amount} came back.`;
      return tellCard(saleId, 'REFUNDED', event, text);
    },
  },
  {
    topic: 'dispute.opened',
    name: 'desk.tellDisputeOpened',
    handle: ({ saleId, reason }, event) => tellSale(saleId, 'DISPUTE_OPENED', event, CLAIMS[reason] ?? null),
  },
  {
    topic: 'dispute.answered',
    name: 'desk.tellDisputeAnswered',
    handle: ({ saleId }, event) => tellSale(saleId, 'DISPUTE_ANSWERED', event, null),
  },
  {
    topic: 'dispute.decided',
    name: 'desk.tellDisputeDecided',
    handle: ({ saleId, outcome }, event) => tellSale(saleId, 'DISPUTE_DECIDED', event, OUTCOMES[outcome]),
  },
  {
    topic: 'lead.denied',
    name: 'desk.tellDenial',
    handle: ({ leadId }, event) => tellBuyers(leadId, 'DENIED_BY_PERSON', event),
  },
  {
    topic: 'consent.withdrawn',
    name: 'desk.tellWithdrawal',
    handle: ({ leadId }, event) => tellBuyers(leadId, 'CONSENT_WITHDRAWN', event),
  },
  {
    topic: 'contact.corrected',
    name: 'desk.tellCorrection',
    handle: ({ leadId }, event) => tellBuyers(leadId, 'CONTACT_CORRECTED', event),
  },
  {
    topic: 'lead.erased',
    name: 'desk.closeErased',
    handle: ({ leadId, because }, event) => closeErased(leadId, because, event),
  },
];
