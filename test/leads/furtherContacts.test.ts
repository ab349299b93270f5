import mongoose from '../../server/platform/mongoose';
import { act } from '../accounts/flows';
import { buyListings, listLead } from '../kit/trading';
import { createWorld, type Actor, type World } from '../kit/world';
import { correct, erase, myData, proven, withdrawMine } from '../rights/person';
import { caughtFor, codeIn, confirm, deny, linkIn } from './confirming';
import { submit, type Told } from './submitting';

/** Whoever asks again because the first phone or address was written wrongly brings the right one. */

let world: World;
let agency: Actor;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());

interface Person {
  name: string;
  city: string;
}

/** The same person, first with a wrong phone and address and then with the right ones. */
async function corrected(person: Person, wrong: Told, right: Told, by: Actor = agency): Promise<string> {
  const first = await submit(world, agency, { ...person, ...wrong });
  expect(first.outcome).toBe('ACCEPTED');
  expect(await submit(world, by, { ...person, ...right })).toMatchObject({ outcome: 'DUPLICATE' });
  return first.lead!.id;
}

const OWN = 'query ($id: ID!) { agencyLeadContact(leadId: $id) { name phone email details { label value } } }';
const ofAgency = (id: string): Promise<{ name: string; phone: string; details: Detail[] }> =>
  world.ask(agency, OWN, { id });
const CARD = 'query ($id: ID!) { card(id: $id) { contact { phone email details { label value } } } }';

interface Detail {
  label: string;
  value: string;
}
const alsoGiven = ({ details }: { details: Detail[] }): Record<string, string> =>
  Object.fromEntries(
    details
      .filter(({ label }) => label.includes('also given on'))
      .map(({ label, value }) => [label.replace(/ \d{4}-\d\d-\d\d$/, ' a day'), value]),
  );

