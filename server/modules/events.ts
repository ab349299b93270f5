/** Every event of the market on one page: past tense, ids and amounts only, never personal data. */

export interface EventTopics {
  /** An organisation was signed up. */
  'organisation.created': { organisationId: string; kind: 'AGENCY' | 'BUSINESS' | 'PLATFORM'; currency: string };
  /** An agency may now list. */
  'organisation.approved': { organisationId: string };
  /** What it has on sale is withdrawn; its members may only read. */
  'organisation.suspended': { organisationId: string; kind: 'AGENCY' | 'BUSINESS' | 'PLATFORM' };
  /** The suspension was lifted. */
  'organisation.reinstated': { organisationId: string; kind: 'AGENCY' | 'BUSINESS' | 'PLATFORM' };
  /** A message that someone is to get; `secretRef` names where the sender finds what to put in, never the secret. */
  'mail.requested': { template: string; personId: string | null; secretRef: string };
  /** A message that waits sealed under that id is to be sent. */
  'message.requested': { messageId: string; channel: 'EMAIL' | 'SMS' };
  /** A top-up's money came in and is in the wallet. */
  'topUp.succeeded': { topUpId: string; organisationId: string; amountMinor: string; currency: string };
  /** All rows of an uploaded file have been judged. */
  'batch.imported': { batchId: string; agencyId: string; accepted: number; rejected: number; duplicates: number };
  /** How many leads of an agency were judged, accepted and verified in the last 90 days; told when it changed. */
  'agency.counted': { agencyId: string; judged: number; accepted: number; verified: number };
  /** What an agency was paid for by campaigns in the last 90 days: how much there was, and the part of it that was refunded; told when it changed. */
  'agency.usageCounted': { agencyId: string; kind: 'CLICK' | 'CALL'; count: number; refundedBps: number };
  /** A lead left the market before it was sold out. */
  'lead.withdrawn': { leadId: string; agencyId: string };
  /** A proof came later, or nothing weighs against one any more: a channel is known to reach the person. */
  'lead.proven': { leadId: string; agencyId: string };
  /** The person said that it was somebody else who left the contact. */
  'lead.denied': { leadId: string; agencyId: string };
  /** The person took back the consent under which the lead is sold. */
  'consent.withdrawn': { leadId: string; agencyId: string };
  /** The person put name or town right; which of them. */
  'contact.corrected': { leadId: string; agencyId: string; fields: string[] };
  /** Who the person of a lead is was erased. `agencyIds`: all that brought the person; `repeats`: who did so again, and when. */
  'lead.erased': {
    leadId: string;
    agencyId: string;
    agencyIds: string[];
    repeats?: { agencyId: string; at: string }[];
    because: 'PERSON' | 'RETENTION';
  };
  /** The upload of a batch holds somebody who was erased. */
  'batch.holdsErased': { batchId: string };
  /** A buyer's search had no result: demand without supply. */
  'search.foundNothing': { nicheId: string; regionId: string | null; buyerId: string };
  /** A sale was made and its money is held until the dispute window ends. */
  'sale.held': SaleFacts & { leadId: string; heldAt: string; windowEndsAt: string };
  /** The window ended undisputed, or the dispute was refused: the money is the agency's. */
  'sale.released': SaleFacts;
  /** Money of a sale went back to its buyer, in full or in part. */
  'sale.refunded': SaleFacts & { refundedMinor: string; isFull: boolean };
  'dispute.opened': DisputeFacts;
  'dispute.answered': DisputeFacts;
  'dispute.decided': DisputeFacts & {
    outcome: 'ACCEPTED' | 'REJECTED' | 'WITHDRAWN';
    refundedMinor: string;
    /** The lead that was sold; null where none was. */
    leadId: string | null;
    /** The whole was given back for a reason that lies in the lead itself: nobody else is to buy it. */
    isLeadCondemned: boolean;
  };
}

interface SaleFacts {
  saleId: string;
  listingId: string;
  buyerId: string;
  agencyId: string;
  nicheId: string;
  regionId: string;
  /** Minor units as digits: events are plain JSON. */
  grossMinor: string;
  currency: string;
}

interface DisputeFacts {
  disputeId: string;
  /** SALE, CLICK_BATCH or CALL, and the id of it. */
  kind: string;
  subjectId: string;
  /** Null where it is about no sale. */
  saleId: string | null;
  buyerId: string;
  agencyId: string;
  reason: string;
}

export interface MarketEvent<T extends keyof EventTopics> {
  /** The same for every delivery: what a handler makes idempotent with. */
  id: string;
  topic: T;
  aggregate: string;
  at: Date;
}
