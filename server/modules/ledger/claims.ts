import { type AccountBalance, accountBalances } from './journal';
import { type AccountKind } from './rules';

/** What the rows of a module say that accounts of a kind must hold, by account. */
export type Claims = () => Promise<Map<string, bigint>>;

/** The kinds of account whose balances are explained by rows of other modules. */
export type ClaimedKind = Extract<AccountKind, 'HOLD' | 'PAYABLE' | 'REVENUE' | 'RESERVED'>;

const sources = new Map<ClaimedKind, Set<Claims>>();

/** Adds what a module's rows claim of the accounts of a kind: the invariants sum all claims. Answers with how to stop. */
export function claimOn(kind: ClaimedKind, claims: Claims): () => void {
  const known = sources.get(kind) ?? new Set();
  sources.set(kind, known.add(claims));
  return () => void known.delete(claims);
}

const ACCOUNTS_AT_ONCE = 200;

/** Every account of a kind that the journal knows, with its balance. */
async function balancesOf(kind: ClaimedKind): Promise<Map<string, bigint>> {
  const balances = new Map<string, bigint>();
  for (let after: string | null = null; ;) {
    const page: AccountBalance[] = await accountBalances(kind, ACCOUNTS_AT_ONCE, after);
    for (const { account, balance } of page) balances.set(account, balance.minor);
    if (page.length < ACCOUNTS_AT_ONCE) return balances;
    after = page.at(-1)!.account;
  }
}

/** Accounts of a kind that hold something else than all modules' rows claim, in words. */
export async function wrongClaims(kind: ClaimedKind): Promise<string[]> {
  const wanted = new Map<string, bigint>();
  for (const claims of sources.get(kind) ?? []) {
    for (const [account, minor] of await claims()) wanted.set(account, (wanted.get(account) ?? 0n) + minor);
  }
  const found = await balancesOf(kind);
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((account) => {
    const [has, says] = [found.get(account) ?? 0n, wanted.get(account) ?? 0n];
    return has === says ? [] : [`${account} has ${has}, its rows say ${says}`];
  });
}
