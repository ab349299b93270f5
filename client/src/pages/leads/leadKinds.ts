import type { LeadRowFieldsFragment, PricedLeadFieldsFragment, PriceLinesInput } from '../../generated/leads';
import { floorOf, maxSalesOf, type Terms } from './terms';

export type LeadRow = LeadRowFieldsFragment;

/** What is known of a lead that is to be priced. */
export type PricedLead = PricedLeadFieldsFragment;

/** Whether a lead may be put on sale: accepted, and held by no listing. */
export const isListable = ({ state, listing }: LeadRow): boolean =>
  state === 'ACCEPTED' && (!listing || listing.status === 'WITHDRAWN' || listing.status === 'EXPIRED');

/** Leads that cost the same, because all that makes the price is the same. */
export interface LeadKind {
  /** One of them. */
  lead: PricedLead;
  count: number;
}

const factsOf = ({ niche, region, temperature, contactKind, verification }: PricedLead): string =>
  [niche.id, region.id, temperature, contactKind, verification.isVerified].join();

/** The kinds among leads, the most frequent first. */
export function kindsOf(leads: readonly PricedLead[]): LeadKind[] {
  const kinds = new Map<string, LeadKind>();
  for (const lead of leads) {
    const kind = kinds.get(factsOf(lead));
    if (kind) kind.count += 1;
    else kinds.set(factsOf(lead), { lead, count: 1 });
  }
  return [...kinds.values()].sort((first, second) => second.count - first.count);
}

/** What to ask to learn the price of a kind by terms. A lot's floor is for all its leads, so each has none. */
export function priceInputOf({ lead }: LeadKind, terms: Terms, isLot: boolean): PriceLinesInput {
  return {
    nicheId: lead.niche.id,
    regionId: lead.region.id,
    temperature: lead.temperature,
    contactKind: lead.contactKind,
    isVerified: lead.verification.isVerified,
    isExclusive: maxSalesOf(terms) === 1,
    floor: isLot ? null : floorOf(terms),
  };
}
