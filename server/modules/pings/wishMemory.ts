import { onChange, onGap } from '../../platform/changes';
import { type BuyingWish, BuyingWishes, type BuyingWishRow, wishFrom } from './model';

/**
 * Every buying wish, kept in this process and following the database, so that a bid is found without asking it. It may lie
 * a moment behind: what is sold goes by the database.
 */
const wishes = new Map<string, BuyingWish>();

/** What was deleted here lately: a change of before the deletion that is heard late brings nothing back. */
const MOST_FORGOTTEN = 1000;
const forgotten = new Set<string>();

export const allWishes = (): IterableIterator<BuyingWish> => wishes.values();

/** Keeps what is newer than what is known: by the version, then by what was bought. */
export function keepWish(wish: BuyingWish): void {
  const known = wishes.get(wish._id);
  if (forgotten.has(wish._id) || (known && isNewer(known, wish))) return;
  wishes.set(wish._id, wish);
}

const boughtAt = ({ lastBoughtAt }: BuyingWish): number => lastBoughtAt?.getTime() ?? 0;

const isNewer = (known: BuyingWish, heard: BuyingWish): boolean =>
  known.version > heard.version || (known.version === heard.version && boughtAt(known) > boughtAt(heard));

export function forgetWish(id: string): void {
  wishes.delete(id);
  forgotten.add(id);
  if (forgotten.size > MOST_FORGOTTEN) forgotten.delete(forgotten.values().next().value!);
}

/** Reads one wish as it is now, whatever was known of it. */
export async function refreshWish(id: string): Promise<void> {
  const row = await BuyingWishes.findById(id).lean<BuyingWishRow>();
  if (row) wishes.set(id, wishFrom(row));
  else forgetWish(id);
}

/** When a business last got a lead by any of its wishes; null for never. */
export function lastBoughtOf(buyerId: string): Date | null {
  let last: Date | null = null;
  for (const { buyerId: other, lastBoughtAt } of wishes.values())
    if (other === buyerId && lastBoughtAt && (!last || lastBoughtAt > last)) last = lastBoughtAt;
  return last;
}

async function readAll(): Promise<void> {
  const rows = await BuyingWishes.find().lean<BuyingWishRow[]>();
  wishes.clear();
  for (const row of rows) wishes.set(row._id, wishFrom(row));
}

let stops: (() => void)[] = [];

/** Listens first, reads then: a change made meanwhile is applied on top. */
export async function startWishes(): Promise<void> {
  stops = [
    onChange<BuyingWishRow>('buying_wishes', ({ id, document }) =>
      document ? keepWish(wishFrom(document)) : forgetWish(id),
    ),
    onGap(readAll),
  ];
  await readAll();
}

export function stopWishes(): void {
  for (const stop of stops) stop();
  stops = [];
  wishes.clear();
  forgotten.clear();
}
