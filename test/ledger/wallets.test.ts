import { randomUUID } from 'node:crypto';
import mongoose from '../../server/platform/mongoose';
import {
  accountBalances,
  accounts,
  balanceOf,
  entriesAbout,
  entriesOf,
  type JournalEntry,
  openWallet,
  postEntries,
  walletOf,
} from '../../server/modules/ledger';
import { setWalletStatus } from '../../server/modules/ledger/wallets';
import { now } from '../../server/platform/clock';
import { inTransaction } from '../../server/platform/transaction';
import { createWorld, type World } from '../kit/world';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await emptyHolds();
  await world.close();
});

/** These holds have no sales, and the market's invariants look for some behind every hold. */
async function emptyHolds(): Promise<void> {
  const held = (await accountBalances('HOLD', 100, null)).filter(({ balance }) => balance.minor !== 0n);
  const back = held.map(({ account, balance }) =>
    entry(`adj:${randomUUID()}`, account, accounts.adjustment(), balance.minor),
  );
  await inTransaction(() => postEntries(back));
}

const HOLD = accounts.hold('org_agency');

function entry(id: string, from: string, to: string, amountMinor: bigint): JournalEntry {
  const legs = [
    { account: from, amountMinor: -amountMinor },
    { account: to, amountMinor },
  ];
  return { id, currency: 'USD', legs, refs: {}, actor: 'test', at: now() };
}

async function walletWith(minor: bigint): Promise<string> {
  const organisationId = `org_${randomUUID()}`;
  await openWallet(organisationId, 'USD');
  if (minor > 0n) {
    const funding = entry(`adj:${randomUUID()}`, accounts.adjustment(), accounts.wallet(organisationId), minor);
    await inTransaction(() => postEntries([funding]));
  }
  return organisationId;
}

const spend = (organisationId: string, minor: bigint, id = `adj:${randomUUID()}`): Promise<void> =>
  inTransaction(() => postEntries([entry(id, accounts.wallet(organisationId), HOLD, minor)]));

const availableOf = async (organisationId: string): Promise<bigint> => (await walletOf(organisationId)).available.minor;

