import { setTimeout as sleep } from 'node:timers/promises';
import { onChange, onGap } from '../../../platform/changes';
import { now } from '../../../platform/clock';
import { log } from '../../../platform/log';
import { gaugeOf } from '../../../platform/metrics';
import { nicheTree, regionTree } from '../../catalog';
import { type Listing, type ListingFacts, listingFrom, type ListingRow, factsOf, onSale } from '../../listings';
import { Board } from './board';
import { type BoardRow } from './columns';

const BUILD_BATCH = 2000;

const trees = () => ({ niches: nicheTree(), regions: regionTree() });

/** What became of a listing, as the board saw it. */
export interface BoardChange {
  kind: 'LISTED' | 'SOLD' | 'CHANGED' | 'LEFT';
  /** As it is now. */
  listing: ListingFacts;
  /** Its row before and after; null where it was, or is, not on sale. */
  before: BoardRow | null;
  after: BoardRow | null;
}

let current = new Board(trees);
let isBuilt = false;
let rebuilds = 0;
let building: Promise<void> = Promise.resolve();
/** Changes that arrive while a board is being built, in their order; null when none is. */
let waiting: Listing[] | null = null;
let stops: (() => void)[] = [];
const listeners = new Set<(change: BoardChange) => void>();

/** This process's board. Take it anew for each piece of work: it is replaced when it is built anew. */
export const board = (): Board => current;

export const isBoardBuilt = (): boolean => isBuilt;

/** Hears what changes on the board after the change was applied. Answers with how to stop. */
export function onBoardChange(listener: (change: BoardChange) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Listens to the changes of listings, reads what is on sale, applies what changed meanwhile; then the board follows.
 * Each change carries the whole document, so applying one twice is harmless.
 */
export async function startBoard(): Promise<void> {
  stops = [
    onChange<ListingRow>('listings', ({ document }) => {
      if (!document) return;
      const listing = listingFrom(document);
      if (waiting) waiting.push(listing);
      if (isBuilt) apply(listing);
    }),
    onGap(rebuild),
  ];
  gaugeOf('leadbourse_board_rows', 'Listings on this process’s board', () => current.size);
  gaugeOf('leadbourse_board_rebuilds', 'How often the board was built anew since the start', () => rebuilds);
  building = build();
  await building;
}

export async function stopBoard(): Promise<void> {
  for (const stop of stops) stop();
  stops = [];
  await building.catch(() => undefined);
  isBuilt = false;
  current = new Board(trees);
}

const RETRY_MS = 1000;

/** Builds the board anew after all building before it, trying until it succeeds; the old board serves meanwhile. */
function rebuild(): void {
  rebuilds++;
  log.warn('changes of the market were missed: the board is built anew');
  const before = building.catch(() => undefined);
  building = before.then(async () => {
    while (stops.length > 0) {
      try {
        return await build();
      } catch (error) {
        log.error({ error }, 'the board could not be built anew');
        await sleep(RETRY_MS);
      }
    }
  });
}

/** Builds a board beside the one that serves, and swaps. */
async function build(): Promise<void> {
  const fresh = new Board(trees);
  waiting = [];
  try {
    for await (const listings of onSale(BUILD_BATCH)) for (const listing of listings) place(fresh, listing);
    for (const listing of waiting) place(fresh, listing);
  } finally {
    waiting = null;
  }
  current = fresh;
  isBuilt = true;
}

function apply(listing: Listing): void {
  const before = current.get(listing._id);
  place(current, listing);
  const kind = kindOf(before, listing);
  if (!kind) return;
  const change = { kind, listing: factsOf(listing), before, after: current.get(listing._id) };
  for (const tell of listeners) tell(change);
}

function place(target: Board, listing: Listing): void {
  if (listing.status === 'LISTED') target.put(rowOf(factsOf(listing)));
  else target.remove(listing._id);
}

function kindOf(before: BoardRow | null, listing: Listing): BoardChange['kind'] | null {
  if (listing.status !== 'LISTED') return before ? 'LEFT' : null;
  if (!before) return 'LISTED';
  return before.sold === listing.sold ? 'CHANGED' : 'SOLD';
}

/** The row of a listing that is on sale. */
export function rowOf(facts: ListingFacts): BoardRow {
  return {
    id: facts._id,
    agencyId: facts.agencyId,
    nicheId: facts.nicheId,
    regionId: facts.regionId,
    model: facts.model,
    temperature: facts.temperature,
    contactKind: facts.contactKind,
    channel: facts.channel,
    grade: facts.grade,
    isVerified: facts.isVerified,
    provenChannels: facts.provenChannels,
    isExclusive: facts.isExclusive,
    quality: facts.quality,
    priceMinor: Number(facts.priceMinor),
    leadCount: facts.leadCount,
    maxSales: facts.maxSales,
    sold: facts.sold,
    listedAt: (facts.listedAt ?? now()).getTime(),
    endsAt: facts.endsAt.getTime(),
  };
}
