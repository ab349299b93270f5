import { withdrawnStandNoMore } from '../../server/modules/leads/subject/withdrawnStandNoMore';
import { createWorld, type Actor, type World } from '../kit/world';
import { confirm, leadOf, linkFor, withdraw } from '../leads/confirming';
import { fillAndSend, formOf } from '../leads/hostedForms';
import { acceptedLead, consentGiven, daysAgo, submit } from '../leads/submitting';
import { bought, cardOf, myData, proven, rows, someone, withdrawMine } from './person';

let world: World;
let agency: Actor;
let business: Actor;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
  business = await world.business({ name: 'Savanna Cover', funds: '9000.00' });
});
afterAll(() => world.close());

test('consent is withdrawn of one request or of all: sold no more, and buyers are told once', async () => {
  const { email, leadId, saleId } = await bought(world, { agency, buyer: business });
  const token = await proven(world, email);
  for (const _press of [1, 2])
    expect((await withdrawMine(world, { token })).myData.requests).toMatchObject([{ state: 'WITHDRAWN' }]);
  await world.settle();
  expect(await leadOf(world, agency, leadId)).toMatchObject({ state: 'WITHDRAWN' });
  const card = await cardOf(world, business, saleId);
  expect(card).toMatchObject({ isClosed: false, lead: { wordsOfPerson: [{ word: 'WITHDRAWN' }] } });
  const kinds = card.history.nodes.map(({ kind }: { kind: string }) => kind);
  expect(kinds.filter((kind: string) => kind === 'CONSENT_WITHDRAWN')).toHaveLength(1);
});

describe('after a withdrawal', () => {
  const NAME = 'Wanjikũ Kamau';

  test('what was agreed to before comes in no more, and a later request of an agency waits for its person', async () => {
    const { email, phone } = someone();
    const old = { name: NAME, email, phone };
    await acceptedLead(world, agency, old);
    await withdrawMine(world, { token: await proven(world, email) });
    for (const part of [{}, { phone: null }])
      expect(await submit(world, agency, { ...old, ...part })).toMatchObject({
        outcome: 'REJECTED',
        reasons: [{ code: 'CONSENT_WITHDRAWN' }],
      });
    await world.clock.move('1m');
    const anew = { ...old, consent: consentGiven({ at: daysAgo(0) }) };
    const answer = await submit(world, agency, anew);
    expect(answer).toMatchObject({ outcome: 'QUARANTINED', reasons: [{ code: 'AFTER_WITHDRAWAL' }] });
    const { id } = answer.lead!;
    await confirm(world, await linkFor(world, agency, id, email));
    expect(await leadOf(world, agency, id)).toMatchObject({ state: 'ACCEPTED', verification: { isVerified: true } });
  });

  test('by an address alone the phone beside it, which may be a stranger’s, is only looked at, until it answers', async () => {
    const { email, phone } = someone();
    const theirs = { name: 'Humphrey Otieno', phone, email: someone().email };
    await fillAndSend(world, await formOf(world, agency), { name: NAME, email, phone });
    await withdrawMine(world, { token: await proven(world, email) });
    const other = await world.agency({ name: 'Third Source' });
    const answer = await submit(world, other, theirs);
    expect(answer).toMatchObject({ outcome: 'QUARANTINED', reasons: [{ code: 'AFTER_WITHDRAWAL' }] });
    await confirm(world, await linkFor(world, other, answer.lead!.id, theirs.email));
    expect(await leadOf(world, other, answer.lead!.id)).toMatchObject({ state: 'ACCEPTED' });
  });

  test('who sends a form has asked anew: a lead of its own, and both stand on their page', async () => {
    const { email, phone } = someone();
    const form = await formOf(world, agency);
    await fillAndSend(world, form, { email, phone });
    const token = await proven(world, email);
    await withdrawMine(world, { token });
    await fillAndSend(world, form, { email, phone });
    const { requests } = await myData(world, token);
    expect(requests.map(({ state }: { state: string }) => state).sort()).toEqual(['ACCEPTED', 'WITHDRAWN']);
    const { id } = requests.find(({ state }: { state: string }) => state === 'ACCEPTED');
    const { signals } = await leadOf(world, agency, id);
    expect(signals).toContainEqual(expect.objectContaining({ code: 'AFTER_WITHDRAWAL' }));
  });

  test('from before it was so, a lead stands for nobody either: who asks again is new, and an old consent is refused', async () => {
    const form = await formOf(world, agency);
    const before = await rows('suppressions').distinct('_id');
    const withdrawnOnce = async (by: (leadId: string, email: string) => Promise<unknown>) => {
      const person = someone();
      const leadId = await acceptedLead(world, agency, person);
      await by(leadId, person.email);
      return { ...person, leadId };
    };
    const atMe = await withdrawnOnce(async (_leadId, email) =>
      withdrawMine(world, { token: await proven(world, email) }),
    );
    const byLink = await withdrawnOnce(async (leadId, email) =>
      withdraw(world, await linkFor(world, agency, leadId, email)),
    );
    // As it was kept then.
    const _id = { $in: [atMe.leadId, byLink.leadId] };
    await rows('lead_contacts').updateMany({ _id }, { $set: { isStanding: true } });
    await rows('suppressions').deleteMany({ _id: { $nin: before } });
    await world.clock.move('3m');
    const askedAnew = async () => {
      const count = await rows('leads').countDocuments();
      await fillAndSend(world, form, { email: atMe.email, phone: atMe.phone });
      return (await rows('leads').countDocuments()) - count;
    };
    expect(await askedAnew()).toBe(0);
    for (const _time of [1, 2]) await withdrawnStandNoMore.up();
    // Only what surely was the person's is refused, and what may be a stranger's is looked at.
    const refusal = async ({ email, phone }: Partial<typeof atMe>) =>
      (await submit(world, agency, { email: email ?? null, phone: phone ?? null })).reasons.map(({ code }) => code);
    expect(await refusal({ email: byLink.email })).toEqual(['CONSENT_WITHDRAWN']);
    expect(await refusal({ phone: byLink.phone })).toEqual(['AFTER_WITHDRAWAL']);
    expect(await askedAnew()).toBe(1);
  });
});
