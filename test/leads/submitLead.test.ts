import { config } from '../../server/config';
import mongoose from '../../server/platform/mongoose';
import { RULE_VERSION } from '../../server/modules/leads/checks/signals';
import { suppress } from '../../server/modules/leads/suppress/suppressions';
import { now } from '../../server/platform/clock';
import { takeFrom } from '../../server/platform/limits';
import { act, rows } from '../accounts/flows';
import { clientKey, createWorld, type Actor, type World } from '../kit/world';
import {
  acceptedLead,
  anotherPhone,
  consentGiven,
  daysAgo,
  soundLead,
  submit,
  submitInTurn,
  type Submitted,
} from './submitting';

let world: World;
let agency: Actor;
let rival: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  rival = await world.agency();
});
afterAll(() => world.close());

const LEAD = `query Lead($id: ID!) {
  lead(id: $id) {
    id state temperature contactKind channel type weight externalId row capturedAt submittedAt
    agency { id } niche { slug } region { code name }
    verification { isVerified proofs { channel method at } }
    preview { text line hasEmail answers { field { key } value { text isTrue } } }
    signals { code weight evidence ruleVersion at }
    consent { text textHash page at method hasIp recipients }
    touches { count at }
  }
}`;

const readLead = (actor: Actor, id: string) => world.ask(actor, LEAD, { id });

