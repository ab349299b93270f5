import { onWalletChange, type Wallet, walletsOf } from '../../ledger';

/**
 * The wallets of businesses that bid, kept in this process and following the database. What they hold is asked again when
 * a post is sold: here it only tells who need not bid.
 */
const wallets = new Map<string, Wallet>();
const MOST_KEPT = 20_000;

const mayPay = (wallet: Wallet | undefined, priceMinor: bigint): boolean =>
  wallet?.status === 'ACTIVE' && wallet.available.minor >= priceMinor;

/**
 * Which of these businesses can pay that much. A wallet that is not known, or is known to hold too little, is read: money
 * that has just come in counts.
 */
export async function ableToPay(buyerIds: readonly string[], priceMinor: bigint): Promise<Set<string>> {
  const short = buyerIds.filter((id) => !mayPay(wallets.get(id), priceMinor));
  if (short.length > 0) {
    if (wallets.size > MOST_KEPT) wallets.clear();
    for (const [id, wallet] of await walletsOf(short)) wallets.set(id, wallet);
  }
  return new Set(buyerIds.filter((id) => mayPay(wallets.get(id), priceMinor)));
}

/** After a wallet refused to pay, what is known of it is wrong. */
export const forgetBalance = (buyerId: string): void => void wallets.delete(buyerId);

let stop: () => void = () => undefined;

export function startBalances(): void {
  stop = onWalletChange((wallet) => {
    if (wallets.has(wallet.organisationId)) wallets.set(wallet.organisationId, wallet);
  });
}

export function stopBalances(): void {
  stop();
  wallets.clear();
}
