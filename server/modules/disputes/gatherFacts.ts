import { after, now } from '../../platform/clock';
import { organisationsByMailDomain, sharingPeopleAmong } from '../accounts';
import { nicheTree, regionTree } from '../catalog';
import {
  consentsOf,
  contactHashesOf,
  isRefuted,
  type Lead,
  leadsById,
  samePersonAs,
  type Signal,
  touchesOf,
} from '../leads';
import { type Listing, listingsById, previewedLeads } from '../listings';
import { type Sale, salesOfLeads, tradersInNiches } from '../market';
import { DENIAL_SIGNAL, ROBOT_SIGNALS } from './bearingSignals';
import { type ContactAttempt, type DisputeFacts } from './evidence';
import { Disputes } from './model';
import { type SaleLookUp, type SaleRules } from './saleRules';

/**
 * Looks up what the look-ups ask for about a sale, by hashes and stored facts: no contact is opened. Reads only; call
 * it outside of transactions.
 */
export async function gatherFacts(
  sale: Sale,
  rules: SaleRules,
  lookUps: readonly SaleLookUp[],
  callLog: readonly ContactAttempt[],
): Promise<DisputeFacts> {
  const asks = (...wanted: SaleLookUp[]): boolean => wanted.some((lookUp) => lookUps.includes(lookUp));
  const lead = withoutRefuted(known(sale.leadId, await leadsById([sale.leadId])));
  const listing = known(sale.listingId, await listingsById([sale.listingId]));
  const [ofTouches, earlierSales, sellerDomain, consent, others] = await Promise.all([
    signalsOfTouches(sale.leadId),
    asks('HASH_SOLD_BEFORE') ? earlierSalesOf(sale, rules) : null,
    asks('SELLER_DOMAIN') ? sellerDomainOf(sale, lead, rules) : null,
    asks('CONSENT_RECORD') ? consentOf(sale.leadId) : null,
    asks('OTHER_BUYERS') ? othersOf(sale) : { bought: 0, disputed: 0, accepted: 0 },
  ]);
  return {
    earlierSales,
    sellerDomain,
    consent,
    others,
    callLog,
    ...storedFacts(lead),
    signals: signalsOf(lead, ofTouches, sale),
    wasShown: previewedLeads(listing).includes(sale.leadId),
    listed: listedFacts(listing),
  };
}

/** What a sale points to is always there. */
function known<T>(id: string, found: ReadonlyMap<string, T>): T {
  const one = found.get(id);
  if (one === undefined) throw new Error(`a sale points to ${id}, which does not exist`);
  return one;
}

/** A phone that only looks made up is none once its owner has answered on it: such a finding is evidence no more. */
const withoutRefuted = (lead: Lead): Lead => ({
  ...lead,
  signals: lead.signals.filter((signal) => !isRefuted(signal, lead)),
});

/** What the lead's own row tells. */
function storedFacts({ signals, reach }: Lead) {
  const channels = [
    { name: 'phone', reach: reach.phone },
    { name: 'e-mail', reach: reach.email },
  ];
  const having = (wanted: 'LIVE' | 'DEAD'): string[] =>
    channels.filter(({ reach }) => reach === wanted).map(({ name }) => name);
  const has = (wanted: Signal['code']): boolean => signals.some(({ code }) => code === wanted);
  return {
    robotSignals: signals
      .filter(({ code }) => ROBOT_SIGNALS.includes(code))
      .map(({ code, weight }) => ({ code, weight })),
    isDenied: has(DENIAL_SIGNAL),
    isSellerFound: has('COMPETITOR'),
    deadChannels: having('DEAD'),
    liveChannels: having('LIVE'),
  };
}

/** What repeats of the person told of the lead: that they were known by likeness says nothing against it. */
async function signalsOfTouches(leadId: string): Promise<Signal[]> {
  const touches = (await touchesOf([leadId])).get(leadId);
  return (touches?.signals ?? []).filter(({ code }) => code !== 'DUPLICATE_ALIKE');
}

/** The lead's signals and those of its repeats, once for each code. */
function signalsOf(lead: Lead, ofTouches: readonly Signal[], { heldAt }: Sale): DisputeFacts['signals'] {
  const own = new Set(lead.signals.map(({ code }) => code));
  const further = ofTouches.filter(({ code }, place) => ofTouches.findIndex((one) => one.code === code) === place);
  return [...lead.signals, ...further.filter(({ code }) => !own.has(code))].map((signal) => ({
    ...signal,
    isBefore: lead.signals.includes(signal) && signal.at <= heldAt,
  }));
}