describe('a phone or an e-mail that a repeat brings', () => {
  test('is shown to the agency of the lead and to its buyer, and lies sealed', async () => {
    const person = { name: 'Chepkemoi Langat', city: 'Kericho' };
    const first = { phone: '0722 641 873', email: 'chepkemoi.langat@gmail.com' };
    const id = await corrected(person, first, { ...first, phone: '0722 641 878' });
    await submit(world, agency, { ...person, ...first, email: 'chepkemoi.l@gmail.com' });
    const further = {
      'Phone also given on a day': '+254722641878',
      'E-mail also given on a day': 'chepkemoi.l@gmail.com',
    };
    expect(await ofAgency(id)).toMatchObject({ phone: '+254722641873' });
    expect(alsoGiven(await ofAgency(id))).toEqual(further);
    const buyer = await world.business({ funds: '900.00' });
    const [sale] = await buyListings(world, buyer, [await listLead(world, agency, id)]);
    await world.settle();
    const { contact } = await world.ask(buyer, CARD, { id: sale!.saleId.replace('sale_', 'card_') });
    expect(alsoGiven(contact)).toEqual(further);
    const row = await mongoose.connection
      .collection<{ _id: string; further: object[] }>('lead_contacts')
      .findOne({ _id: id });
    expect(row!.further).toHaveLength(2);
    expect(JSON.stringify(row)).not.toMatch(/641878|chepkemoi\.l/);
  });

  test('and so is the name as a repeat spells it, of the own agency’s repeats alone; what was a slip gives way', async () => {
    const other = await world.agency();
    const told = { city: 'Eldoret', phone: '0722 641 903', email: 'j.cherotich@gmail.com' };
    const id = await corrected({ name: 'Joyce Cherotcih', city: told.city }, told, {
      ...told,
      name: 'Joyce Cherotich',
    });
    expect((await submit(world, other, { ...told, name: 'Joyce Cherotch' })).outcome).toBe('DUPLICATE');
    const again = await submit(world, agency, { ...told, name: 'CHEROTICH Joyce' });
    expect(again).toMatchObject({ outcome: 'DUPLICATE', lead: { id } });
    const own = await ofAgency(id);
    expect([own.name, alsoGiven(own)]).toEqual(['Joyce Cherotich', { 'Name also given on a day': 'Joyce Cherotcih' }]);
    // What held the lead for its spelling holds it no more.
    const slip = { city: 'Eldoret', phone: '0722 641 931', email: 'joy.cherotich@gmail.com' };
    expect((await submit(world, agency, { ...slip, name: 'Joyce1 Cherotich' })).outcome).toBe('QUARANTINED');
    const { lead } = await submit(world, agency, { ...slip, name: 'Joyce Cherotich' });
    expect((await ofAgency(lead!.id)).name).toBe('Joyce Cherotich');
    expect(await world.ask(agency, `query ($id: ID!) { lead(id: $id) { state signals { code } } }`, lead!)).toEqual({
      state: 'ACCEPTED',
      signals: [{ code: 'NAME_DIGITS' }],
    });
    // No name that would hold a lead is one put right.
    const mouse = { city: 'Eldoret', phone: '0722 641 917', email: 'm.mouse@gmail.com' };
    const held = await corrected({ name: 'M. Mouse', city: mouse.city }, mouse, { ...mouse, name: 'Mickey Mouse' });
    expect((await ofAgency(held)).name).toBe('M. Mouse');
    const row = await mongoose.connection
      .collection<{ _id: string; alsoNamed: object[] }>('lead_contacts')
      .findOne({ _id: id });
    expect(row!.alsoNamed).toHaveLength(2);
    expect(JSON.stringify(row)).not.toMatch(/herot/i);
  });

  test('is kept once, and only where it is another than the lead has', async () => {
    const person = { name: 'Nekesa Wafula', city: 'Bungoma' };
    const first = { phone: '0722 618 551', email: 'nekesa.wafula@gmail.com' };
    const id = await corrected(person, first, { ...first, phone: '0722 618 561' });
    await submit(world, agency, { ...person, ...first });
    await submit(world, agency, { ...person, ...first, phone: '0722 618 561' });
    expect(alsoGiven(await ofAgency(id))).toEqual({ 'Phone also given on a day': '+254722618561' });
  });

  test('of another agency is not kept: the consent to it names that agency', async () => {
    const other = await world.agency();
    const first = { phone: '0722 618 771', email: 'akinyi.odera@gmail.com' };
    const person = { name: 'Akinyi Odera', city: 'Kisumu' };
    const id = await corrected(person, first, { ...first, phone: '0722 618 772' }, other);
    expect(alsoGiven(await ofAgency(id))).toEqual({});
  });

  test('is kept as well when it was a moderator who saw that it is the same person', async () => {
    const person = { name: 'Jepkosgei Bett', city: 'Kericho' };
    const first = await submit(world, agency, { ...person, phone: '0722 641 423', email: 'jepkosgei.bett@gmial.com' });
    const second = await submit(world, agency, { ...person, phone: '0722 641 428', email: 'jepkosgei.bett@gmail.com' });
    expect(second).toMatchObject({ outcome: 'QUARANTINED' });
    const moderator = await world.admin('MODERATOR');
    const input = { leadId: second.lead!.id, isSamePerson: true, reason: 'One digit apart.' };
    expect(await act(world, moderator, 'decideLikeness', input)).toMatchObject({ __typename: 'DecideLikenessPayload' });
    const contact = await ofAgency(first.lead!.id);
    expect(alsoGiven(contact)).toEqual({
      'Phone also given on a day': '+254722641428',
      'E-mail also given on a day': 'jepkosgei.bett@gmial.com',
    });
    // What was a slip is put right by it.
    expect(contact).toMatchObject({ phone: '+254722641423', email: 'jepkosgei.bett@gmail.com' });
  });

  test.each(['that repeats', 'that is repeated'])(
    'hinders no moderator where the lead %s was damaged',
    async (which) => {
      const [family, phone] = which === 'that repeats' ? ['Rotich', '0722 646 42'] : ['Lagat', '0722 647 42'];
      const person = { name: `Jepkosgei ${family}`, city: 'Kericho' };
      const email = `jepkosgei.${family.toLowerCase()}@gm`;
      const first = await submit(world, agency, { ...person, phone: `${phone}3`, email: `${email}ial.com` });
      const second = await submit(world, agency, { ...person, phone: `${phone}8`, email: `${email}ail.com` });
      expect(second).toMatchObject({ outcome: 'QUARANTINED' });
      const _id = which === 'that repeats' ? second.lead!.id : first.lead!.id;
      await mongoose.connection
        .collection<{ _id: string }>('lead_contacts')
        .updateOne({ _id }, { $set: { 'sealed.fields.name': Buffer.from('nothing') } });
      const moderator = await world.admin('MODERATOR');
      const input = { leadId: second.lead!.id, isSamePerson: true, reason: 'One digit apart.' };
      expect(await act(world, moderator, 'decideLikeness', input, 'lead { state }')).toMatchObject({
        lead: { state: 'REJECTED' },
      });
      const record = await mongoose.connection
        .collection('audit')
        .countDocuments({ subject: second.lead!.id, 'after.isContactDamaged': true });
      expect(record).toBe(which === 'that repeats' ? 1 : 0);
      // A damaged contact cannot be checked at the end.
      await mongoose.connection.collection<{ _id: string }>('lead_contacts').deleteOne({ _id });
      await mongoose.connection.collection<{ _id: string }>('leads').deleteOne({ _id });
    },
  );

  test('shows its owner itself alone, and goes alone: the lead is of whoever has its own phone or e-mail', async () => {
    const victim = { phone: '0722 619 113', email: 'wanza.muthoka@yahoo.com' };
    const strangers = ['stranger.a', 'stranger.b', 'stranger.c'].map((name) => `${name}@mail-of-kamau.co.ke`);
    const [first, second, third] = strangers as [string, string, string];
    const told = { name: 'Wanza Muthoka', city: 'Machakos' };
    const id = await corrected(told, victim, { ...victim, email: first });
    for (const email of [second, third])
      await submit(world, agency, { ...told, name: 'W. Muthoka', phone: victim.phone, email });

    const token = await proven(world, first);
    const { requests } = await myData(world, token);
    const typed = { name: told.name, phone: null, email: first, details: [] };
    expect(requests).toMatchObject([{ id, contact: typed, consent: null }]);
    const CAN = 'query ($token: String!) { myData(token: $token) { requests { canCorrect } } }';
    expect(await world.ask(null, CAN, { token })).toEqual({ requests: [{ canCorrect: false }] });
    expect(await correct(world, { token, requestId: id, name: 'Somebody Else' })).toMatchObject({
      __typename: 'InvalidInput',
    });
    // Nothing else is theirs to correct, so it is not answered as if it were done.
    expect(await correct(world, { token, name: 'Somebody Else' })).toMatchObject({
      __typename: 'InvalidInput',
      path: ['requestId'],
    });
    expect(await withdrawMine(world, { token, requestId: id })).toMatchObject({ myData: { requests: [] } });
    await erase(world, await proven(world, second));

    await act(
      world,
      agency,
      'askToConfirm',
      { leadIds: [id], channel: 'EMAIL', contacts: 'EACH' },
      'asked { outcome }',
    );
    await world.settle();
    const [letter] = await caughtFor(world, third);
    await act(world, null, 'withdrawConsent', { token: linkIn(letter!) }, 'confirmation { state }');

    // Who has the lead's own phone sees and does all.
    const own = await proven(world, '+254722619113');
    const [whole] = (await myData(world, own)).requests;
    expect(await world.ask(null, CAN, { token: own })).toEqual({ requests: [{ canCorrect: true }] });
    expect(whole).toMatchObject({ state: 'ACCEPTED', contact: { name: told.name, email: 'w•••@yahoo.com' } });
    expect(whole.consent).not.toBeNull();
    for (const email of strangers) expect(JSON.stringify(await ofAgency(id))).not.toContain(email);
    expect(await submit(world, agency, { ...victim, ...told, email: second })).toMatchObject({ outcome: 'REJECTED' });
    expect(await erase(world, own)).toMatchObject({ receipt: { requestCount: 1 } });
    const rows = mongoose.connection.collection<{ _id: string }>('lead_contacts');
    expect(await rows.findOne({ _id: id })).toBeNull();
  });
});

