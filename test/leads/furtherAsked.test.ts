import { act, rows } from '../accounts/flows';
import { buyListings, listLead } from '../kit/trading';
import { createWorld, logIn, type Actor, type World } from '../kit/world';
import { correct, erase, myData, proven, withdrawMine } from '../rights/person';
import { caughtFor, codeIn, confirm, confirmationOf, deny, leadOf, linkIn, withdraw } from './confirming';
import { fillAndSend, formOf, leadsOf, person } from './hostedForms';
import { acceptedLead, anotherPhone, submit } from './submitting';

/** Whoever sends a form again with the contact put right is asked there, and answers there. */

let world: World;
let agency: Actor;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
});
afterAll(() => world.close());

const e164 = (phone: string): string => phone.replace(/\s/g, '');
const formThatAsks = (confirms: string): Promise<string> => formOf(world, agency, { confirms, email: 'REQUIRED' });

/** Sends a form first with one contact, then with others, all by one person. */
async function sentAs(form: string, ...contacts: Record<string, string>[]): Promise<string> {
  for (const contact of contacts) {
    await fillAndSend(world, form, contact);
    await world.settle();
  }
  const sent = await leadsOf(form);
  expect(sent).toHaveLength(1);
  return String(sent[0]!._id);
}

/** The link in the last message to a contact, as its owner opens it. */
async function linkTo(contact = ''): Promise<string> {
  const [message] = await caughtFor(world, contact);
  return linkIn(message!);
}

/** Asks a lead's person by phone, who answers with the code. */
async function answerByPhone(id: string, phone: string): Promise<void> {
  await act(world, agency, 'askToConfirm', { leadIds: [id], channel: 'PHONE', contacts: 'EACH' }, 'asked { outcome }');
  await world.settle();
  const [message] = await caughtFor(world, phone);
  await confirm(world, linkIn(message!), codeIn(message!));
}

const LEAD = `query ($id: ID!) { lead(id: $id) { state verification { isVerified proofs { channel method alsoGivenAt } } } }`;
const lead = (id: string) => world.ask(agency, LEAD, { id });
const OWN = 'query ($id: ID!) { agencyLeadContact(leadId: $id) { phone email details { label value } } }';
const codesOf = ({ signals }: { signals: { code: string }[] }): string[] => signals.map(({ code }) => code);
const detailsOf = async (id: string): Promise<string[]> =>
  (await world.ask(agency, OWN, { id })).details.map(({ value }: { value: string }) => value);

