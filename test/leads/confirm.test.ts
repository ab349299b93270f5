import mongoose from '../../server/platform/mongoose';
import { config } from '../../server/config';
import { agencysWordAlone } from '../../server/modules/leads/agencysWordAlone';
import { CONFIRM_LIMIT } from '../../server/modules/leads/confirm/rules';
import { reasonsOfSuppressions } from '../../server/modules/leads/suppress/suppressions';
import { act } from '../accounts/flows';
import { openDispute } from '../disputes/disputing';
import { buyListings, listLead, soldLead } from '../kit/trading';
import { clientKey, createWorld, logIn, type Actor, type World } from '../kit/world';
import { boardHas, quoted } from '../market/buying';
import {
  askToConfirm,
  caughtFor,
  codeIn,
  confirm,
  confirmationOf,
  deny,
  leadOf,
  linkFor,
  linkIn,
  withdraw,
} from './confirming';
import { fillAndSend, formOf } from './hostedForms';
import { acceptedLead, anotherPhone, consentGiven, daysAgo, submit, type Told } from './submitting';
import { until } from '../kit/until';

let world: World;
let agency: Actor;
let business: Actor;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
  business = await world.business({ funds: '9000.00' });
});
afterAll(() => world.close());
afterEach(() => {
  config.isProduction = false;
});

const rows = (name: string) => mongoose.connection.collection<{ _id: string }>(name);

let serial = 0;
/** A person of whom nothing was heard yet. */
const someone = (): { email: string; phone: string } => ({
  email: `person.${(serial += 1)}.${process.pid}@mail-of-kamau.co.ke`,
  phone: anotherPhone(),
});
const e164 = (phone: string): string => phone.replace(/\s/g, '');

/** Moves the clock and logs those in again whose tokens are over by then. */
async function later(span: string, ...others: Actor[]): Promise<void> {
  await world.clock.move(span);
  for (const actor of [agency, business, ...others]) Object.assign(actor, await logIn(world, actor));
}

/** A lead whose person holds the link of a letter. */
async function askedLead() {
  const person = someone();
  const leadId = await acceptedLead(world, agency, person);
  return { ...person, leadId, token: await linkFor(world, agency, leadId, person.email) };
}

describe('a letter asks', () => {
  test('who presses its button proves the e-mail; opening the page does not, and a second press is no fault', async () => {
    const { leadId, email, token } = await askedLead();
    const [letter] = await caughtFor(world, email);
    expect(letter).toMatchObject({ channel: 'EMAIL', subject: 'Did you ask for Motor insurance?' });
    const shown = await confirmationOf(world, token);
    expect(shown).toMatchObject({
      channel: 'EMAIL',
      state: 'OPEN',
      canConfirm: true,
      canDeny: true,
      canWithdraw: true,
      question: { agency: 'Baobab Media', niche: 'Motor insurance', to: 'p•••@mail-of-kamau.co.ke' },
      consent: { text: expect.stringContaining('I agree') },
      code: null,
    });
    expect(await leadOf(world, agency, leadId)).toMatchObject({ verification: { isVerified: false, proofs: [] } });
    for (const _press of [1, 2]) {
      expect(await confirm(world, token)).toMatchObject({ confirmation: { state: 'CONFIRMED', canDeny: false } });
    }
    expect(await leadOf(world, agency, leadId)).toMatchObject({
      verification: { isVerified: true, proofs: [{ channel: 'EMAIL', method: 'CONFIRMED_BY_LINK' }] },
    });
    expect(await askToConfirm(world, agency, [leadId], 'EMAIL')).toEqual(['ALREADY_PROVEN']);
    expect(await deny(world, token)).toMatchObject({ __typename: 'Conflict' });
  });

  test('a link that was made up, cut or is over its time opens nothing', async () => {
    const { token } = await askedLead();
    for (const forged of [
      '',
      'x',
      `${token}x`,
      token.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')),
      'ü'.repeat(99),
    ]) {
      expect(await confirmationOf(world, forged)).toBeNull();
      expect(await confirm(world, forged)).toMatchObject({ __typename: 'LinkNotOpen' });
    }
    await later('73h');
    expect(await confirmationOf(world, token)).toMatchObject({ state: 'EXPIRED', canConfirm: false, canDeny: false });
    for (const answer of [confirm, deny, withdraw])
      expect(await answer(world, token)).toMatchObject({ __typename: 'LinkNotOpen' });
  });

  test('neither link nor code nor contact is readable where they are kept', async () => {
    const { token, phone, email, leadId } = await askedLead();
    await askToConfirm(world, agency, [leadId], 'PHONE');
    const [message] = await caughtFor(world, e164(phone));
    const secrets = [token.split('.')[0]!, codeIn(message!), email, e164(phone)];
    const collections = ['confirmations', 'messages', 'caught_messages', 'outbox', 'leads', 'lead_contacts', 'audit'];
    for (const name of collections) {
      const text = JSON.stringify(await rows(name).find().toArray());
      for (const secret of secrets) expect(`${name} ${text}`).not.toContain(secret);
    }
  });
});