describe('what becomes of a submitted lead', () => {
  test('a sound lead is accepted with its facts, region, preview and consent', async () => {
    const id = await acceptedLead(world, agency, { name: 'Mwangi Kamau', city: 'nairobi', channel: 'SOCIAL_AD' });
    const lead = await readLead(agency, id);
    expect(lead).toMatchObject({
      state: 'ACCEPTED',
      temperature: 'WARM',
      contactKind: 'QUICK',
      channel: 'SOCIAL_AD',
      type: 'NET',
      weight: 0,
      agency: { id: agency.organisationId },
      niche: { slug: 'motor-insurance' },
      region: { name: 'Nairobi' },
      verification: { isVerified: false, proofs: [] },
      preview: { text: 'M••• K•••, Nairobi, mobile and e-mail', line: 'MOBILE', hasEmail: true },
      signals: [],
      consent: {
        page: 'https://forms.example.com/insurance',
        method: 'WEB_FORM',
        hasIp: true,
        recipients: ['AGENCY', 'BUYERS'],
      },
      touches: { count: 0, at: [] },
    });
    expect(lead.consent.textHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a consent of a word or two is none: the lead is refused', async () => {
    const answer = await submit(world, agency, { consent: consentGiven({ text: 'ok' }) });
    expect(answer.outcome).toBe('REJECTED');
    expect(answer.reasons.map(({ code }) => code)).toEqual(['CONSENT_INCOMPLETE']);
    expect(answer.reasons[0]!.message).toMatch(/lacks a text that says what was agreed to: what is given is too short/);
  });

  test('of an accepted lead it is told what was noted, with what would cure it; a repeat of the request tells the same', async () => {
    const told = { email: 'wanjiku.kamau@gmial.com', city: 'Nowhereville', phone: anotherPhone() };
    const input = { ...told, clientKey: clientKey() };
    for (const answer of [await submit(world, agency, input), await submit(world, agency, input)]) {
      expect(answer).toMatchObject({ outcome: 'ACCEPTED', reasons: [] });
      expect(answer.notes.map(({ code }) => code)).toEqual(['EMAIL_TYPO', 'CITY_UNKNOWN']);
      expect(answer.notes[0]!.message).toMatch(/a slip of gmail\.com\. If gmail\.com was meant, correct it/);
      expect(JSON.stringify(answer.notes)).not.toMatch(/wanjiku|gmial/);
    }
  });

  test('a time that cannot be is refused: left in the future, consent of years ago; left years ago is looked at', async () => {
    const codesOf = async (told: Record<string, unknown>) => {
      const { outcome, reasons } = await submit(world, agency, told);
      return [outcome, ...reasons.map(({ code }) => code)];
    };
    for (const capturedAt of [daysAgo(-1), daysAgo(-9 * 365)])
      expect(await submit(world, agency, { capturedAt })).toMatchObject({
        __typename: 'InvalidInput',
        path: ['capturedAt'],
      });
    expect(await codesOf({ capturedAt: '1900-01-01T00:00:00Z' })).toEqual(['QUARANTINED', 'CAPTURED_OLD']);
    expect(await codesOf({ capturedAt: daysAgo(-1 / 1440) })).toEqual(['ACCEPTED']);
    expect(await codesOf({ consent: consentGiven({ at: '1970-01-01T00:00:00Z' }) })).toEqual([
      'REJECTED',
      'CONSENT_OLD',
    ]);
  });

  test('a page of consent that is none of the web is told at its field', async () => {
    const ofMarket = new URL(config.publicUrl);
    const host = ofMarket.host.toUpperCase();
    const markets = [
      `${ofMarket.origin}/f/form_01jd0000000000000000000000`,
      `http://WWW.${host}/x`,
      `https://${host}./f/a`,
    ];
    const hidden = `https://market.example@forms.example.com/f/form_1`;
    for (const page of ['javascript:alert(1)', '<b>page</b>', hidden, ...markets])
      expect(await submit(world, agency, { consent: consentGiven({ page }) })).toMatchObject({
        __typename: 'InvalidInput',
        path: ['consent', 'page'],
      });
  });

  test('no text keeps control characters or marks that turn it around', async () => {
    const id = await acceptedLead(world, agency, {
      name: 'Mwan\u0000gi \u202AKamau\u202C\u0007',
      comment: 'Please call me \u2066about\u2069 a quote\u0085 for my car',
    });
    const read = 'query ($id: ID!) { agencyLeadContact(leadId: $id) { name details { value } } }';
    const contact = await world.ask(agency, read, { id });
    expect(contact.name).toBe('Mwangi Kamau');
    expect(contact.details.map(({ value }: { value: string }) => value)).toContain(
      'Please call me about a quote for my car',
    );
    // A name that is seen in another order than it is read in waits for a person.
    const answer = await submit(world, agency, { name: '\u202Eijuwgn\u202C Kamau' });
    expect(answer).toMatchObject({ outcome: 'QUARANTINED', reasons: [{ code: 'NAME_PLACEHOLDER' }] });
  });

  test('a number that cannot exist is refused with the reason, and no contact of it is kept', async () => {
    const answer = await submit(world, agency, { phone: '+254 12', email: null });
    expect(answer.outcome).toBe('REJECTED');
    expect(answer.reasons.map(({ code }) => code)).toEqual(['PHONE_IMPOSSIBLE']);
    expect(answer.reasons[0]!.message).toMatch(/cannot exist in the numbering plan of Kenya: it is too short/);
    const leads = await mongoose.connection
      .collection('leads')
      .find({ agencyId: agency.organisationId, state: 'REJECTED' })
      .toArray();
    const ids = leads.map(({ _id }) => _id);
    expect(ids.length).toBeGreaterThan(0);
    expect(await mongoose.connection.collection('lead_contacts').countDocuments({ _id: { $in: ids } })).toBe(0);
  });

  test('the address that was probably meant is told at each door, and nowhere kept', async () => {
    const email = `wanjiku.${process.pid}@gmial.com`;
    const meant = email.replace('gmial', 'gmail');
    const told = await submit(world, agency, { email });
    expect(told).toMatchObject({ outcome: 'ACCEPTED', notes: [{ code: 'EMAIL_TYPO' }], emailMeant: meant });
    const refused = await submit(world, agency, { phone: null, email: email.replace('@gmial', '@@gmail') });
    expect(refused).toMatchObject({ outcome: 'REJECTED', emailMeant: meant });
    expect(await submit(world, agency)).toMatchObject({ outcome: 'ACCEPTED', emailMeant: null });
  });

  test('the second of two numbers or addresses in a field stands beside the first, but for who asked not to be contacted', async () => {
    const [phone, other, withdrawn] = [anotherPhone(), anotherPhone(), anotherPhone()];
    const [email, second] = ['first', 'second'].map((name) => `${name}.${process.pid}@mail-of-kamau.co.ke`);
    const gone = await submit(world, agency, { phone: withdrawn });
    await suppress((await rows('lead_contacts').findOne({ _id: gone.lead!.id }))!.phoneHash, 'DENIED', null);
    const answer = await submit(world, agency, {
      phone: `${phone} / ${other} / ${withdrawn}`,
      email: `${email} oder ${second}`,
    });
    expect(answer).toMatchObject({
      outcome: 'ACCEPTED',
      notes: [{ code: 'PHONE_SEVERAL' }, { code: 'EMAIL_SEVERAL' }],
    });
    const read = 'query ($id: ID!) { agencyLeadContact(leadId: $id) { phone email details { label value } } }';
    const contact = await world.ask(agency, read, { id: answer.lead!.id });
    expect(contact).toMatchObject({ phone: phone.replace(/ /g, ''), email });
    const day = now().toISOString().slice(0, 10);
    expect(contact.details).toEqual(
      expect.arrayContaining([
        { label: `Phone also given on ${day}`, value: other.replace(/ /g, '') },
        { label: `E-mail also given on ${day}`, value: second },
      ]),
    );
    expect(JSON.stringify(contact)).not.toContain(withdrawn.replace(/ /g, ''));
  });

  test('a broken second channel sends the lead to quarantine instead of refusing it', async () => {
    const answer = await submit(world, agency, { email: 'not an address' });
    expect(answer.outcome).toBe('QUARANTINED');
    const lead = await readLead(agency, answer.lead!.id);
    expect(lead.signals).toEqual([
      expect.objectContaining({ code: 'EMAIL_SYNTAX', weight: 50, ruleVersion: RULE_VERSION }),
    ]);
    expect(lead.preview.hasEmail).toBe(false);
  });

  test('a slip in the address is noted beside a sound phone, with nothing changed', async () => {
    for (const email of ['pauline@mail.co.ke.', 'ken kibe@gmail.com', 'nedmaina(at)gmail.com']) {
      const answer = await submit(world, agency, { phone: anotherPhone(), email });
      expect(answer.outcome).toBe('ACCEPTED');
      const lead = await readLead(agency, answer.lead!.id);
      expect(lead.signals).toContainEqual(expect.objectContaining({ code: 'EMAIL_SYNTAX', weight: 30 }));
      expect(lead.preview.hasEmail).toBe(false);
    }
  });

  test('a refused lead can be corrected and sent again: it does not stand for its person', async () => {
    const phone = anotherPhone();
    const first = await submit(world, agency, { phone, consent: consentGiven({ at: '1999-01-01T00:00:00Z' }) });
    expect(first.outcome).toBe('REJECTED');
    expect((await submit(world, agency, { phone })).outcome).toBe('ACCEPTED');
  });

  test('what the agency calls a full questionnaire counts only where one was answered', async () => {
    const claimed = await acceptedLead(world, agency, { contactKind: 'INTERESTED' });
    expect(await readLead(agency, claimed)).toMatchObject({
      contactKind: 'QUICK',
      weight: 0,
      signals: [{ code: 'KIND_NOT_BORNE_OUT' }],
    });
    const asked = await acceptedLead(world, agency, { comment: 'Please call me after work' });
    expect((await readLead(agency, asked)).contactKind).toBe('INTERESTED');
    const greeted = await acceptedLead(world, agency, { contactKind: 'INTERESTED', comment: 'hello' });
    expect((await readLead(agency, greeted)).contactKind).toBe('QUICK');
  });

  test('a double opt-in that the agency tells is shown as a proof with its time, and verifies nothing; without the IP address it is refused', async () => {
    const id = await acceptedLead(world, agency, { consent: consentGiven({ method: 'DOUBLE_OPT_IN' }) });
    expect((await readLead(agency, id)).verification).toEqual({
      isVerified: false,
      proofs: [{ channel: 'EMAIL', method: 'CONFIRMED_BY_AGENCY', at: consentGiven().at }],
    });
    const bare = await submit(world, agency, { consent: consentGiven({ method: 'DOUBLE_OPT_IN', ip: null }) });
    expect(bare.reasons[0]!.message).toMatch(/lacks the IP address/);
  });

  test('in earnest a double opt-in from within a machine, or on a page there, waits for a moderator', async () => {
    const optIn = { method: 'DOUBLE_OPT_IN', page: 'https://bima.co.ke/gari', ip: '41.90.64.5' };
    const told = (other: object) => ({ consent: consentGiven({ ...optIn, ...other }) });
    config.allowsFictionContacts = false;
    try {
      for (const [other, code] of [
        [{ ip: '127.0.0.1' }, 'CONSENT_IP_NOT_PUBLIC'],
        [{ ip: '10.0.0.7' }, 'CONSENT_IP_NOT_PUBLIC'],
        [{ page: 'http://localhost:3000/form' }, 'CONSENT_PAGE_NOT_PUBLIC'],
        [{ page: 'https://cars.test/form' }, 'CONSENT_PAGE_NOT_PUBLIC'],
      ] as const) {
        const { outcome, lead } = await submit(world, agency, told(other));
        expect(outcome).toBe('QUARANTINED');
        const read = await readLead(agency, lead!.id);
        expect(read.signals).toEqual([expect.objectContaining({ code, weight: 45 })]);
      }
      const web = await submit(world, agency, told({ method: 'WEB_FORM', ip: '192.168.0.4' }));
      expect(web.outcome).toBe('ACCEPTED');
      const sound = await submit(world, agency, told({}));
      expect(sound.outcome).toBe('ACCEPTED');
    } finally {
      config.allowsFictionContacts = true;
    }
  });

  test('an unknown niche, country or question is an invalid input, and nothing is stored', async () => {
    const before = await mongoose.connection.collection('leads').countDocuments();
    expect(await submit(world, agency, { nicheId: 'niche_none' })).toMatchObject({
      __typename: 'InvalidInput',
      path: ['nicheId'],
    });
    expect(await submit(world, agency, { country: 'XX' })).toMatchObject({
      __typename: 'InvalidInput',
      path: ['country'],
    });
    const answers = [{ key: 'shoe_size', value: '43' }];
    expect(await submit(world, agency, { answers })).toMatchObject({
      __typename: 'InvalidInput',
      path: ['answers', '0', 'key'],
    });
    expect(await mongoose.connection.collection('leads').countDocuments()).toBe(before);
  });

  test('all that is wrong with the input itself is told at once', async () => {
    const long = 'x'.repeat(5001);
    const wrong = { nicheId: 'niche_none', country: 'XX', comment: long, consent: consentGiven({ text: long }) };
    const query =
      'mutation ($input: SubmitLeadInput!) { submitLead(input: $input) { ... on InvalidInput { problems { path } } } }';
    const { problems } = await world.ask(agency, query, { input: soundLead(wrong) });
    expect(problems.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'nicheId',
      'country',
      'comment',
      'consent.text',
    ]);
  });
});

