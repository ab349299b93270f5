import { type Caller } from '../api/marketClient';
import { table } from '../print/table';

interface Entry {
  id: string;
  kind: string;
  at: string;
  legs: { account: string; amount: { minor: number } }[];
}

const ENTRY = 'id kind at legs { account amount { minor } }';

/** All entries of a wallet and of these sales, a column for each account, with the balances at the end. */
export async function ledgerOf(
  admin: Caller,
  { walletOf, saleIds }: { walletOf: string; saleIds: readonly string[] },
  names: Readonly<Record<string, string>>,
): Promise<string> {
  const ofWallet = `query ($account: String) { journalEntries(account: $account, first: 100) { nodes { ${ENTRY} } } }`;
  const { nodes } = await admin.ask<{ nodes: Entry[] }>(ofWallet, { account: `wallet:${walletOf}` });
  const found = new Map(nodes.map((entry) => [entry.id, entry]));
  const ofSale = `query ($id: ID!) { journalEntriesAbout(id: $id) { ${ENTRY} } }`;
  for (const id of saleIds) for (const entry of await admin.ask<Entry[]>(ofSale, { id })) found.set(entry.id, entry);
  const entries = [...found.values()].sort((one, other) => one.at.localeCompare(other.at));
  const accounts = [...new Set(entries.flatMap(({ legs }) => legs.map(({ account }) => account)))];
  const named = (account: string): string =>
    Object.entries(names).reduce((text, [id, name]) => text.replace(id, name), account);
  const row = (title: string, of: readonly Entry[]): string[] => [
    title,
    ...accounts.map((account) => sum(of, account)),
  ];
  return table([
    ['', ...accounts.map(named)],
    ...entries.map((entry) => row(entry.kind, [entry])),
    row('balance', entries),
  ]);
}

function sum(entries: readonly Entry[], account: string): string {
  const legs = entries.flatMap((entry) => entry.legs.filter((leg) => leg.account === account));
  return legs.length === 0 ? '' : (legs.reduce((total, leg) => total + leg.amount.minor, 0) / 100).toFixed(2);
}
