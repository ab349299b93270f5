import { log } from '../../../platform/log';
import { type KnownShares, type SharedKind, Shares } from '../matching/shares';
import { LeadContacts, type LeadContactRow } from '../model';
import { hashTerm, isCounted } from './likenessKeys';

/** Enough to know which names and towns are common; read from the newest in one command. */
const SAMPLE = 5000;
const EVERY_MS = 60 * 60 * 1000;

/** Among how many people two are compared at least: there are more in a country than the market has met yet. */
const LEAST_PEOPLE = 65_536;

interface Known {
  shares: KnownShares;
  people: number;
}

const UNKNOWN = new Shares();
let known: Known = { shares: UNKNOWN, people: LEAST_PEOPLE };
let timer: NodeJS.Timeout | null = null;

/** How common names and towns are among the newest leads, and among how many people leads are compared. */
export const sharesOfMarket = (): Known => known;

/** Counts anew at the start of the process and every hour: what is common changes slowly. */
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
  known = { shares: new SharesByHash(counted), people };
}

/** Shares of values of which only hashes are counted; of those that are not, what is usual. */
class SharesByHash implements KnownShares {
  constructor(private readonly counted: Shares) {}

  of(kind: SharedKind, value: string): number {
    return isCounted(kind) ? this.counted.ofTerm(kind, hashTerm(kind, value)) : UNKNOWN.of(kind, value);
  }
}