/** What the buyer was told before paying, line by line; of a lot what was said of all its leads. */
function listedFacts({ nicheId, regionId, temperature, contactKind, channel, isVerified }: Listing): string[] {
  return [
    `niche ${nicheTree().byId(nicheId)?.name ?? nicheId}`,
    `region ${regionTree().byId(regionId)?.name ?? regionId}`,
    `temperature ${temperature.toLowerCase()}`,
    `contact kind ${contactKind.toLowerCase()}`,
    `channel ${channel === 'OTHER' ? 'not told' : channel.toLowerCase().replaceAll('_', ' ')}`,
    isVerified ? 'verified' : 'not verified',
  ];
}

/**
 * Sales of the same person to the same buyer before this one and within the period, the latest first. Of one purchase the
 * earlier number is before. What was refunded is no sale to be a duplicate of.
 */
async function earlierSalesOf(sale: Sale, rules: SaleRules): Promise<DisputeFacts['earlierSales']> {
  const same = await samePersonAs(sale.leadId);
  if (same === null) return null;
  const matchedOn = new Map(same.map((lead) => [lead.leadId, lead.matchedOn]));
  const since = after(sale.heldAt, -rules.duplicateMs);
  const sales = await salesOfLeads([...matchedOn.keys()]);
  return sales
    .filter(({ buyerId, state, heldAt }) => buyerId === sale.buyerId && state !== 'REFUNDED' && heldAt >= since)
    .filter((other) => isBefore(other, sale))
    .sort((a, b) => b.heldAt.getTime() - a.heldAt.getTime())
    .map(({ leadId, heldAt }) => ({ matchedOn: matchedOn.get(leadId)!, heldAt }));
}

const isBefore = (a: Sale, b: Sale): boolean =>
  a.heldAt < b.heldAt || (a.heldAt.getTime() === b.heldAt.getTime() && a.number < b.number);

/**
 * Whether the lead's mail domain is that of another organisation's member which trades in this branch of niches. It is
 * proof only where both were so before the lead came to the market: whoever bought a lead, shared ones too, can read its
 * domain, sign up with it, and buy. Organisations that share people with the buyer say nothing of strangers.
 */
async function sellerDomainOf(sale: Sale, lead: Lead, rules: SaleRules): Promise<DisputeFacts['sellerDomain']> {
  const domainHash = (await contactHashesOf([sale.leadId])).get(sale.leadId)?.domainHash;
  if (!domainHash) return null;
  const joinedAt = await organisationsByMailDomain(domainHash);
  const own = await sharingPeopleAmong(sale.buyerId, [...joinedAt.keys()]);
  const others = [...joinedAt.keys()].filter((id) => id !== sale.buyerId && !own.has(id));
  const niches = branchOf(sale.nicheId);
  const cameAt = lead.submittedAt;
  const early = others.filter((id) => joinedAt.get(id)! < cameAt);
  const from = after(sale.heldAt, -rules.rateMs);
  if ((await tradersInNiches(early, niches, { from, to: cameAt })).size > 0) return 'SELLER';
  const since = await tradersInNiches(others, niches, { from, to: now() });
  return since.size > 0 ? 'SELLER_SINCE' : 'NO_SELLER';
}

/** The niche with all that lie under the same root. */
function branchOf(nicheId: string): string[] {
  const niches = nicheTree();
  const [root] = niches.pathOf(nicheId);
  return root ? niches.list().flatMap(({ _id }) => (niches.isWithin(_id, root._id) ? _id : [])) : [];
}

async function consentOf(leadId: string): Promise<DisputeFacts['consent']> {
  const consent = (await consentsOf([leadId])).get(leadId);
  return consent ? { at: consent.at, method: consent.method.toLowerCase().replaceAll('_', ' ') } : null;
}

/** How the other buyers of a shared lead fared with it. */
async function othersOf(sale: Sale): Promise<DisputeFacts['others']> {
  const sales = await salesOfLeads([sale.leadId]);
  const disputes = await Disputes.find({ leadId: sale.leadId, subjectId: { $ne: sale._id } }, { state: 1 }).lean();
  return {
    bought: sales.filter(({ _id }) => _id !== sale._id).length,
    disputed: disputes.filter(({ state }) => state !== 'WITHDRAWN').length,
    accepted: disputes.filter(({ state }) => state === 'ACCEPTED').length,
  };
}