describe('one person is one lead', () => {
  test('the same client key gives the same lead, and another input under it a conflict', async () => {
    const input = soundLead();
    const send = (given: object): Promise<Submitted> =>
      world.ask(
        agency,
        'mutation S($input: SubmitLeadInput!) { submitLead(input: $input) { __typename ... on SubmitLeadPayload { outcome lead { id } } } }',
        { input: given },
      );
    const first = await send(input);
    expect(first.outcome).toBe('ACCEPTED');
    expect(await send(input)).toEqual(first);
    expect((await send({ ...input, name: 'Someone Else' })).__typename).toBe('Conflict');
  });

  test('a repeat by phone or by e-mail, however written, is a touch on the first lead', async () => {
    const id = await acceptedLead(world, agency, { phone: '+254 722 318 906', email: 'Njeri.One@kamau-mail.co.ke' });
    const byPhone = await submit(world, agency, { phone: '0722-318906' });
    const byEmail = await submit(world, agency, { email: 'NJERI.ONE@KAMAU-MAIL.CO.KE', clientKey: clientKey() });
    for (const repeat of [byPhone, byEmail]) {
      expect(repeat).toMatchObject({ outcome: 'DUPLICATE', lead: { id }, reasons: [{ code: 'DUPLICATE' }] });
    }
    const { touches } = await readLead(agency, id);
    expect(touches.count).toBe(2);
    expect(touches.at).toHaveLength(2);
  });

  test('another agency learns that the person is known, and nothing else', async () => {
    const phone = anotherPhone();
    const id = await acceptedLead(world, agency, { phone });
    const repeat = await submit(world, rival, { phone });
    expect(repeat).toMatchObject({ outcome: 'DUPLICATE', lead: null });
    const said = JSON.stringify(repeat);
    expect(said).not.toContain(id);
    expect(said).not.toContain(agency.organisationId);
    expect((await readLead(agency, id)).touches.count).toBe(1);
    expect(await readLead(rival, id)).toBeNull();
  });

  test('what its agency took back unsold stands for its person there alone: to others who asks again is a lead', async () => {
    const told = { name: 'Njambi Kariuki', phone: anotherPhone() };
    const leadId = await acceptedLead(world, agency, told);
    expect((await submit(world, rival, told)).outcome).toBe('DUPLICATE');
    await act(world, agency, 'withdrawLead', { leadId, reason: 'No place for it any more.' });
    expect(await submit(world, agency, told)).toMatchObject({ outcome: 'DUPLICATE', lead: { id: leadId } });
    const theirs = await submit(world, rival, told);
    expect(theirs.outcome).toBe('ACCEPTED');
    expect(await submit(world, rival, told)).toMatchObject({ outcome: 'DUPLICATE', lead: theirs.lead });
  });

  test('after 90 days the person may become a lead again', async () => {
    const phone = anotherPhone();
    await acceptedLead(world, agency, { phone, consent: consentGiven({ at: '2026-11-01T00:00:00Z' }) });
    await world.clock.move('91d');
    agency = await freshLogIn(agency);
    const again = await submit(world, agency, { phone });
    await world.clock.move('-91d');
    agency = await freshLogIn(agency);
    expect(again.outcome).toBe('ACCEPTED');
  });
});

async function freshLogIn(actor: Actor): Promise<Actor> {
  const answer = await world.ask(
    null,
    'mutation L($input: LogInInput!) { logIn(input: $input) { ... on LogInPayload { accessToken } } }',
    {
      input: { email: actor.email, password: actor.password },
    },
  );
  return { ...actor, accessToken: answer.accessToken };
}

test('an agency that waits for its approval submits nothing, so it learns of nobody whether the market knows them', async () => {
  const phone = anotherPhone();
  await acceptedLead(world, await world.agency(), { phone });
  const answer = await submit(world, await world.agency({ isApproved: false }), { phone });
  expect(answer).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('not approved yet') });
});

test('an agency submits at most 60 leads a minute: for more there are files', async () => {
  const busy = await world.agency();
  for (let n = 0; n < 59; n++) await takeFrom('submit-lead', busy.organisationId, 60, 60);
  expect(await submitInTurn(world, busy)).toMatchObject({ outcome: 'ACCEPTED' });
  expect(await submitInTurn(world, busy)).toMatchObject({ __typename: 'TooManyRequests' });
});