describe('a contact that was written wrongly', () => {
  const person = { name: 'Wambui Njoroge', city: 'Nyeri' };

  test('of an unsold lead is replaced by the one of a repeat, and stands beside it', async () => {
    const wrong = { phone: '0722 651 873', email: 'wambui.njoroge@gmial.com' };
    const id = await corrected(person, wrong, { ...wrong, email: 'wambui.njoroge@gmail.com' });
    const contact = await ofAgency(id);
    expect(contact).toMatchObject({ email: 'wambui.njoroge@gmail.com', phone: '+254722651873' });
    expect(alsoGiven(contact)).toEqual({ 'E-mail also given on a day': wrong.email });
    // It is found by the right one from then on, and asks no more to be put right.
    const again = await submit(world, agency, { ...person, phone: '0722 651 899', email: 'wambui.njoroge@gmail.com' });
    expect(again).toMatchObject({ outcome: 'DUPLICATE', lead: { id } });
    expect(again.lead).toMatchObject({ state: 'ACCEPTED' });
    const token = await proven(world, wrong.email);
    expect((await myData(world, token)).requests).toMatchObject([{ id }]);
  });

  test('leaves quarantine by it, where nothing else holds the lead', async () => {
    const who = { name: 'Cherotich Rono', city: 'Bomet' };
    const email = 'cherotich.rono@gmail.com';
    const first = await submit(world, agency, { ...who, phone: '0722 65', email });
    expect(first).toMatchObject({ outcome: 'QUARANTINED' });
    const second = await submit(world, agency, { ...who, phone: '0722 652 841', email });
    expect(second).toMatchObject({ outcome: 'DUPLICATE', lead: { id: first.lead!.id, state: 'ACCEPTED' } });
    const contact = await ofAgency(first.lead!.id);
    expect(contact).toMatchObject({ phone: '+254722652841' });
    expect(alsoGiven(contact)).toEqual({ 'Phone also given on a day': '0722 65' });
  });

  test('gives way to another one only where nobody can be reached, and that proves nothing alone', async () => {
    const who = { name: 'Nafula Wekesa', city: 'Bungoma' };
    const slip = { phone: '0722 651 881', email: 'nafula.wekesa@gmial.com' };
    const beside = await corrected(who, slip, { ...slip, email: 'stranger@mail-of-kamau.co.ke' });
    expect(await ofAgency(beside)).toMatchObject({ email: slip.email });

    const STANDS = `query ($id: ID!) { lead(id: $id) { state verification { isVerified } } }`;
    const askedAt = async (id: string, contact: string, channel: string) => {
      await act(world, agency, 'askToConfirm', { leadIds: [id], channel }, 'asked { outcome }');
      await world.settle();
      return (await caughtFor(world, contact))[0]!;
    };
    /** First with a phone that is none, then with one that may be anybody's. */
    const askedByOther = async (told: Told, phone: string) => {
      const { lead } = await submit(world, agency, { ...told, phone: '0722 65' });
      await submit(world, agency, { ...told, phone });
      const e164 = `+254${phone.replace(/ /g, '').slice(1)}`;
      expect(await ofAgency(lead!.id)).toMatchObject({ phone: e164 });
      return { id: lead!.id, message: await askedAt(lead!.id, e164, 'PHONE') };
    };
    const one = { name: 'Nanjala Simiyu', city: who.city, email: 'n.simiyu@mail-of-kamau.co.ke' };
    const { id, message } = await askedByOther(one, '0733 998 127');
    await confirm(world, linkIn(message), codeIn(message));
    expect(await world.ask(agency, STANDS, { id })).toEqual({ state: 'ACCEPTED', verification: { isVerified: false } });
    await confirm(world, linkIn(await askedAt(id, one.email, 'EMAIL')));
    expect(await world.ask(agency, STANDS, { id })).toEqual({ state: 'ACCEPTED', verification: { isVerified: true } });

    // Whose phone it is says nothing of the request, which goes on by its address.
    const other = { name: 'Wafula Barasa', city: who.city, email: 'w.barasa@mail-of-kamau.co.ke' };
    const denied = await askedByOther(other, '0733 998 116');
    await deny(world, linkIn(denied.message));
    expect(await ofAgency(denied.id)).toMatchObject({ phone: null, email: other.email });
    expect(await world.ask(agency, STANDS, { id: denied.id })).toMatchObject({ state: 'ACCEPTED' });
  });

  test('of a sold lead stays, with the other beside it', async () => {
    const who = { name: 'Atieno Ouma', city: 'Siaya' };
    const wrong = { phone: '0722 653 817', email: 'atieno.ouma@gmial.com' };
    const { lead } = await submit(world, agency, { ...who, ...wrong });
    const buyer = await world.business({ funds: '900.00' });
    await buyListings(world, buyer, [await listLead(world, agency, lead!.id)]);
    await submit(world, agency, { ...who, ...wrong, email: 'atieno.ouma@gmail.com' });
    const contact = await ofAgency(lead!.id);
    expect(contact).toMatchObject({ email: wrong.email });
    expect(alsoGiven(contact)).toEqual({ 'E-mail also given on a day': 'atieno.ouma@gmail.com' });
  });

  test('is not replaced by another that is doubtful, nor by what another agency brings', async () => {
    const who = { name: 'Mwende Kilonzo', city: 'Kitui' };
    const wrong = { phone: '0722 654 817', email: 'mwende.kilonzo@gmial.com' };
    const other = await world.agency();
    const id = await corrected(who, wrong, { ...wrong, email: 'mwende.kilonzo@mailinator.com' });
    await submit(world, other, { ...who, ...wrong, email: 'mwende.kilonzo@gmail.com' });
    expect(await ofAgency(id)).toMatchObject({ email: wrong.email });
  });
});

test('an agency reads of a repeat that the other contact it brought is kept', async () => {
  const first = { name: 'Kerubo Nyaboke', city: 'Kisii', phone: '0722 655 817', email: 'kerubo.nyaboke@gmail.com' };
  await submit(world, agency, first);
  const kept = /is kept with that lead/;
  const repeated = async (told: Told, by = agency) =>
    (await submit(world, by, { ...first, ...told })).reasons[0]!.message;
  expect(await repeated({ email: 'k.nyaboke@gmail.com' })).toMatch(kept);
  expect(await repeated({})).not.toMatch(kept);
  expect(await repeated({ phone: undefined })).not.toMatch(kept);
  expect(await repeated({ email: 'kerubo.n@gmail.com' }, await world.agency())).not.toMatch(kept);
});
