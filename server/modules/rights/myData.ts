import { organisationsById } from '../accounts';
import { type Niche, nicheTree } from '../catalog';
import { consentsOf, type ConsentRead, type LeadOfPerson, leadsOfPerson } from '../leads';
import { type Sale, salesOfLeads } from '../market';
import { type BusinessRecord, type CallOfPerson, heldBesideOf } from './heldBeside';
import { type OwnRecording, ownRecordings } from './ownRecordings';
import { contactsOf, type OwnContact } from './session';

/** Somebody who has, or had, what is held of a person. */
export interface Recipient {
  name: string;
  kind: 'AGENCY' | 'BUYER' | 'STAFF';
  /** When the lead came to them; null for staff. */
  since: Date | null;
  looks: number;
  lastLookAt: Date | null;
}

/** One request of a person, with everybody who received it. */
export interface OwnRequest extends LeadOfPerson {
  agency: string;
  niche: Niche | undefined;
  consent: ConsentRead | null;
  recordings: OwnRecording[];
  /** How many businesses have bought it, and the most that may, as those were promised; null where nobody has. */
  soldTo: number;
  soldAtMost: number | null;
  recipients: Recipient[];
}

export interface MyData {
  contacts: OwnContact[];
  requests: OwnRequest[];
  /** What businesses themselves told of the person. */
  fromBusinesses: BusinessRecord[];
  /** Calls that the person made by numbers of the market. */
  calls: CallOfPerson[];
}

/** All that is held under the contacts that a session has proven, and who received it; null where it is over. */
export async function myData(token: string, reason = 'shown to the person'): Promise<MyData | null> {
  const contacts = await contactsOf(token);
  if (contacts.length === 0) return null;
  const requests = await requestsOf(contacts, reason);
  const { records, calls } = await heldBesideOf(contacts, reason);
  return { contacts, requests, fromBusinesses: records, calls };
}

async function requestsOf(contacts: readonly OwnContact[], reason: string): Promise<OwnRequest[]> {
  const held = await leadsOfPerson(contacts, reason);
  const consents = await consentsOf(held.filter(({ isBeside }) => !isBeside).map(({ lead }) => lead._id));
  const recordings = await ownRecordings(held);
  // Who bought another's request is not told to whoever gave a contact beside it.
  const sales = await salesOfLeads(held.filter(({ isBeside }) => !isBeside).map(({ lead }) => lead._id));
  const names = await namesOf(held, sales);
  return held.map((one) => ({
    ...one,
    agency: names.get(one.lead.agencyId) ?? '',
    niche: nicheTree().byId(one.lead.nicheId),
    consent: consents.get(one.lead._id) ?? null,
    recordings: recordings.get(one.lead._id) ?? [],
    ...soldOf(sales.filter(({ leadId }) => leadId === one.lead._id)),
    recipients: recipientsOf(one, sales, names),
  }));
}

/** A refunded one had it too. */
const soldOf = (sales: readonly Sale[]): Pick<OwnRequest, 'soldTo' | 'soldAtMost'> => ({
  soldTo: sales.length,
  soldAtMost: sales.length > 0 ? Math.min(...sales.map(({ maxSales }) => maxSales)) : null,
});

async function namesOf(held: readonly LeadOfPerson[], sales: readonly Sale[]): Promise<Map<string, string>> {
  const ids = [
    ...held.flatMap(({ lead, touches, looks }) => [
      lead.agencyId,
      ...touches.map(({ agencyId }) => agencyId),
      ...looks.map(({ organisationId }) => organisationId),
    ]),
    ...sales.map(({ buyerId }) => buyerId),
  ];
  const organisations = await organisationsById([...new Set(ids)]);
  return new Map([...organisations].map(([id, { name }]) => [id, name]));
}

type Names = ReadonlyMap<string, string>;

/** Agencies that brought it, buyers, and staff who looked at it. */
function recipientsOf({ lead, touches, looks }: LeadOfPerson, sales: readonly Sale[], names: Names): Recipient[] {
  const seenBy = (organisationId: string, basis: string) => {
    const found = looks.find((look) => look.organisationId === organisationId && look.basis === basis);
    return { looks: found?.count ?? 0, lastLookAt: found?.lastAt ?? null };
  };
  const agencies = new Map<string, Date>([[lead.agencyId, lead.submittedAt]]);
  for (const { agencyId, at } of touches) if (!agencies.has(agencyId)) agencies.set(agencyId, at);
  const nameOf = (id: string): string => names.get(id) ?? '';
  return [
    ...[...agencies].map(([id, since]): Recipient => ({
      name: nameOf(id),
      kind: 'AGENCY',
      since,
      ...seenBy(id, 'OWNER'),
    })),
    ...sales
      .filter(({ leadId }) => leadId === lead._id)
      .map(({ buyerId, heldAt }): Recipient => ({
        name: nameOf(buyerId),
        kind: 'BUYER',
        since: heldAt,
        ...seenBy(buyerId, 'SALE'),
      })),
    ...looks
      .filter(({ basis }) => basis === 'STAFF')
      .map(({ organisationId, count, lastAt }): Recipient => ({
        name: nameOf(organisationId),
        kind: 'STAFF',
        since: null,
        looks: count,
        lastLookAt: lastAt,
      })),
  ];
}