describe('a wallet', () => {
  test('holds what its entries say', async () => {
    const organisationId = await walletWith(10_00n);
    await spend(organisationId, 3_50n);
    expect(await availableOf(organisationId)).toBe(6_50n);
    expect(await balanceOf(accounts.wallet(organisationId))).toEqual({ minor: 6_50n, currency: 'USD' });
  });

  test('that was never opened reads as empty, cannot pay, and is not credited into nothing', async () => {
    expect(await availableOf('org_unknown')).toBe(0n);
    await expect(spend('org_unknown', 1n)).rejects.toMatchObject({ typename: 'InsufficientFunds' });
    const credit = entry(`adj:${randomUUID()}`, accounts.adjustment(), accounts.wallet('org_unknown'), 1n);
    await expect(inTransaction(() => postEntries([credit]))).rejects.toThrow('no USD wallet');
  });

  test('opened many times at once is one wallet', async () => {
    const organisationId = `org_${randomUUID()}`;
    await Promise.all(Array.from({ length: 8 }, () => openWallet(organisationId, 'USD')));
    const rows = await mongoose.connection.collection('wallets').countDocuments({ organisationId });
    expect(rows).toBe(1);
  });

  test('pays no more than it has: the shortfall is named and nothing is left behind', async () => {
    const organisationId = await walletWith(5_00n);
    const id = `adj:${randomUUID()}`;
    const refusal = await spend(organisationId, 7_25n, id).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      typename: 'InsufficientFunds',
      fields: { shortfall: { minor: 2_25n, currency: 'USD' } },
    });
    expect(await availableOf(organisationId)).toBe(5_00n);
    expect(await entriesOf(accounts.wallet(organisationId), { limit: 10 })).toHaveLength(1);
    await spend(organisationId, 5_00n, id);
    expect(await availableOf(organisationId)).toBe(0n);
  });

  test('of a suspended business takes money in and pays none, until the suspension is lifted', async () => {
    const business = await world.business({ funds: '5.00' });
    const admin = await world.admin();
    const govern = async (verb: 'suspendOrganisation' | 'reinstateOrganisation') => {
      await world.clock.move('1s');
      const input = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;
      await world.ask(admin, `mutation ($input: ${input}!) { ${verb}(input: $input) { __typename } }`, {
        input: { organisationId: business.organisationId, reason: 'Cards that were not its own' },
      });
      await world.settle();
    };
    await govern('suspendOrganisation');
    await expect(spend(business.organisationId, 1_00n)).rejects.toMatchObject({ typename: 'WalletFrozen' });
    const wallet = accounts.wallet(business.organisationId);
    const credit = entry(`adj:${randomUUID()}`, accounts.adjustment(), wallet, 2_00n);
    await inTransaction(() => postEntries([credit]));
    await govern('reinstateOrganisation');
    await spend(business.organisationId, 7_00n);
    expect(await availableOf(business.organisationId)).toBe(0n);
  });

  test('follows the newest news of its organisation, in whatever order it comes', async () => {
    const organisationId = await walletWith(5_00n);
    const second = (count: number) => new Date(world.clock.now().getTime() + count * 1000);
    await setWalletStatus(organisationId, 'ACTIVE', second(2));
    await setWalletStatus(organisationId, 'FROZEN', second(1));
    expect((await walletOf(organisationId)).status).toBe('ACTIVE');
    await setWalletStatus(organisationId, 'FROZEN', second(3));
    expect((await walletOf(organisationId)).status).toBe('FROZEN');
  });

  test('hears of a suspension that came before it was opened, and of one that overtook its opening', async () => {
    const organisationId = `org_${randomUUID()}`;
    const suspendedAt = new Date(world.clock.now().getTime() - 1000);
    await openWallet(organisationId, 'USD');
    await setWalletStatus(organisationId, 'FROZEN', suspendedAt);
    expect((await walletOf(organisationId)).status).toBe('FROZEN');
    const early = `org_${randomUUID()}`;
    await setWalletStatus(early, 'FROZEN', suspendedAt);
    await openWallet(early, 'USD');
    expect(await walletOf(early)).toMatchObject({ status: 'FROZEN', available: { minor: 0n } });
  });

  test('moves money to its reserve and back, never below zero on either side', async () => {
    const organisationId = await walletWith(5_00n);
    const [wallet, reserve] = [accounts.wallet(organisationId), accounts.reserved(organisationId)];
    const post = (from: string, to: string, minor: bigint) =>
      inTransaction(() => postEntries([entry(`adj:${randomUUID()}`, from, to, minor)]));
    await post(wallet, reserve, 4_00n);
    expect(await walletOf(organisationId)).toMatchObject({ available: { minor: 1_00n }, reserved: { minor: 4_00n } });
    await expect(post(reserve, wallet, 4_01n)).rejects.toMatchObject({ fields: { shortfall: { minor: 1n } } });
    await post(reserve, wallet, 4_00n);
    expect(await availableOf(organisationId)).toBe(5_00n);
  });

  test('covers exactly 20 of 50 payments that race for it (F8)', async () => {
    const organisationId = await walletWith(20_00n);
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => spend(organisationId, 1_00n)));
    const refusals = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as { typename?: string }] : [],
    );
    expect(refusals.map(({ typename }) => typename)).toEqual(Array.from({ length: 30 }, () => 'InsufficientFunds'));
    expect(await availableOf(organisationId)).toBe(0n);
  });
});

