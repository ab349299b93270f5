import { config } from '../../server/config';
import { accounts, balanceOf, entriesAbout } from '../../server/modules/ledger';
import { clientKey, createWorld, logIn, type World } from '../kit/world';
import { ledgerTable } from '../kit/ledgerTable';
import { availableOf, paidTopUp, press, start, START, topUpOf } from './checkout';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const ask = (actor: Parameters<World['ask']>[0], input: object) =>
  world.ask(actor, START, { input: { clientKey: clientKey(), ...input } });
const usd = (minor: number) => ({ minor, currency: 'USD' });

describe('a top-up', () => {
  test('opens a checkout, credits nothing before it is paid, and the whole amount after', async () => {
    const business = await world.business();
    const started = await start(world, business, 120_00);
    await world.settle();
    expect(await topUpOf(world, business, started)).toMatchObject({ state: 'CREATED', amount: { minor: 12000 } });
    expect(await availableOf(world, business)).toBe(0);
    const paid = await press(world, started, 'card');
    expect(paid.status).toBe(303);
    expect(paid.headers.location).toContain(`topUp=${started.topUpId}&result=paid`);
    await world.settle();
    expect(await topUpOf(world, business, started)).toMatchObject({ state: 'SUCCEEDED', checkoutUrl: null });
    expect(await availableOf(world, business)).toBe(12000);
  });

  test('is booked from clearing to the wallet, and the fee as the expense of the platform', async () => {
    const expense = (await balanceOf(accounts.expense('stripe'))).minor;
    const business = await world.business();
    await paidTopUp(world, business, 100_00);
    const { nodes } = await world.ask(
      business,
      '{ walletEntries { nodes { id kind amount { minor } refs { role id } } } }',
    );
    expect(nodes).toMatchObject([{ kind: 'TOP_UP', amount: { minor: 10000 } }]);
    const paymentId = nodes[0].id.slice('top:'.length);
    const finance = await world.admin('FINANCE');
    const about = await world.ask(
      finance,
      `query ($id: ID!) { journalEntriesAbout(id: $id) { kind legs { account amount { minor } } } }`,
      { id: paymentId },
    );
    expect(about).toEqual([
      {
        kind: 'TOP_UP',
        legs: [
          { account: 'clearing:stripe', amount: { minor: -10000 } },
          { account: `wallet:${business.organisationId}`, amount: { minor: 10000 } },
        ],
      },
      {
        kind: 'PROVIDER_FEE',
        legs: [
          { account: 'expense:stripe', amount: { minor: -320 } },
          { account: 'clearing:stripe', amount: { minor: 320 } },
        ],
      },
    ]);
    expect((await balanceOf(accounts.expense('stripe'))).minor).toBe(expense - 320n);
  });

  test('repeated with its key gives the same checkout; other input under the key is a Conflict', async () => {
    const business = await world.business();
    const key = clientKey();
    const [first, second] = [await start(world, business, 50_00, key), await start(world, business, 50_00, key)];
    expect(second).toEqual(first);
    const other = await world.ask(business, START, { input: { amount: usd(51_00), clientKey: key } });
    expect(other.__typename).toBe('Conflict');
    const neighbour = await start(world, await world.business(), 50_00, key);
    expect(neighbour.topUpId).not.toBe(first.topUpId);
  });

  test('after it was paid, repeated with its key, is not opened again', async () => {
    const business = await world.business();
    const key = clientKey();
    const started = await start(world, business, 50_00, key);
    await press(world, started, 'card');
    await world.settle();
    expect(await start(world, business, 50_00, key)).toEqual(started);
    expect(await availableOf(world, business)).toBe(5000);
  });

  test.each([
    [9_99, 'TopUpAmountOutOfRange'],
    [10_000_01, 'TopUpAmountOutOfRange'],
    [0, 'TopUpAmountOutOfRange'],
    [-50_00, 'TopUpAmountOutOfRange'],
  ])('of %p cents is refused with the limits', async (minor, typename) => {
    const answer = await ask(await world.business(), { amount: usd(minor) });
    expect(answer).toMatchObject({
      __typename: typename,
      smallest: { minor: 1000 },
      largest: { minor: 1000000 },
      path: ['amount'],
    });
  });

  test('in another currency is refused', async () => {
    const answer = await ask(await world.business(), { amount: { minor: 50_00, currency: 'KES' } });
    expect(answer).toMatchObject({ __typename: 'InvalidInput', path: ['amount', 'currency'] });
  });

  test('counts against the limit of a day, and what is left is told', async () => {
    const business = await world.business();
    await start(world, business, 10_000_00);
    await start(world, business, 10_000_00);
    const answer = await ask(business, { amount: usd(5_000_01) });
    expect(answer).toMatchObject({ __typename: 'TopUpDailyLimitReached', left: { minor: 500000 } });
    const limits = await world.ask(business, '{ topUpLimits { leftToday { minor } perDay { minor } } }');
    expect(limits).toEqual({ leftToday: { minor: 500000 }, perDay: { minor: 2500000 } });
  });

  test.each([
    ['https://evil.example/'],
    ['//evil.example/x'],
    ['javascript:alert(1)'],
    ['https://localhost.evil.example'],
  ])('cannot send its payer back to %s', async (returnUrl) => {
    const answer = await ask(await world.business(), { amount: usd(50_00), returnUrl });
    expect(answer).toMatchObject({ __typename: 'InvalidInput', path: ['returnUrl'] });
  });

  test('sends its payer back to the page that was asked for', async () => {
    const business = await world.business();
    const answer = await ask(business, { amount: usd(50_00), returnUrl: '/wallet?tab=1' });
    const cancelled = await press(
      world,
      { page: new URL(answer.checkoutUrl).pathname, topUpId: '', sessionId: '' },
      'cancel',
    );
    expect(cancelled.headers.location).toBe(
      `${new URL(config.publicUrl).origin}/wallet?tab=1&topUp=${answer.topUp.id}&result=cancelled`,
    );
  });

  test('of another business reads as missing, in the same words as one that never was', async () => {
    const started = await start(world, await world.business());
    const other = await world.business();
    expect(await topUpOf(world, other, started)).toBeNull();
    expect((await world.ask(other, '{ topUps { nodes { id } } }')).nodes).toEqual([]);
  });

  test('cannot be started by an agency', async () => {
    const { errors } = await world.graphql(await world.agency(), START, {
      input: { amount: usd(50_00), clientKey: clientKey() },
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('what the payer does on the page', () => {
  test('the page says that it is a stand-in, and what is paid', async () => {
    const started = await start(world, await world.business(), 75_50);
    const page = await world.http.get(started.page);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Stand-in for the payment provider');
    expect(page.text).toContain('$75.50');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await world.http.get('/stand-in/checkout/cs_nobody')).status).toBe(404);
  });

  test('a declined card leaves the checkout open for another one', async () => {
    const business = await world.business();
    const started = await start(world, business);
    const declined = await press(world, started, 'decline');
    expect((await world.http.get(declined.headers['location']!)).text).toContain('The card was declined');
    expect((await world.http.get(started.page)).text).not.toContain('The card was declined');
    await world.settle();
    expect(await topUpOf(world, business, started)).toMatchObject({ state: 'CREATED' });
    await press(world, started, 'card');
    await world.settle();
    expect(await availableOf(world, business)).toBe(10000);
  });

  test('no page is the answer to a form, so that a browser can go back to each', async () => {
    const started = await start(world, await world.business());
    const pressed = async (action: string) => {
      const { status, headers } = await world.http.post(started.page).type('form').send({ action });
      return [status, headers['location']];
    };
    expect(await pressed('decline')).toEqual([303, `${started.page}?declined`]);
    expect(await pressed('nonsense')).toEqual([303, started.page]);
    await pressed('card');
    expect(await pressed('decline')).toEqual([303, started.page]);
    expect((await world.http.get(`${started.page}?declined`)).text).toContain('This checkout is complete.');
  });

  test('a bank debit is PROCESSING until it arrives', async () => {
    const business = await world.business();
    const started = await start(world, business);
    await press(world, started, 'debit');
    await world.settle();
    expect(await topUpOf(world, business, started)).toMatchObject({ state: 'PROCESSING' });
    expect(await availableOf(world, business)).toBe(0);
    await world.clock.move('6s');
    await world.settle();
    expect(await topUpOf(world, business, started)).toMatchObject({ state: 'SUCCEEDED' });
    expect(await availableOf(world, business)).toBe(10000);
  });

  test('a checkout that nobody paid expires, and can be paid no more', async () => {
    const business = await world.business();
    const started = await start(world, business);
    await world.clock.move('61m');
    expect((await press(world, started, 'card').redirects(1)).text).toContain('expired');
    await world.settle();
    expect(await topUpOf(world, await logIn(world, business), started)).toMatchObject({ state: 'EXPIRED' });
  });

  test('two clicks on Pay are one payment', async () => {
    const business = await world.business();
    const started = await start(world, business);
    await Promise.all([press(world, started, 'card'), press(world, started, 'card'), press(world, started, 'debit')]);
    await world.clock.move('6s');
    await world.settle();
    expect(await availableOf(world, business)).toBe(10000);
  });
});

test('the story of a top-up, as the ledger tells it', async () => {
  const business = await world.business();
  const started = await paidTopUp(world, business, 40_00);
  const { nodes } = await world.ask(business, '{ walletEntries { nodes { id } } }');
  const paymentId = nodes[0].id.slice('top:'.length);
  const table = await ledgerTable(
    { [business.organisationId]: 'buyer', [paymentId]: 'payment', [started.topUpId]: 'top-up' },
    await entriesAbout(paymentId),
  );
  expect(`\n${table}\n`).toBe(`
entry        clearing:stripe  wallet:buyer  expense:stripe
top:payment           -40.00         40.00
fee:payment             1.46                         -1.46
=                     -38.54         40.00           -1.46
`);
});