describe('a text message asks', () => {
  async function asked() {
    const person = someone();
    const leadId = await acceptedLead(world, agency, person);
    expect(await askToConfirm(world, agency, [leadId], 'PHONE')).toEqual(['ASKED']);
    const [message] = await caughtFor(world, e164(person.phone));
    return { ...person, leadId, token: linkIn(message!), code: codeIn(message!) };
  }
  const wrongOf = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  test('its code proves the phone', async () => {
    const { leadId, token, code } = await asked();
    expect(await confirmationOf(world, token)).toMatchObject({
      channel: 'PHONE',
      code: { isGood: true, triesLeft: 5 },
    });
    expect(await confirm(world, token)).toMatchObject({ __typename: 'InvalidInput', path: ['code'] });
    expect(await confirm(world, token, wrongOf(code))).toMatchObject({ __typename: 'WrongCode' });
    expect(await confirm(world, token, `${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({
      confirmation: { state: 'CONFIRMED' },
    });
    expect(await leadOf(world, agency, leadId)).toMatchObject({
      verification: { isVerified: true, proofs: [{ channel: 'PHONE', method: 'CONFIRMED_BY_CODE' }] },
    });
  });

  test('it is good for five tries, however many come at once, and for ten minutes; another one can be asked for', async () => {
    const { token, code, phone } = await asked();
    const tries = await Promise.all(Array.from({ length: 12 }, () => confirm(world, token, wrongOf(code))));
    expect(new Set(tries.map(({ __typename }) => __typename))).toEqual(new Set(['WrongCode']));
    expect(await confirm(world, token, code)).toMatchObject({ __typename: 'WrongCode' });
    const again = await act(world, null, 'sendCodeAgain', { token }, 'confirmation { code { isGood } }');
    expect(again).toMatchObject({ confirmation: { code: { isGood: true } } });
    const fresh = codeIn((await caughtFor(world, e164(phone)))[0]!);
    await later('11m');
    expect(await confirm(world, token, fresh)).toMatchObject({ __typename: 'WrongCode' });
    await act(world, null, 'sendCodeAgain', { token });
    const last = codeIn((await caughtFor(world, e164(phone)))[0]!);
    expect(await confirm(world, token, last)).toMatchObject({ confirmation: { state: 'CONFIRMED' } });
  });

  test('past five messages a day none is sent: the answer is the same, and the code that came last is good anew', async () => {
    const { token, phone } = await asked();
    const again = () => act(world, null, 'sendCodeAgain', { token }, 'confirmation { code { isGood triesLeft } }');
    const answers = [];
    for (const _time of [1, 2, 3, 4, 5]) {
      await later('31m');
      answers.push(await again());
      await world.settle();
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const messages = await caughtFor(world, e164(phone));
    expect(messages).toHaveLength(CONFIRM_LIMIT.perContact.points);
    expect(await confirm(world, token, codeIn(messages[0]!))).toMatchObject({ confirmation: { state: 'CONFIRMED' } });
  });
});

describe('whom an agency may ask', () => {
  test('the persons of its own leads, three times a day, by what reaches them', async () => {
    const person = someone();
    const leadId = await acceptedLead(world, agency, person);
    const landline = await acceptedLead(world, agency, { phone: '+254 20 2347619', email: someone().email });
    const other = await world.agency();
    expect(await askToConfirm(world, other, [leadId], 'EMAIL')).toEqual(['NOT_FOUND']);
    expect(await askToConfirm(world, agency, [landline], 'PHONE')).toEqual(['NO_CHANNEL']);
    for (const _time of [1, 2, 3]) expect(await askToConfirm(world, agency, [leadId], 'EMAIL')).toEqual(['ASKED']);
    expect(await askToConfirm(world, agency, [leadId], 'EMAIL')).toEqual(['TOO_OFTEN']);
    const pending = await world.agency({ isApproved: false });
    const refused = await act(world, pending, 'askToConfirm', { leadIds: [leadId], channel: 'EMAIL' });
    expect(refused).toMatchObject({ __typename: 'Conflict' });
  });

  test('nobody where production has nothing to send by: it does not pretend', async () => {
    const leadId = await acceptedLead(world, agency, someone());
    config.isProduction = true;
    for (const channel of ['EMAIL', 'PHONE']) {
      const answer = await act(world, agency, 'askToConfirm', { leadIds: [leadId], channel });
      expect(answer).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('Nobody was asked') });
    }
  });
});

test('who sends a hosted form that says so is asked by it, by each way', async () => {
  const form = await formOf(world, agency, { confirms: 'BOTH' });
  const { email, phone } = someone();
  await fillAndSend(world, form, { email, phone });
  const [letter] = await caughtFor(world, email);
  expect((await confirm(world, linkIn(letter!))).confirmation).toMatchObject({ state: 'CONFIRMED' });
  const [message] = await caughtFor(world, e164(phone));
  expect((await confirm(world, linkIn(message!), codeIn(message!))).confirmation).toMatchObject({ state: 'CONFIRMED' });
});

describe('"this was not me"', () => {
  test('takes the lead off sale at once, bears a signal, and keeps the address out of new requests for 90 days', async () => {
    const { leadId, email, token } = await askedLead();
    const listingId = await listLead(world, agency, leadId);
    expect(await deny(world, token)).toMatchObject({ confirmation: { state: 'DENIED', canWithdraw: false } });
    expect(await deny(world, token)).toMatchObject({ confirmation: { state: 'DENIED' } });
    // Before any event is delivered.
    expect((await rows('listings').findOne({ _id: listingId }))!).toMatchObject({ status: 'WITHDRAWN' });
    const lead = await leadOf(world, agency, leadId);
    expect(lead).toMatchObject({ state: 'REJECTED', verification: { isVerified: false } });
    expect(lead.signals.filter(({ code }: { code: string }) => code === 'DENIED_BY_PERSON')).toHaveLength(1);
    expect(await confirm(world, token)).toMatchObject({ __typename: 'Conflict' });
    const again = await submit(world, agency, { ...someone(), email });
    expect(again).toMatchObject({ outcome: 'REJECTED', lead: null });
    expect(again.reasons).toContainEqual({
      code: 'SUPPRESSED',
      message: expect.stringContaining('or answered that a request with it was not theirs.'),
    });
    await later('91d');
    expect(
      await submit(world, agency, { ...someone(), email, consent: consentGiven({ at: daysAgo(1) }) }),
    ).toMatchObject({
      outcome: 'ACCEPTED',
    });
  });

  test('is told to the other channel as an answer that came elsewhere, and not as its own', async () => {
    const person = someone();
    const leadId = await acceptedLead(world, agency, person);
    const first = await linkFor(world, agency, leadId, person.email);
    await world.clock.move('1m');
    const second = await linkFor(world, agency, leadId, person.email);
    await askToConfirm(world, agency, [leadId], 'PHONE');
    const sms = linkIn((await caughtFor(world, e164(person.phone)))[0]!);
    await deny(world, second);
    const query = 'query ($token: String!) { confirmation(token: $token) { state isAnsweredElsewhere } }';
    const told = await Promise.all([first, second, sms].map((token) => world.ask(null, query, { token })));
    expect(told).toEqual([
      { state: 'DENIED', isAnsweredElsewhere: false },
      { state: 'DENIED', isAnsweredElsewhere: false },
      { state: 'DENIED', isAnsweredElsewhere: true },
    ]);
  });

  test.each([
    ['EMAIL', 'PHONE', 'PHONE_OF_DENIED'],
    ['PHONE', 'EMAIL', 'EMAIL_OF_DENIED'],
  ] as const)(
    'by %s holds what comes with the %s of that lead, until somebody answers there',
    async (asked, beside, code) => {
      const person = someone();
      const at = { EMAIL: person.email, PHONE: e164(person.phone) };
      const leadId = await acceptedLead(world, agency, person);
      await askToConfirm(world, agency, [leadId], asked);
      await deny(world, linkIn((await caughtFor(world, at[asked]))[0]!));
      const other = { ...person, ...(asked === 'EMAIL' ? { email: someone().email } : { phone: someone().phone }) };
      const again = await submit(world, await world.agency(), other);
      expect([again.outcome, again.reasons]).toEqual([
        'QUARANTINED',
        [{ code, message: expect.stringContaining('said that it was not them') }],
      ]);
      const reason = 'Nobody answers there.';
      await act(world, await world.admin('MODERATOR'), 'rejectLead', { leadId: again.lead!.id, reason });
      const own = await submit(world, agency, other);
      expect(own.outcome).toBe('QUARANTINED');
      await askToConfirm(world, agency, [own.lead!.id], beside);
      const [message] = await caughtFor(world, at[beside]);
      await confirm(world, linkIn(message!), beside === 'PHONE' ? codeIn(message!) : undefined);
      const found = await leadOf(world, agency, own.lead!.id);
      expect(found).toMatchObject({ state: 'ACCEPTED', verification: { isVerified: true } });
    },
  );

  test('by both channels of a lead refuses both, whichever was denied first, and for 90 days', async () => {
    const person = someone();
    const leadId = await acceptedLead(world, agency, person);
    await deny(world, await linkFor(world, agency, leadId, person.email));
    const again = await submit(world, agency, { ...person, email: null });
    await askToConfirm(world, agency, [again.lead!.id], 'PHONE');
    await deny(world, linkIn((await caughtFor(world, e164(person.phone)))[0]!));
    for (const part of [{ email: null }, { phone: null }]) {
      const refused = await submit(world, agency, { ...person, ...part });
      expect(refused.reasons).toEqual([{ code: 'SUPPRESSED', message: expect.any(String) }]);
    }
    await later('91d');
    const much = { ...person, consent: consentGiven({ at: daysAgo(1) }) };
    expect((await submit(world, agency, much)).outcome).toBe('ACCEPTED');
  });

  test('leaves a withdrawal before it standing to its own end, also of what was kept before reasons were', async () => {
    const { email } = someone();
    const [old, alone] = [consentGiven(), { email, phone: null }];
    const first = await acceptedLead(world, agency, { ...alone, consent: old });
    await withdraw(world, await linkFor(world, agency, first, email));
    const suppressions = mongoose.connection.collection<{ _id: string; reasons?: object[]; until: Date }>(
      'suppressions',
    );
    const kept = () => suppressions.findOne({}, { sort: { until: -1 } });
    const { _id, reasons, until: end } = (await kept())!;
    await suppressions.replaceOne({ _id }, { ...reasons![0], until: end }, { bypassDocumentValidation: true });
    await reasonsOfSuppressions.up();
    expect(await kept()).toEqual({ _id, reasons, until: end });
    await world.clock.move('1m');
    const anew = await submit(world, agency, { ...alone, consent: consentGiven({ at: daysAgo(0) }) });
    expect(anew.outcome).toBe('QUARANTINED');
    await deny(world, await linkFor(world, agency, anew.lead!.id, email));
    const codesOf = async (consent: Told) =>
      (await submit(world, agency, { ...alone, consent })).reasons.map(({ code }) => code);
    expect(await codesOf(old)).toEqual(['SUPPRESSED']);
    await later('91d');
    expect(await codesOf(old)).toEqual(['CONSENT_WITHDRAWN']);
    expect(await codesOf(consentGiven({ at: daysAgo(1) }))).toEqual(['AFTER_WITHDRAWAL']);
  });

  test('is told to the buyer on the card and by letter, and decides a dispute as a prank at once', async () => {
    const person = someone();
    const { saleId, leadId } = await soldLead(world, { agency, buyer: business }, person);
    const token = await linkFor(world, agency, leadId, person.email);
    await deny(world, token);
    const letters = await caughtFor(world, business.email);
    expect(letters[0]).toMatchObject({ subject: expect.stringContaining('not theirs') });
    expect(letters[0]!.text).toContain('/cards/card_');
    const parts = 'closedBecause lead { wordsOfPerson { word } } history { nodes { kind text } }';
    const cardNow = () =>
      world.ask(business, `query ($id: ID!) { card(id: $id) { ${parts} } }`, { id: saleId.replace('sale_', 'card_') });
    const card = await cardNow();
    expect(card).toMatchObject({ closedBecause: null, lead: { wordsOfPerson: [{ word: 'DENIED' }] } });
    expect(card.history.nodes[0]).toMatchObject({ kind: 'DENIED_BY_PERSON' });
    const authorization = `Bearer ${business.accessToken}`;
    const file = await world.http.get('/api/exports/cards.csv').set('authorization', authorization);
    expect(file.text).toMatch(/person said.*,HELD,DENIED/s);
    const { dispute } = await openDispute(world, business, saleId, { reason: 'PRANK' });
    expect(dispute).toMatchObject({ state: 'ACCEPTED', isAutomatic: true });
    expect(dispute.evidence[0]).toMatchObject({ lookUp: 'DENIAL', isProof: true });
    expect(await cardNow()).toMatchObject({ closedBecause: 'REFUNDED', lead: { wordsOfPerson: [{ word: 'DENIED' }] } });
  });
});

test('consent is withdrawn also after it was confirmed: the lead leaves the market, and its buyers are told', async () => {
  const person = someone();
  const { saleId, leadId } = await soldLead(world, { agency, buyer: business }, person, { maxSales: 3 });
  const token = await linkFor(world, agency, leadId, person.email);
  await confirm(world, token);
  for (const _press of [1, 2])
    expect(await withdraw(world, token)).toMatchObject({ confirmation: { state: 'WITHDRAWN' } });
  await world.settle();
  expect(await leadOf(world, agency, leadId)).toMatchObject({
    state: 'WITHDRAWN',
    decision: { reason: 'The person withdrew the consent.' },
    listing: { status: 'WITHDRAWN' },
  });
  const cardId = saleId.replace('sale_', 'card_');
  expect(await rows('card_events').countDocuments({ cardId, kind: 'CONSENT_WITHDRAWN' })).toBe(1);
});

describe('a proof that comes later', () => {
  test('brings what is on sale up to date with its price and filters, but no price that was quoted', async () => {
    const { leadId, token } = await askedLead();
    const listingId = await listLead(world, agency, leadId, { floor: '0.01' });
    await boardHas(world, business, [listingId]);
    const quote = await quoted(world, business, { listingIds: [listingId] });
    const before = (await leadOf(world, agency, leadId)).listing;
    expect(before).toMatchObject({ isVerified: false, provenChannels: [] });
    await confirm(world, token);
    await world.settle();
    const { listing } = await leadOf(world, agency, leadId);
    expect(listing).toMatchObject({ isVerified: true, provenChannels: ['EMAIL'] });
    expect(listing.price.minor).toBeGreaterThan(before.price.minor);
    const found = (channel: string) =>
      world.ask<{ nodes: { id: string }[] }>(business, MARKET, { filter: { provenChannels: [channel] } });
    await until(async () => (await found('EMAIL')).nodes.some(({ id }) => id === listingId));
    expect((await found('PHONE')).nodes.map(({ id }) => id)).not.toContain(listingId);
    const bought = await world.ask(
      business,
      `mutation ($input: BuyInput!) { buy(input: $input) { __typename ... on BuyPayload { charged { minor } } ... on UserError { message } } }`,
      { input: { quoteId: quote.id, clientKey: clientKey() } },
    );
    expect(bought).toMatchObject({ charged: { minor: quote.total.minor } });
  });

  test('where an agency’s own double opt-in verified it before, no more, at the price of the others', async () => {
    const leadId = await acceptedLead(world, agency, {
      ...someone(),
      consent: consentGiven({ method: 'DOUBLE_OPT_IN' }),
    });
    const listingId = await listLead(world, agency, leadId);
    const { listing: sound } = await leadOf(world, agency, leadId);
    expect(sound).toMatchObject({ isVerified: false, provenChannels: [] });
    await rows('leads').updateOne({ _id: leadId }, { $set: { isVerified: true } });
    const asVerified = { isVerified: true, provenChannels: ['EMAIL'], priceMinor: 99_999 };
    await rows('listings').updateOne({ _id: listingId }, { $set: asVerified });
    await agencysWordAlone.up();
    await world.settle();
    const found = await leadOf(world, agency, leadId);
    expect(found).toMatchObject({ verification: { isVerified: false }, listing: sound });
    await agencysWordAlone.up();
  });

  test('the same phone with the same e-mail from another agency on another day is noted, and makes nobody verified', async () => {
    const person = someone();
    const leadId = await acceptedLead(world, agency, person);
    const other = await world.agency();
    await submit(world, other, person);
    expect((await leadOf(world, agency, leadId)).verification.proofs).toEqual([]);
    await later('2d', other);
    await submit(world, agency, person);
    await submit(world, other, { ...person, email: someone().email });
    expect((await leadOf(world, agency, leadId)).verification.proofs).toEqual([]);
    for (const _time of [1, 2]) await submit(world, other, person);
    expect((await leadOf(world, agency, leadId)).verification).toEqual({
      isVerified: false,
      doubts: [],
      proofs: [
        { channel: 'PHONE', method: 'EARLIER_TOUCH' },
        { channel: 'EMAIL', method: 'EARLIER_TOUCH' },
      ],
    });
  });
});

describe('a lead in quarantine', () => {
  /** Its person gives the code that was sent to the phone. */
  async function answerBy(phone: string, leadId: string): Promise<void> {
    expect(await askToConfirm(world, agency, [leadId], 'PHONE')).toEqual(['ASKED']);
    const [message] = await caughtFor(world, e164(phone));
    expect(await confirm(world, linkIn(message!), codeIn(message!))).toMatchObject({
      confirmation: { state: 'CONFIRMED' },
    });
  }

  test('for the look of its phone alone is let pass, verified, once its person answers there', async () => {
    const phone = '+254 712 345678';
    const { outcome, lead } = await submit(world, agency, { ...someone(), phone });
    expect(outcome).toBe('QUARANTINED');
    expect((await leadOf(world, agency, lead!.id)).verification.doubts).toEqual([{ code: 'PHONE_SEQUENCE' }]);
    await answerBy(phone, lead!.id);
    expect(await leadOf(world, agency, lead!.id)).toMatchObject({
      state: 'ACCEPTED',
      verification: { isVerified: true, doubts: [] },
      decision: { reason: 'The person answered on the contact that was in doubt.' },
    });
  });

  test('for another doubt stays, which is named; a moderator who finds it sound makes the answer count', async () => {
    const { email, phone } = someone();
    const { outcome, lead } = await submit(world, agency, { name: 'Mickey Mouse', email, phone });
    expect(outcome).toBe('QUARANTINED');
    await answerBy(phone, lead!.id);
    expect(await leadOf(world, agency, lead!.id)).toMatchObject({
      state: 'QUARANTINED',
      verification: { isVerified: false, proofs: [{ method: 'CONFIRMED_BY_CODE' }], doubts: [{ code: 'NAME_JOKE' }] },
    });
    const moderator = await world.admin('MODERATOR');
    await act(world, moderator, 'releaseFromQuarantine', { leadId: lead!.id, reason: 'A real request.' });
    expect(await leadOf(world, agency, lead!.id)).toMatchObject({
      state: 'ACCEPTED',
      verification: { isVerified: true, doubts: [] },
    });
    const listingId = await listLead(world, agency, lead!.id);
    expect((await rows('listings').findOne({ _id: listingId }))!).toMatchObject({
      isVerified: true,
      provenChannels: ['PHONE'],
    });
  });
});

const MARKET =
  'query ($filter: MarketFilter!) { market(filter: $filter, first: 100) { nodes { id } facets { proven { value count } } } }';

describe('at the same moment', () => {
  const ROUNDS = 6;

  test('of many presses one confirms and the others hear that it is confirmed', async () => {
    const { leadId, token } = await askedLead();
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(world, token)));
    for (const answer of answers) expect(answer).toMatchObject({ confirmation: { state: 'CONFIRMED' } });
    expect((await leadOf(world, agency, leadId)).verification.proofs).toHaveLength(1);
  });

  test('of a yes and a no one wins, and the lead is what it says', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { leadId, token } = await askedLead();
      const answers = await Promise.all([confirm(world, token), deny(world, token)]);
      const [yes, no] = answers.map(({ confirmation }) => confirmation !== undefined);
      expect(yes).not.toBe(no);
      expect(answers).toContainEqual(expect.objectContaining({ __typename: 'Conflict' }));
      expect((await leadOf(world, agency, leadId)).state).toBe(yes ? 'ACCEPTED' : 'REJECTED');
    }
  });

  test('of a no and a purchase either the lead is not sold, or its buyer is told', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { leadId, token } = await askedLead();
      const listingId = await listLead(world, agency, leadId);
      await boardHas(world, business, [listingId]);
      const [denied, bought] = await Promise.all([
        deny(world, token),
        buyListings(world, business, [listingId]).catch(() => null),
      ]);
      expect(denied).toMatchObject({ confirmation: { state: 'DENIED' } });
      await world.settle();
      const sales = await rows('sales')
        .find({ leadId } as object)
        .toArray();
      expect(sales).toHaveLength(bought ? 1 : 0);
      const told = { cardId: sales[0]?._id.replace('sale_', 'card_'), kind: 'DENIED_BY_PERSON' };
      if (bought) expect(await rows('card_events').countDocuments(told as object)).toBe(1);
      const listing = await rows('listings').findOne({ _id: listingId });
      expect(listing).toMatchObject({ status: bought ? 'SOLD_OUT' : 'WITHDRAWN' });
    }
  });
});
