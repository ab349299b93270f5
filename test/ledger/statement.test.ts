import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import mongoose from '../../server/platform/mongoose';
import { accounts, postEntries } from '../../server/modules/ledger';
import { now } from '../../server/platform/clock';
import { inTransaction } from '../../server/platform/transaction';
import { colleague } from '../accounts/flows';
import { type Actor, createWorld, type World } from '../kit/world';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const WALLET = `{ wallet { id status available { minor currency text } reserved { minor } } }`;
const ENTRIES = `query ($first: Int, $after: String) {
  walletEntries(first: $first, after: $after) {
    nodes { id kind at amount { minor } refs { role id } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Spends one cent into a correction account, `count` times, a second apart. */
async function spendCents(actor: Actor, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await world.clock.move('1s');
    const legs = [
      { account: accounts.wallet(actor.organisationId), amountMinor: -1n },
      { account: accounts.adjustment(), amountMinor: 1n },
    ];
    const refs = { organisationId: actor.organisationId };
    await inTransaction(() =>
      postEntries([{ id: `adj:${randomUUID()}`, currency: 'USD', legs, refs, actor: actor.personId, at: now() }]),
    );
  }
}

describe('the wallet query', () => {
  test('is opened by signing up, and shows what can be spent', async () => {
    const business = await world.business();
    await world.settle();
    expect(await world.ask(business, WALLET)).toMatchObject({
      status: 'ACTIVE',
      available: { minor: 0, currency: 'USD' },
    });
    const funded = await world.business({ funds: '1250.50' });
    expect(await world.ask(funded, WALLET)).toMatchObject({ available: { minor: 125050, text: '$1,250.50' } });
  });

  test('is for owners and managers of businesses only', async () => {
    const owner = await world.business({ funds: '5.00' });
    const [manager, agent] = [await colleague(world, owner, 'MANAGER'), await colleague(world, owner, 'AGENT')];
    expect(await world.ask(manager, WALLET)).toMatchObject({ available: { minor: 500 } });
    for (const actor of [agent, await world.agency()]) {
      expect((await world.graphql(actor, WALLET)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await world.graphql(null, WALLET)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('movements of a wallet', () => {
  test('are listed newest first, in pages that neither repeat nor leave out, each with what explains it', async () => {
    const business = await world.business({ funds: '5.00' });
    await spendCents(business, 4);
    const seen: { id: string; kind: string; amount: { minor: number }; refs: unknown[] }[] = [];
    let after: string | null = null;
    do {
      const page: { nodes: typeof seen; pageInfo: { hasNextPage: boolean; endCursor: string } } = await world.ask(
        business,
        ENTRIES,
        { first: 2, after },
      );
      seen.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen.map(({ amount }) => amount.minor)).toEqual([-1, -1, -1, -1, 500]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
    expect(seen[0]).toMatchObject({
      kind: 'CORRECTION',
      refs: [{ role: 'organisationId', id: business.organisationId }],
    });
  });

  test('of another business are never among them', async () => {
    const [one, other] = [await world.business({ funds: '1.00' }), await world.business({ funds: '2.00' })];
    const { nodes } = await world.ask(other, ENTRIES);
    expect(nodes).toHaveLength(1);
    expect(nodes[0].amount.minor).toBe(200);
    expect((await world.ask(one, ENTRIES)).nodes[0].amount.minor).toBe(100);
  });

  test.each([
    ['%%%'],
    [Buffer.from('[{"$gt":1},"x"]').toString('base64url')],
    [Buffer.from('["a","b"]').toString('base64url')],
  ])('cannot be paged with the cursor %s', async (after) => {
    const business = await world.business();
    const { errors } = await world.graphql(business, ENTRIES, { after });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('the statement as a file', () => {
  const download = (actor: Actor | null) => {
    const request = world.http.get('/api/exports/wallet.csv');
    return actor ? request.set('authorization', `Bearer ${actor.accessToken}`) : request;
  };

  test('carries every movement with the balance after it, oldest first', async () => {
    const business = await world.business({ funds: '5.00' });
    await spendCents(business, 2);
    const response = await download(business);
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    const rows = parse<Record<string, string>>(response.text, { bom: true, columns: true });
    expect(rows.map(({ kind, amount, balance, currency }) => [kind, amount, balance, currency])).toEqual([
      ['CORRECTION', '5.00', '5.00', 'USD'],
      ['CORRECTION', '-0.01', '4.99', 'USD'],
      ['CORRECTION', '-0.01', '4.98', 'USD'],
    ]);
    expect(rows[1]?.refs).toBe(`organisationId ${business.organisationId}`);
  });

  test('is refused to those who are not logged in and to agencies', async () => {
    expect((await download(null)).status).toBe(401);
    expect((await download(await world.agency())).status).toBe(403);
  });
});

describe('finance', () => {
  test('sees accounts with balances, the journal, and one cause in it', async () => {
    const finance = await world.admin('FINANCE');
    const business = await world.business({ funds: '3.00' });
    const account = accounts.wallet(business.organisationId);
    const page = await world.ask(
      finance,
      `{ ledgerAccounts(kind: WALLET, first: 100) { nodes { account owner { id } balance { minor } } } }`,
    );
    const owner = { id: business.organisationId };
    expect(page.nodes).toContainEqual({ account, owner, balance: { minor: 300 } });
    const journal = await world.ask(
      finance,
      `query ($account: String) { journalEntries(account: $account) { nodes { id kind actor causedBy { id } legs { account owner { id } amount { minor } } } } }`,
      { account },
    );
    expect(journal.nodes).toHaveLength(1);
    expect(journal.nodes[0].legs).toEqual([
      { account: 'adjustment:market', owner: null, amount: { minor: -300 } },
      { account, owner, amount: { minor: 300 } },
    ]);
    const about = await world.ask(finance, `query ($id: ID!) { journalEntriesAbout(id: $id) { id } }`, {
      id: journal.nodes[0].id.slice('adj:'.length),
    });
    expect(about).toEqual([{ id: journal.nodes[0].id }]);
  });

  test('sees that the ledger is healthy, and sees where it is not', async () => {
    const finance = await world.admin('FINANCE');
    const business = await world.business({ funds: '3.00' });
    const health = `{ ledgerHealth { isHealthy checks { code isHolding violations } } }`;
    expect(await world.ask(finance, health)).toMatchObject({ isHealthy: true });
    const wallets = mongoose.connection.collection('wallets');
    await wallets.updateOne({ organisationId: business.organisationId }, { $inc: { availableMinor: 1n } });
    const broken = await world.ask(finance, health);
    await wallets.updateOne({ organisationId: business.organisationId }, { $inc: { availableMinor: -1n } });
    expect(broken.isHealthy).toBe(false);
    const failing = broken.checks.filter(({ isHolding }: { isHolding: boolean }) => !isHolding);
    expect(failing).toEqual([
      { code: 'I2', isHolding: false, violations: [expect.stringContaining('stores wallet 301')] },
    ]);
  });

  test('alone sees them: a business and a moderator are refused', async () => {
    for (const actor of [await world.business(), await world.admin('MODERATOR')]) {
      const { errors } = await world.graphql(actor, `{ ledgerHealth { isHealthy } }`);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});
