import { accounts, balanceOf, postEntries, walletOf } from '../../server/modules/ledger';
import { CardRefunds, TopUps } from '../../server/modules/payments/model';
import { StandInObjects } from '../../server/modules/payments/standIn/model';
import { keep, tell } from '../../server/modules/payments/standIn/store';
import { sendRefund } from '../../server/modules/payments/stripe';
import { inTransaction } from '../../server/platform/transaction';
import { type Actor, clientKey, createWorld, logIn, type World } from '../kit/world';
import { availableOf, paidTopUp, start, topUpOf } from './checkout';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const REFUND = `mutation ($input: RefundTopUpInput!) {
  refundTopUp(input: $input) {
    __typename
    ... on RefundTopUpPayload { cardRefund { id state amount { minor } } }
    ... on RefundExceedsTopUp { refundable { minor } }
    ... on InsufficientFunds { shortfall { minor } }
    ... on UserError { message path }
  }
}`;

const refund = (actor: Actor, topUpId: string, minor: number, rest: object = {}) =>
  world.ask(actor, REFUND, {
    input: { topUpId, amount: { minor, currency: 'USD' }, reason: 'Paid too much', clientKey: clientKey(), ...rest },
  });

async function spend(actor: Actor, minor: bigint): Promise<void> {
  const legs = [
    { account: accounts.wallet(actor.organisationId), amountMinor: -minor },
    { account: accounts.adjustment(), amountMinor: minor },
  ];
  await inTransaction(() =>
    postEntries([{ id: `adj:${clientKey()}`, currency: 'USD', legs, refs: {}, actor: 'test', at: world.clock.now() }]),
  );
}

const standInRefunds = (cardRefundId: string) =>
  StandInObjects.countDocuments({ object: 'refund', 'body.metadata.cardRefundId': cardRefundId });

