import { createWorld, type Actor, type World } from '../kit/world';
import { confirm, leadOf, linkFor } from '../leads/confirming';
import { fillAndSend, formOf } from '../leads/hostedForms';
import { acceptedLead, consentGiven, daysAgo, submit } from '../leads/submitting';
import { bought, cardOf, myData, proven, someone, withdrawMine } from './person';

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
});