describe('the journal', () => {
  test('takes each key once: the second post of it changes nothing', async () => {
    const organisationId = await walletWith(5_00n);
    const id = `adj:${randomUUID()}`;
    await spend(organisationId, 1_00n, id);
    await expect(spend(organisationId, 1_00n, id)).rejects.toMatchObject({ code: 11000 });
    expect(await availableOf(organisationId)).toBe(4_00n);
  });

  test('refuses an entry that does not balance, whatever else was to be posted with it', async () => {
    const organisationId = await walletWith(5_00n);
    const good = entry(`adj:${randomUUID()}`, accounts.wallet(organisationId), HOLD, 1_00n);
    const bad = {
      ...entry(`adj:${randomUUID()}`, accounts.wallet(organisationId), HOLD, 1_00n),
      legs: [{ account: HOLD, amountMinor: 1n }],
    };
    await expect(inTransaction(() => postEntries([good, bad]))).rejects.toThrow('out of balance by 1');
    expect(await availableOf(organisationId)).toBe(5_00n);
  });

  test('gives all that was posted for one cause, oldest first, and nothing of another', async () => {
    const organisationId = await walletWith(5_00n);
    const cause = `case_${randomUUID()}`;
    const wallet = accounts.wallet(organisationId);
    await inTransaction(() => postEntries([entry(`cb:${cause}`, wallet, HOLD, 2_00n)]));
    await inTransaction(() => postEntries([entry(`adj:${cause}:part`, HOLD, wallet, 50n)]));
    await inTransaction(() => postEntries([entry(`cb:${cause}x`, wallet, HOLD, 1n)]));
    expect((await entriesAbout(cause)).map(({ id }) => id)).toEqual([`cb:${cause}`, `adj:${cause}:part`]);
    // The beginning of an id is no id, whatever stands after it.
    await inTransaction(() => postEntries([entry(`cb:${cause}-1`, wallet, HOLD, 1n)]));
    await inTransaction(() => postEntries([entry(`cb:${cause}1`, wallet, HOLD, 1n)]));
    expect(await entriesAbout(cause)).toHaveLength(2);
  });
});

describe('the database refuses what a broken guard would let through', () => {
  const wallets = () => mongoose.connection.collection<{ _id: string }>('wallets');
  const journal = () => mongoose.connection.collection<{ _id: string }>('journal');
  const legs = (first: unknown, second: unknown) => [
    { account: 'wallet:org_x', amountMinor: first },
    { account: 'hold:org_y', amountMinor: second },
  ];
  const row = (parts: unknown[]) => ({
    _id: `adj:${randomUUID()}`,
    currency: 'USD',
    legs: parts,
    refs: {},
    actor: 'test',
    at: new Date(),
  });

  test('a wallet below zero, available or reserved', async () => {
    const organisationId = await walletWith(5_00n);
    const id = (await walletOf(organisationId)).id;
    await expect(wallets().updateOne({ _id: id }, { $inc: { availableMinor: -5_01n } })).rejects.toMatchObject({
      code: 121,
    });
    await expect(wallets().updateOne({ _id: id }, { $inc: { reservedMinor: -1n } })).rejects.toMatchObject({
      code: 121,
    });
    expect(await availableOf(organisationId)).toBe(5_00n);
  });

  test('a balance that is no whole number of minor units', async () => {
    const { id } = await walletOf(await walletWith(5_00n));
    await expect(wallets().updateOne({ _id: id }, { $set: { availableMinor: 4.5 } })).rejects.toMatchObject({
      code: 121,
    });
  });

  test.each([
    ['legs that do not sum to zero', legs(-5n, 4n)],
    ['a single leg', [{ account: 'wallet:org_x', amountMinor: 0n }]],
    ['amounts that are no whole numbers', legs(-0.5, 0.5)],
    ['amounts as text', legs('-5', '5')],
  ])('an entry with %s', async (_what, parts) => {
    await expect(journal().insertOne(row(parts))).rejects.toMatchObject({ code: 121 });
  });

  test('and takes the same entry when it is whole', async () => {
    const whole = row([
      { account: 'adjustment:market', amountMinor: -5n },
      { account: 'hold:org_y', amountMinor: 5n },
    ]);
    await expect(journal().insertOne(whole)).resolves.toMatchObject({ acknowledged: true });
  });
});