describe('sending money of a top-up back to its card', () => {
  test('takes it out of the wallet at once, and clears it when the provider sent it', async () => {
    const business = await world.business();
    const topUp = await paidTopUp(world, business);
    const answer = await refund(business, topUp.topUpId, 30_00);
    expect(answer).toMatchObject({
      __typename: 'RefundTopUpPayload',
      cardRefund: { state: 'SENDING', amount: { minor: 3000 } },
    });
    expect(await availableOf(world, business)).toBe(7000);
    expect((await balanceOf(accounts.transit('stripe'))).minor).toBe(30_00n);
    await world.settle();
    expect(await topUpOf(world, business, topUp)).toMatchObject({
      state: 'SUCCEEDED',
      refunded: { minor: 3000 },
      refundable: { minor: 7000 },
      cardRefunds: [{ id: answer.cardRefund.id, state: 'SENT' }],
    });
    expect((await balanceOf(accounts.transit('stripe'))).minor).toBe(0n);
  });

  test('with the same key is one refund, at the provider too; other input under it is a Conflict', async () => {
    const business = await world.business();
    const topUp = await paidTopUp(world, business);
    const key = clientKey();
    const answers = [];
    for (let send = 0; send < 3; send++) answers.push(await refund(business, topUp.topUpId, 20_00, { clientKey: key }));
    await world.settle();
    answers.push(await refund(business, topUp.topUpId, 20_00, { clientKey: key }));
    expect(new Set(answers.map(({ cardRefund }) => cardRefund.id)).size).toBe(1);
    expect(await availableOf(world, business)).toBe(8000);
    expect(await standInRefunds(answers[0].cardRefund.id)).toBe(1);
    expect(await refund(business, topUp.topUpId, 21_00, { clientKey: key })).toMatchObject({ __typename: 'Conflict' });
  });

  test('is refused beyond what the top-up has left, with how much that is', async () => {
    const business = await world.business({ funds: '500.00' });
    const topUp = await paidTopUp(world, business);
    await refund(business, topUp.topUpId, 60_00);
    const answer = await refund(business, topUp.topUpId, 40_01);
    expect(answer).toMatchObject({ __typename: 'RefundExceedsTopUp', refundable: { minor: 4000 } });
    expect(await availableOf(world, business)).toBe(54000);
  });

  test('is refused beyond what the wallet has left, and the same key works after a top-up', async () => {
    const business = await world.business();
    const topUp = await paidTopUp(world, business);
    await spend(business, 80_00n);
    const key = clientKey();
    const refused = await refund(business, topUp.topUpId, 100_00, { clientKey: key });
    expect(refused).toMatchObject({ __typename: 'InsufficientFunds', shortfall: { minor: 8000 } });
    expect(await topUpOf(world, business, topUp)).toMatchObject({ refundable: { minor: 10000 }, cardRefunds: [] });
    await paidTopUp(world, business);
    expect(await refund(business, topUp.topUpId, 100_00, { clientKey: key })).toMatchObject({
      __typename: 'RefundTopUpPayload',
    });
    expect(await availableOf(world, business)).toBe(2000);
  });

  test('of a top-up that is not paid, or is too old, is a Conflict', async () => {
    const business = await world.business();
    const unpaid = await start(world, business);
    expect(await refund(business, unpaid.topUpId, 10_00)).toMatchObject({ __typename: 'Conflict' });
    const paid = await paidTopUp(world, business);
    await world.clock.move('91d');
    const later = await logIn(world, business);
    expect(await refund(later, paid.topUpId, 10_00)).toMatchObject({ __typename: 'Conflict' });
    expect(await availableOf(world, later)).toBe(10000);
  });

  test.each([
    [0, {}, ['amount']],
    [-100, {}, ['amount']],
    [10_00, { reason: '  ' }, ['reason']],
    [10_00, { reason: 'no' }, ['reason']],
    [10_00, { amount: { minor: 1000, currency: 'KES' } }, ['amount', 'currency']],
  ])('with %p and %p is invalid', async (minor, rest, path) => {
    const business = await world.business();
    const topUp = await paidTopUp(world, business);
    expect(await refund(business, topUp.topUpId, minor, rest)).toMatchObject({ __typename: 'InvalidInput', path });
  });

  test("of another's top-up reads as missing", async () => {
    const topUp = await paidTopUp(world, await world.business());
    const other = await world.business({ funds: '100.00' });
    const [foreign, unknown] = [await refund(other, topUp.topUpId, 10_00), await refund(other, 'topup_none', 10_00)];
    expect(foreign).toEqual(unknown);
    expect(foreign.__typename).toBe('NotFound');
  });

  test('comes back into the wallet when the provider refuses it for good', async () => {
    const business = await world.business();
    const topUp = await paidTopUp(world, business);
    // As if the whole charge had been refunded at the provider by hand.
    await StandInObjects.updateOne(
      { object: 'charge', 'body.metadata.topUpId': topUp.topUpId },
      { $set: { 'body.amount_refunded': 10000 } },
    );
    const { cardRefund } = await refund(business, topUp.topUpId, 30_00);
    await world.settle();
    expect(await topUpOf(world, business, topUp)).toMatchObject({
      refunded: { minor: 0 },
      refundable: { minor: 10000 },
      cardRefunds: [{ id: cardRefund.id, state: 'RETURNED' }],
    });
    expect(await availableOf(world, business)).toBe(10000);
  });

  test.each([
    ['the provider’s news', true],
    ['a look once a day', false],
  ])('comes back into the wallet when its bank refuses it days after it was sent, heard by %s', async (_by, isTold) => {
    const business = await world.business();
    const topUp = await paidTopUp(world, business);
    const { cardRefund } = await refund(business, topUp.topUpId, 30_00);
    await world.settle();
    const clearing = async () => (await balanceOf(accounts.clearing('stripe'))).minor;
    const before = await clearing();
    await world.clock.move('4d');
    const order = (await StandInObjects.findOne({
      object: 'refund',
      'body.metadata.cardRefundId': cardRefund.id,
    }).lean())!;
    const failed = { ...order.body, status: 'failed' };
    await inTransaction(async () => {
      await keep(failed);
      if (isTold) for (let told = 0; told < 2; told++) await tell('refund.failed', failed);
    });
    if (isTold) await world.settle();
    else await world.runJob('payments.reconcile');
    const later = await logIn(world, business);
    expect(await topUpOf(world, later, topUp)).toMatchObject({
      refunded: { minor: 0 },
      refundable: { minor: 10000 },
      cardRefunds: [{ id: cardRefund.id, state: 'RETURNED' }],
    });
    expect(await availableOf(world, later)).toBe(10000);
    expect(await clearing()).toBe(before - 30_00n);
  });

  test('is not looked after any more once no bank sends it back', async () => {
    const business = await world.business();
    const topUp = await paidTopUp(world, business);
    const { cardRefund } = await refund(business, topUp.topUpId, 30_00);
    await world.settle();
    await world.clock.move('31d');
    await world.runJob('payments.reconcile');
    expect(await CardRefunds.findById(cardRefund.id).lean()).toMatchObject({ state: 'SENT', isOpen: false });
  });

  test('that died after the provider took it is not sent twice, however late it is resumed', async () => {
    const business = await world.business();
    const topUp = await paidTopUp(world, business);
    const { cardRefund } = await refund(business, topUp.topUpId, 30_00);
    // As if the process had died between the provider's answer and our note of it.
    const row = await CardRefunds.findById(cardRefund.id).lean();
    const paid = await TopUps.findById(topUp.topUpId).lean();
    await sendRefund(row!, paid!.paymentId!);
    await world.clock.move('25h');
    expect(await world.runJob('payments.reconcile')).toBeGreaterThanOrEqual(1);
    expect(await standInRefunds(cardRefund.id)).toBe(1);
    expect(await CardRefunds.findById(cardRefund.id).lean()).toMatchObject({ state: 'SENT' });
    expect((await walletOf(business.organisationId)).available.minor).toBe(70_00n);
  });

  test('ten at once take only what the top-up has', async () => {
    const business = await world.business({ funds: '900.00' });
    const topUp = await paidTopUp(world, business);
    const answers = await Promise.all(Array.from({ length: 10 }, () => refund(business, topUp.topUpId, 30_00)));
    const taken = answers.filter(({ __typename }) => __typename === 'RefundTopUpPayload');
    expect(taken).toHaveLength(3);
    expect(await availableOf(world, business)).toBe(100000 - 9000);
    await world.settle();
  });
});