describe('a corrected contact of a form', () => {
  test('of whoever knows a phone alone stays beside: its proof verifies nothing and opens no more than itself', async () => {
    const who = person();
    const stranger = `stranger.${who.email}`;
    const id = await sentAs(await formThatAsks('EMAIL'), who, { ...who, email: stranger });
    await confirm(world, await linkTo(stranger));
    expect(await lead(id)).toMatchObject({ verification: { isVerified: false } });
    expect(await world.ask(agency, OWN, { id })).toMatchObject({ email: who.email });
    const link = await linkTo(stranger);
    expect(await act(world, null, 'withdrawConsent', { token: link }, 'confirmation { state }')).toMatchObject({
      confirmation: { state: 'WITHDRAWN' },
    });
    expect(await lead(id)).toMatchObject({ state: 'ACCEPTED' });
    expect(await detailsOf(id)).not.toContain(stranger);
  });

  test('of whoever knows the address alone changes nothing of a lead that is sold, whatever is answered', async () => {
    const who = person({ name: 'Joyce Cherotcih' });
    const strangers = anotherPhone();
    const form = await formThatAsks('PHONE');
    const id = await sentAs(form, who);
    const buyer = await world.business({ funds: '900.00' });
    const [sale] = await buyListings(world, buyer, [await listLead(world, agency, id)]);
    const CARD =
      'query ($id: ID!) { card(id: $id) { contact { name phone email } isClosed lead { state wordsOfPerson { word } } } }';
    const card = () => world.ask(buyer, CARD, { id: sale!.saleId.replace('sale_', 'card_') });
    const bought = await card();
    expect(bought.contact).toEqual({ name: who.name, phone: e164(who.phone!), email: who.email });
    // Sent by the agency's own form, with the name spelt otherwise.
    await sentAs(form, { ...who, phone: strangers }, { ...who, name: 'Joyce Cherotich' });
    await answerByPhone(id, e164(strangers));
    expect(await lead(id)).toMatchObject({ verification: { isVerified: false } });
    const token = await proven(world, e164(strangers));
    expect((await myData(world, token)).requests).toMatchObject([
      { id, soldTo: 0, contact: { name: who.name, phone: e164(strangers), email: null } },
    ]);
    expect(await correct(world, { token, requestId: id, name: 'Somebody Else' })).toMatchObject({
      __typename: 'InvalidInput',
    });
    expect(await card()).toEqual(bought);
    // Also where the person answers by the address, who has asked after all.
    await act(world, agency, 'askToConfirm', { leadIds: [id], channel: 'EMAIL' }, 'asked { outcome }');
    await world.settle();
    await confirm(world, await linkTo(who.email));
    expect(await card()).toEqual(bought);
    await withdrawMine(world, { token, requestId: id });
    await erase(world, token);
    await world.settle();
    expect(await card()).toEqual(bought);
    expect(await detailsOf(id)).not.toContain(e164(strangers));
  });

  test('of whoever sent a stranger’s phone first ends and renames nothing of what its person asks later', async () => {
    const [form, hers] = [await formThatAsks('NONE'), person({ name: 'Wanjikũ Kamau' })];
    const his = { ...hers, email: `his.${hers.email}`, comment: 'his own words' };
    for (const remove of [withdrawMine, (within: World, { token }: { token: string }) => erase(within, token)]) {
      const phone = anotherPhone();
      const id = await sentAs(form, { ...his, phone }, { ...hers, phone });
      const token = await proven(world, his.email);
      const [request] = (await myData(world, token)).requests;
      expect(JSON.stringify(request)).not.toContain('also given');
      expect(await correct(world, { token, requestId: id, name: 'Prank Name Smith' })).toMatchObject({
        __typename: 'InvalidInput',
      });
      await remove(world, { token });
      await world.settle();
      expect(await world.ask(agency, OWN, { id })).toEqual({ phone: e164(phone), email: hers.email, details: [] });
      expect(await leadOf(world, agency, id)).toMatchObject({ state: 'QUARANTINED' });
      await act(world, agency, 'askToConfirm', { leadIds: [id], channel: 'EMAIL' }, 'asked { outcome }');
      await world.settle();
      await confirm(world, await linkTo(hers.email));
      expect(await lead(id)).toMatchObject({ state: 'QUARANTINED' });
      await answerByPhone(id, e164(phone));
      expect(await lead(id)).toMatchObject({ state: 'ACCEPTED', verification: { isVerified: true } });
      // By what both have in common the whole is hers.
      await withdrawMine(world, { token: await proven(world, e164(phone)), requestId: id });
      expect(await lead(id)).toMatchObject({ state: 'WITHDRAWN' });
      hers.email = `again.${hers.email}`;
      his.email = `again.${his.email}`;
    }
  });

  test('is asked, and becomes the one to write to by its answer where the phone answers too, the first beside it', async () => {
    const who = person();
    const right = `right.${who.email}`;
    const id = await sentAs(await formThatAsks('EMAIL'), who, { ...who, email: right });
    await act(world, agency, 'askToConfirm', { leadIds: [id], channel: 'PHONE' }, 'asked { outcome }');
    await world.settle();
    const [message] = await caughtFor(world, e164(who.phone!));
    await confirm(world, linkIn(message!), codeIn(message!));
    const token = await linkTo(right);
    expect(await confirmationOf(world, token)).toMatchObject({ question: { to: 'r•••@mail-of-kamau.co.ke' } });
    expect(await confirm(world, token)).toMatchObject({ confirmation: { state: 'CONFIRMED' } });
    expect(await lead(id)).toMatchObject({
      verification: {
        isVerified: true,
        proofs: [
          { channel: 'PHONE', alsoGivenAt: null },
          { channel: 'EMAIL', alsoGivenAt: null },
        ],
      },
    });
    expect(await world.ask(agency, OWN, { id })).toMatchObject({ email: right });
    expect(await detailsOf(id)).toContain(who.email);
    const asked = await act(world, agency, 'askToConfirm', { leadIds: [id], channel: 'EMAIL' }, 'asked { outcome }');
    expect(asked.asked).toEqual([{ outcome: 'ALREADY_PROVEN' }]);
    // What took a place opens no more than itself, and gives the place back.
    const mine = await proven(world, right);
    const { requests } = await myData(world, mine);
    expect(requests).toMatchObject([{ id, contact: { name: who.name, phone: null, email: right }, consent: null }]);
    await erase(world, mine);
    expect(await world.ask(agency, OWN, { id })).toMatchObject({ email: who.email });
    expect(await detailsOf(id)).not.toContain(right);
    const whole = await myData(world, await proven(world, e164(who.phone!)));
    expect(whole.requests).toMatchObject([{ id, state: 'ACCEPTED' }]);
    expect(whole.requests[0].contact.name).not.toBe('');
  });

  test('is the one that its agency asks, or one of each that can be asked', async () => {
    const who = person();
    const right = { ...who, email: `right.${who.email}` };
    const id = await sentAs(await formOf(world, agency, { email: 'REQUIRED' }), who, right);
    const ask = async (contacts?: string): Promise<unknown> =>
      (await act(world, agency, 'askToConfirm', { leadIds: [id], channel: 'EMAIL', contacts }, 'asked { outcome }'))
        .asked;
    const letters = async (): Promise<number[]> =>
      Promise.all([who.email!, right.email].map(async (email) => (await caughtFor(world, email)).length));
    expect(await ask()).toEqual([{ outcome: 'ASKED' }]);
    expect(await letters()).toEqual([0, 1]);
    expect(await ask('EACH')).toEqual([{ outcome: 'ASKED' }]);
    expect(await letters()).toEqual([1, 2]);
    await confirm(world, await linkTo(right.email));
    expect(await ask()).toEqual([{ outcome: 'ALREADY_PROVEN' }]);
    expect(await letters()).toEqual([1, 2]);
  });

  test('that is proven outlasts the no of who has the wrong one, whatever comes with it later', async () => {
    const who = person();
    const right = { ...who, email: `right.${who.email}` };
    const form = await formThatAsks('EMAIL');
    const id = await sentAs(form, who, right);
    const buyer = await world.business({ funds: '900.00' });
    const [sale] = await buyListings(world, buyer, [await listLead(world, agency, id)]);
    await confirm(world, await linkTo(right.email));
    expect(await deny(world, await linkTo(who.email))).toMatchObject({ confirmation: { state: 'DENIED' } });
    const found = await leadOf(world, agency, id);
    // It may be a stranger's who knows the phone: that is said to the buyer until the phone answers too.
    expect(found).toMatchObject({
      state: 'ACCEPTED',
      verification: { isVerified: false, doubts: [{ code: 'EMAIL_AFTER_DENIED' }] },
    });
    expect(codesOf(found)).not.toContain('DENIED_BY_PERSON');
    await answerByPhone(id, e164(who.phone!));
    expect(await leadOf(world, agency, id)).toMatchObject({ verification: { isVerified: true, doubts: [] } });
    const card =
      'query ($id: ID!) { card(id: $id) { contact { email details { value } } lead { wordsOfPerson { word } } } }';
    const bought = await world.ask(buyer, card, { id: sale!.saleId.replace('sale_', 'card_') });
    expect(bought).toMatchObject({ contact: { email: right.email }, lead: { wordsOfPerson: [] } });
    expect(JSON.stringify(bought.contact.details)).not.toContain(who.email);
    await fillAndSend(world, form, { ...person(), email: right.email, phone: anotherPhone() });
    expect((await leadsOf(form)).flatMap(({ signals }) => codesOf({ signals }))).not.toContain('EMAIL_OF_DENIED');
  });

  test('that nobody has answered on yet waits for its answer, when who has the wrong one says no', async () => {
    const who = person();
    const right = { ...who, phone: anotherPhone() };
    const id = await sentAs(await formThatAsks('PHONE'), who, right);
    await deny(world, await linkTo(e164(who.phone!)));
    const held = await leadOf(world, agency, id);
    expect(held).toMatchObject({ state: 'QUARANTINED', verification: { doubts: [{ code: 'PHONE_AFTER_DENIED' }] } });
    expect(codesOf(held)).not.toContain('DENIED_BY_PERSON');
    expect(await world.ask(agency, OWN, { id })).toMatchObject({ phone: e164(right.phone) });
    const [message] = await caughtFor(world, e164(right.phone));
    await confirm(world, linkIn(message!), codeIn(message!));
    // Alone it may be that of somebody who knew the address.
    expect(await leadOf(world, agency, id)).toMatchObject({
      state: 'QUARANTINED',
      verification: { isVerified: false },
    });
    await act(world, agency, 'askToConfirm', { leadIds: [id], channel: 'EMAIL' }, 'asked { outcome }');
    await world.settle();
    await confirm(world, await linkTo(who.email));
    expect(await leadOf(world, agency, id)).toMatchObject({ state: 'ACCEPTED', verification: { isVerified: true } });
  });

  test('that is denied as well leaves nobody who asked', async () => {
    const who = person();
    const other = { ...who, email: `other.${who.email}` };
    const id = await sentAs(await formThatAsks('EMAIL'), who, other);
    const links = [await linkTo(who.email), await linkTo(other.email)];
    for (const link of links) await deny(world, link);
    const found = await leadOf(world, agency, id);
    expect(found.state).toBe('REJECTED');
    expect(codesOf(found)).toContain('DENIED_BY_PERSON');
  });

  test('of a phone gets code and link there, and another code where it is asked for', async () => {
    const who = person();
    const right = anotherPhone();
    const id = await sentAs(await formThatAsks('PHONE'), who, { ...who, phone: right });
    const token = await linkTo(e164(right));
    await act(world, null, 'sendCodeAgain', { token }, 'confirmation { state }');
    const messages = await caughtFor(world, e164(right));
    expect(messages).toHaveLength(2);
    expect(await confirm(world, token, codeIn(messages[0]!))).toMatchObject({ confirmation: { state: 'CONFIRMED' } });
    expect(await lead(id)).toMatchObject({ verification: { proofs: [{ channel: 'PHONE' }] } });
  });

  test('whose owner says that it was not them is taken out of the request, which goes on', async () => {
    const who = person();
    const wrong = `wrong.${who.email}`;
    const form = await formThatAsks('EMAIL');
    const id = await sentAs(form, who, { ...who, email: wrong });
    expect(await detailsOf(id)).toContain(wrong);
    const buyer = await world.business({ funds: '900.00' });
    const [sale] = await buyListings(world, buyer, [await listLead(world, agency, id)]);
    const token = await linkTo(wrong);
    expect(await deny(world, token)).toMatchObject({ confirmation: { state: 'DENIED' } });
    await world.settle();
    expect(await lead(id)).toMatchObject({ state: 'ACCEPTED' });
    expect(await detailsOf(id)).not.toContain(wrong);
    const card = await world.ask(buyer, 'query ($id: ID!) { card(id: $id) { history { nodes { kind } } } }', {
      id: sale!.saleId.replace('sale_', 'card_'),
    });
    expect(card.history.nodes).toContainEqual({ kind: 'CONTACT_CORRECTED' });
    // And it is left alone.
    await fillAndSend(world, form, { ...who, email: wrong });
    expect((await leadsOf(form)).at(-1)).toMatchObject({ state: 'REJECTED' });
  });

  test('is asked again when it is sent again, but not at once, and nobody by a program', async () => {
    const who = person();
    const right = { ...who, email: `right.${who.email}` };
    const form = await formThatAsks('EMAIL');
    const id = await sentAs(form, who, right, right);
    const asked = () => rows('confirmations').countDocuments({ leadId: id });
    expect(await asked()).toBe(2);
    await world.clock.move('11m');
    await sentAs(form, right);
    expect(await asked()).toBe(3);
    await sentAs(form, { ...who, email: `robot.${who.email}`, homepage: 'https://spam.example' });
    expect(await asked()).toBe(3);
    agency = await logIn(world, agency);
  });

  test('is one of three at most: nobody writes to many strangers by one request', async () => {
    const who = person();
    const form = await formThatAsks('EMAIL');
    const others = ['a', 'b', 'c', 'd', 'e'].map((letter) => ({ ...who, email: `${letter}.${who.email}` }));
    const id = await sentAs(form, who, ...others.slice(0, 2));
    await world.clock.move('25h');
    await sentAs(form, ...others.slice(2));
    expect(await rows('confirmations').distinct('contactHash', { leadId: id })).toHaveLength(4);
    agency = await logIn(world, agency);
  });
});

