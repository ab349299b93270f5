import mongoose from '../../server/platform/mongoose';
import { soldLead } from '../kit/trading';
import { type Actor, clientKey, createWorld, logIn, type World } from '../kit/world';
import { fund, joins, wallet } from './buying';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const REVIEWS = `query ($state: SaleReviewState) {
  saleReviews(state: $state, first: 100) { nodes { id grounds state note sale { id state isUnderReview } } }
}`;
const DECIDE = `mutation ($input: DecideSaleReviewInput!) {
  decideSaleReview(input: $input) {
    __typename
    ... on DecideSaleReviewPayload { review { state sale { state } } }
    ... on UserError { message }
  }
}`;

const reviewOf = async (admin: Actor, saleId: string, state = 'OPEN') =>
  (await world.ask(admin, REVIEWS, { state })).nodes.find(({ id }: { id: string }) => id === saleId) ?? null;

const decide = (admin: Actor, saleId: string, outcome: string, key = clientKey()) =>
  world.ask(admin, DECIDE, { input: { saleId, outcome, note: 'One office, two firms.', clientKey: key } });

let house = 0;

/** Makes both sides log in from one device of a network that the world sees. */
async function shareDevice(one: Actor, other: Actor, userAgent = 'Mozilla/5.0 (X11; Linux x86_64)'): Promise<void> {
  const ip = `203.0.113.${++house}`;
  await mongoose.connection
    .collection('sessions')
    .updateMany({ organisationId: { $in: [one.organisationId, other.organisationId] } }, { $set: { ip, userAgent } });
}

async function insiders(): Promise<{ agency: Actor; buyer: Actor; saleId: string }> {
  const agency = await world.agency();
  const buyer = await world.business({ funds: '500.00' });
  await shareDevice(agency, buyer);
  const { saleId } = await soldLead(world, { agency, buyer });
  return { agency, buyer, saleId };
}

test('S21: a sale between sides that share a device is held over its window until an adjudicator lets it go on', async () => {
  const { saleId } = await insiders();
  let admin = await world.admin('ADJUDICATOR');
  expect(await reviewOf(admin, saleId)).toMatchObject({ grounds: ['SAME_DEVICE'], sale: { isUnderReview: true } });
  await world.clock.move('8d');
  await world.runJob('releaseSales');
  admin = await logIn(world, admin);
  expect(await reviewOf(admin, saleId)).toMatchObject({ sale: { state: 'HELD' } });
  const key = clientKey();
  const done = await decide(admin, saleId, 'RELEASE', key);
  expect(done).toMatchObject({ review: { state: 'RELEASED', sale: { state: 'RELEASED' } } });
  expect(await decide(admin, saleId, 'RELEASE', key)).toMatchObject({ review: { state: 'RELEASED' } });
  expect(await decide(admin, saleId, 'CANCEL')).toMatchObject({ __typename: 'Conflict' });
});

test('a sale that is cancelled gives all of the money back, once, and the books say so', async () => {
  const { buyer, saleId } = await insiders();
  const admin = await world.admin('ADJUDICATOR');
  expect(await decide(admin, saleId, 'CANCEL')).toMatchObject({
    review: { state: 'CANCELLED', sale: { state: 'REFUNDED' } },
  });
  await world.settle();
  expect(await wallet(world, buyer)).toEqual({ available: 50000, held: 0 });
  const finance = await world.admin('FINANCE');
  const entries = await world.ask(finance, 'query ($id: ID!) { journalEntriesAbout(id: $id) { kind } }', {
    id: saleId,
  });
  expect(entries).toHaveLength(2);
  expect(await reviewOf(admin, saleId, 'CANCELLED')).toMatchObject({ note: 'One office, two firms.' });
});

test('of two that decide at once, one wins, and money moves once', async () => {
  const { buyer, saleId } = await insiders();
  const admin = await world.admin('ADJUDICATOR');
  const answers = await Promise.all(['RELEASE', 'CANCEL', 'CANCEL'].map((outcome) => decide(admin, saleId, outcome)));
  const won = answers.filter(({ __typename }) => __typename === 'DecideSaleReviewPayload');
  expect(won).toHaveLength(1);
  expect(answers.filter(({ __typename }) => __typename === 'Conflict')).toHaveLength(2);
  const isCancelled = won[0].review.state === 'CANCELLED';
  expect(await wallet(world, buyer)).toEqual(
    isCancelled ? { available: 50000, held: 0 } : { available: 40000, held: 10000 },
  );
});

