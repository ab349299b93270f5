import { log } from '../../../platform/log';
import { withCommonNames } from '../matching/commonNames';
import { type KnownShares, type SharedKind, Shares } from '../matching/shares';
import { LeadContacts, type LeadContactRow } from '../model';
import { hashTerm, isCounted } from './likenessKeys';

/** Enough to know which names and towns are common; read from the newest in one command. */
const SAMPLE = 5000;
const EVERY_MS = 60 * 60 * 1000;

/** Among how many people two are compared at least: there are more in a country than the market has met yet. */
const LEAST_PEOPLE = 65_536;

const UNKNOWN = new Shares();
let known: { shares: KnownShares; people: number } = { shares: withCommonNames(UNKNOWN), people: LEAST_PEOPLE };
let timer: NodeJS.Timeout | null = null;

/** Among how many people leads are compared. */
export const peopleOfMarket = (): number => known.people;

/** How common names and towns are among the newest leads. */
export const sharesOfMarket = (): KnownShares => known.shares;

/**
 * Counts how common names and towns are among the newest leads, the start of the process and every hour:
 * what is common changes slowly.
 */
export async function startShares(): Promise<void> {
  await countShares();
  timer = setInterval(() => {
    countShares().catch((error: unknown) => log.warn({ error }, 'names of leads were not counted'));
  }, EVERY_MS);
  timer.unref();
}

export function stopShares(): void {
  if (timer) clearInterval(timer);
  timer = null;
}

async function countShares(): Promise<void> {
  const counted = new Shares();
  const rows = await LeadContacts.find({ matchTerms: { $exists: true } }, { matchTerms: 1 })
    .sort({ at: -1 })
    .limit(SAMPLE)
    .lean<Pick<LeadContactRow, 'matchTerms'>[]>();
  for (const { matchTerms } of rows) counted.countTerms(matchTerms ?? []);
  const people = Math.max(LEAST_PEOPLE, await LeadContacts.estimatedDocumentCount());
  known = { shares: withCommonNames(new SharesByHash(counted)), people };
}

/** Shares of values of which only hashes are counted; of those that are not, what is usual. */
class SharesByHash implements KnownShares {
  constructor(private readonly counted: Shares) {}

  of(kind: SharedKind, value: string): number {
    return isCounted(kind) ? this.counted.ofTerm(kind, hashTerm(kind, value)) : UNKNOWN.of(kind, value);
  }
}

/** So many rows at least tell what is common in their file. */
const LEAST_ROWS = 20;

/** The shares of the market, or those of these rows where a value is more common among them: a file of one family. */
export function sharesAmong(rows: readonly { matchTerms: readonly string[] }[]): KnownShares {
  if (rows.length < LEAST_ROWS) return known.shares;
  const counted = new Shares();
  for (const { matchTerms } of rows) counted.countTerms(matchTerms);
  const inRows = new SharesByHash(counted);
  const { shares } = known;
  return {
    of: (kind, value) =>
      isCounted(kind) ? Math.max(shares.of(kind, value), inRows.of(kind, value)) : shares.of(kind, value),
  };
}
