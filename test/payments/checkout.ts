import { type Actor, clientKey, type World } from '../kit/world';

/** What tests of top-ups do as a person does: start, open the page, press a button on it. */

export const START = `mutation ($input: StartTopUpInput!) {
  startTopUp(input: $input) {
    __typename
    ... on StartTopUpPayload { checkoutUrl topUp { id state amount { minor } checkoutUrl } }
    ... on TopUpAmountOutOfRange { smallest { minor } largest { minor } }
    ... on TopUpDailyLimitReached { left { minor } }
    ... on UserError { message path }
  }
}`;

const usd = (minor: number) => ({ minor, currency: 'USD' });

export interface Started {
  topUpId: string;
  sessionId: string;
  /** Path of the provider's page on the market's address. */
  page: string;
}

export async function start(world: World, actor: Actor, minor = 100_00, key = clientKey()): Promise<Started> {
  const answer = await world.ask(actor, START, { input: { amount: usd(minor), clientKey: key } });
  if (answer.__typename !== 'StartTopUpPayload') throw new Error(`startTopUp answered ${JSON.stringify(answer)}`);
  const page = new URL(answer.checkoutUrl).pathname;
  return { topUpId: answer.topUp.id, sessionId: page.split('/').at(-1)!, page };
}

export type Button = 'card' | 'debit' | 'decline' | 'cancel';

export const press = (world: World, { page }: Started, action: Button) =>
  world.http.post(page).type('form').send({ action });

/** A top-up that was paid and whose events were delivered and acted on. */
export async function paidTopUp(world: World, actor: Actor, minor = 100_00): Promise<Started> {
  const started = await start(world, actor, minor);
  await press(world, started, 'card');
  await world.settle();
  return started;
}

const TOP_UP = `query ($id: ID!) {
  topUp(id: $id) {
    id state checkoutUrl settledAt amount { minor } refunded { minor } refundable { minor }
    cardRefunds { id state amount { minor } }
  }
}`;

export const topUpOf = (world: World, actor: Actor, { topUpId }: Started) => world.ask(actor, TOP_UP, { id: topUpId });

export const availableOf = async (world: World, actor: Actor): Promise<number> =>
  (await world.ask(actor, '{ wallet { available { minor } } }')).available.minor;