test('a cancellation and the release of due sales at once: the money goes one way', async () => {
  const { saleId } = await insiders();
  await world.clock.move('8d');
  const admin = await logIn(world, await world.admin('ADJUDICATOR'));
  const [decided] = await Promise.all([decide(admin, saleId, 'CANCEL'), world.runJob('releaseSales')]);
  expect(decided).toMatchObject({ review: { state: 'CANCELLED', sale: { state: 'REFUNDED' } } });
});

test('a sale in dispute is not cancelled; once the dispute gave the money back, the review is over', async () => {
  const { agency, buyer, saleId } = await insiders();
  const admin = await world.admin();
  const opened = await world.ask(
    buyer,
    `mutation ($input: OpenDisputeInput!) { openDispute(input: $input) { ... on OpenDisputePayload { dispute { id } } ... on UserError { message } } }`,
    { input: { saleId, reason: 'NOT_AS_LISTED', text: 'Only a brochure was wanted.', clientKey: clientKey() } },
  );
  expect(await decide(admin, saleId, 'CANCEL')).toMatchObject({ __typename: 'Conflict' });
  await world.ask(
    agency,
    `mutation ($input: AnswerDisputeInput!) { answerDispute(input: $input) { __typename ... on UserError { message } } }`,
    { input: { disputeId: opened.dispute.id, text: 'The person asked for a price.', clientKey: clientKey() } },
  );
  const decided = await world.ask(
    admin,
    `mutation ($input: DecideDisputeInput!) { decideDispute(input: $input) { __typename ... on UserError { message } } }`,
    {
      input: { disputeId: opened.dispute.id, outcome: 'ACCEPTED', note: 'A real fault.', clientKey: clientKey() },
    },
  );
  expect(decided.__typename).toBe('DecideDisputePayload');
  await world.settle();
  expect(await reviewOf(admin, saleId, 'OVERTAKEN')).not.toBeNull();
  expect(await reviewOf(admin, saleId)).toBeNull();
});

test('a card that paid for both, through another business of the agency’s people, is held for review too', async () => {
  const agency = await world.agency();
  const front = await world.business();
  await joins(world, front, agency);
  const buyer = await world.business({ funds: '500.00' });
  for (const payer of [front, buyer]) await topUpWith(payer, 'shared');
  const { saleId } = await soldLead(world, { agency, buyer });
  expect(await reviewOf(await world.admin('ADJUDICATOR'), saleId)).toMatchObject({ grounds: ['SAME_CARD'] });
});

/** Pays a top-up on the page of the stand-in with a named card. */
async function topUpWith(payer: Actor, card: string): Promise<void> {
  const { checkoutUrl } = await world.ask(
    payer,
    `mutation ($input: StartTopUpInput!) { startTopUp(input: $input) { ... on StartTopUpPayload { checkoutUrl } ... on UserError { message } } }`,
    { input: { amount: { minor: 5000, currency: 'USD' }, clientKey: clientKey() } },
  );
  await world.http.post(new URL(checkoutUrl).pathname).type('form').send({ action: 'card', card });
  await world.settle();
}

test('strangers, a shared local network and silent browsers are not held; nobody but adjudicators sees reviews', async () => {
  const agency = await world.agency();
  const buyer = await world.business({ funds: '500.00' });
  await fund(buyer, '1.00');
  await shareDevice(agency, buyer, '');
  const { saleId } = await soldLead(world, { agency, buyer });
  const admin = await world.admin('ADJUDICATOR');
  expect(await reviewOf(admin, saleId)).toBeNull();
  for (const actor of [agency, buyer, await world.admin('MODERATOR')]) {
    const { errors } = await world.graphql(actor, REVIEWS);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  expect(await decide(admin, saleId, 'CANCEL')).toMatchObject({ __typename: 'NotFound' });
});
