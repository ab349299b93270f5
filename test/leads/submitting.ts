import mongoose from '../../server/platform/mongoose';
import { after, DAY, now } from '../../server/platform/clock';
import { clientKey, type Actor, type World } from '../kit/world';

/** What a test says of a lead; the rest is a sound lead of its own. */
export type Told = Record<string, unknown>;

export interface Submitted {
  __typename: string;
  outcome: string;
  lead: { id: string; state: string } | null;
  reasons: { code: string; message: string }[];
  notes: { code: string; message: string }[];
  emailMeant: string | null;
  message: string;
}

const SUBMIT = `mutation Submit($input: SubmitLeadInput!) {
  submitLead(input: $input) {
    __typename
    ... on SubmitLeadPayload { outcome lead { id state } reasons { code message } notes { code message } emailMeant }
    ... on UserError { message path }
  }
}`;

let serial = 0;
let submitted = 0;

/** Another Kenyan mobile number at each call: seven digits that neither count up nor repeat. */
export function anotherPhone(): string {
  serial += 1;
  const tail = String((serial * 7919 + 104729) % 1_000_000).padStart(6, '0');
  return `+254 729 ${tail}`;
}

/** A moment that many days before the market's now: consent grows old. */
export const daysAgo = (days: number): string => after(now(), -days * DAY).toISOString();

const CONSENT_AT = daysAgo(30);

export const consentGiven = (overrides: Told = {}): Told => ({
  text: 'I agree that my request is passed on to providers who can help me.',
  page: 'https://forms.example.com/insurance?utm=1',
  at: CONSENT_AT,
  ip: '203.0.113.7',
  method: 'WEB_FORM',
  ...overrides,
});

export function soundLead(overrides: Told = {}): Told {
  serial += 1;
  return {
    clientKey: clientKey(),
    nicheId: 'niche_motor-insurance',
    country: 'KE',
    city: 'Nairobi',
    name: 'Wanjikũ Kamau',
    phone: anotherPhone(),
    email: `wanjiku.${serial}.${process.pid}@mail-of-kamau.co.ke`,
    consent: consentGiven(),
    ...overrides,
  };
}

/** Submits a lead as an agency does that has not submitted many in this minute. */
export async function submit(world: World, agency: Actor, overrides: Told = {}): Promise<Submitted> {
  // A test makes leads faster than an agency may.
  if (++submitted % 40 === 0)
    await mongoose.connection
      .collection('rate_limits')
      .deleteMany({ key: { $gte: 'submit-lead:', $lt: 'submit-lead;' } });
  return submitInTurn(world, agency, overrides);
}

/** Submits a lead, at most as many a minute as an agency may. */
export const submitInTurn = (world: World, agency: Actor, overrides: Told = {}): Promise<Submitted> =>
  world.ask<Submitted>(agency, SUBMIT, { input: soundLead(overrides) });

/** Submits a lead that the checks must accept, and gives its id. */
export async function acceptedLead(world: World, agency: Actor, overrides: Told = {}): Promise<string> {
  const answer = await submit(world, agency, overrides);
  if (answer.outcome !== 'ACCEPTED') throw new Error(`not accepted: ${JSON.stringify(answer)}`);
  return answer.lead!.id;
}