describe('whoever types a known phone with an address of their own cannot tell that it is known', () => {
  /** The letter and the page behind its link, without what differs between any two. */
  const seenBy = async (email: string) => {
    const [letter] = await caughtFor(world, email);
    const plain = (text: string): string =>
      text.replace(/\/v\/\S+/, 'LINK').replace(/\d+ \w+ \d{4},? (at )?\d\d:\d\d( UTC)?/g, 'TIME');
    const page = await confirmationOf(world, linkIn(letter!));
    const { askedFor, ...question } = page.question;
    expect(Math.abs(world.clock.now().getTime() - Date.parse(askedFor))).toBeLessThan(60_000);
    const { at: _at, ...consent } = page.consent;
    const { expiresAt: _until, ...rest } = page;
    return { subject: letter!.subject, text: plain(letter!.text), page: { ...rest, question, consent } };
  };
  /** The person of a form, as a lead that an agency brought before. */
  const broughtBy = (actor: Actor, { consent: _box, ...lead }: Record<string, string>, more: object = {}) =>
    acceptedLead(world, actor, { ...lead, ...more });
  let form: string;
  let usual: Awaited<ReturnType<typeof seenBy>>;
  beforeAll(async () => {
    form = await formThatAsks('EMAIL');
    const nobody = person({ email: `w.usual.${process.pid}@mail-of-kamau.co.ke` });
    await fillAndSend(world, form, nobody);
    usual = await seenBy(nobody.email!);
  });

  test('by another agency’s lead, which no answer changes; and nothing is kept of what was typed past its link', async () => {
    const [who, other] = [person(), await world.agency()];
    const id = await broughtBy(other, who);
    const typed = (letter: string) => ({ ...who, email: `w.${letter}.${who.email}` });
    const asks = () => rows('confirmations').countDocuments({ standsFor: { $exists: true } });
    const [yes, no, back] = [typed('a'), typed('b'), typed('c')];
    await fillAndSend(world, form, yes);
    expect(await seenBy(yes.email)).toEqual(usual);
    // Not again at once, as of a new one.
    await fillAndSend(world, form, yes);
    await world.settle();
    expect(await asks()).toBe(1);
    await fillAndSend(world, form, no);
    await fillAndSend(world, form, back);
    // Three a day, as of one lead.
    await fillAndSend(world, form, typed('d'));
    await world.settle();
    expect(await asks()).toBe(3);
    expect(await rows('asked_apart').countDocuments({})).toBe(3);
    const before = await leadOf(world, other, id);
    expect(await confirm(world, await linkTo(yes.email))).toMatchObject({
      confirmation: { state: 'CONFIRMED', canWithdraw: true },
    });
    expect(await deny(world, await linkTo(no.email))).toMatchObject({ confirmation: { state: 'DENIED' } });
    expect(await withdraw(world, await linkTo(back.email))).toMatchObject({ confirmation: { state: 'WITHDRAWN' } });
    await world.settle();
    expect(await leadOf(world, other, id)).toEqual(before);
    const contact = await world.ask(other, OWN, { id });
    expect(JSON.stringify(contact)).not.toContain('w.');
    // What was denied is left alone from then on, by whomever it is brought.
    expect(await submit(world, other, { phone: anotherPhone(), email: no.email })).toMatchObject({
      outcome: 'REJECTED',
    });
    const sealed = await rows('asked_apart').find({}).toArray();
    expect(JSON.stringify(sealed)).not.toContain(who.email);
    const asked = await rows('confirmations')
      .find({ standsFor: { $exists: true } })
      .toArray();
    expect(sealed.map(({ expiresAt }) => expiresAt)).toEqual(asked.map(({ expiresAt }) => expiresAt));
  });

  test('by a phone: another code comes where it is asked for', async () => {
    const who = person();
    await broughtBy(await world.agency(), who);
    const phone = anotherPhone();
    await fillAndSend(world, await formThatAsks('PHONE'), { ...who, phone });
    const token = await linkTo(e164(phone));
    expect(await confirmationOf(world, token)).toMatchObject({ question: { to: `•••${phone.slice(-3)}` } });
    await act(world, null, 'sendCodeAgain', { token }, 'confirmation { state }');
    const [message] = await caughtFor(world, e164(phone));
    expect(await confirm(world, token, codeIn(message!))).toMatchObject({ confirmation: { state: 'CONFIRMED' } });
  });

  test('by one that is kept out of new requests; erasing the one or the other ends the question', async () => {
    const who = person();
    await broughtBy(await world.agency(), who);
    const typed = (letter: string) => ({ ...who, email: `w.${letter}.${who.email}` });
    const [first, second, third] = [typed('a'), typed('b'), typed('c')];
    await fillAndSend(world, form, first);
    await fillAndSend(world, form, second);
    const links = [await linkTo(first.email), await linkTo(second.email)];
    await erase(world, await proven(world, first.email));
    expect(await confirmationOf(world, links[0]!)).toBeNull();
    expect(await confirmationOf(world, links[1]!)).toMatchObject({ state: 'OPEN' });
    await erase(world, await proven(world, e164(who.phone!)));
    expect(await confirmationOf(world, links[1]!)).toBeNull();
    await fillAndSend(world, form, third);
    expect((await leadsOf(form)).at(-1)).toMatchObject({ state: 'REJECTED' });
    expect(await seenBy(third.email)).toEqual(usual);
    // Who is kept out by what was asked gets nothing.
    const letters = (await caughtFor(world, first.email)).length;
    await fillAndSend(world, form, { ...first, phone: anotherPhone() });
    expect(await caughtFor(world, first.email)).toHaveLength(letters);
  });

  test('by the agency’s own lead: the question is about what was sent now, in its own niche and time', async () => {
    const who = person();
    await broughtBy(agency, who, { nicheId: 'niche_car-loan' });
    const own = { ...who, email: `w.own.${who.email}` };
    await fillAndSend(world, form, own);
    expect(await seenBy(own.email)).toEqual(usual);
    // Also where the agency has taken it off the market.
    const former = person();
    const leadId = await broughtBy(agency, former);
    await act(world, agency, 'withdrawLead', { leadId, reason: 'They called and asked us to wait.' });
    const typed = { ...former, email: `w.own.${former.email}` };
    await fillAndSend(world, form, typed);
    expect(await seenBy(typed.email)).toEqual(usual);
  });
});
