import { readFile, unlink } from 'node:fs/promises';
import { log } from '../../../platform/log';
import { Clicks, type ClickRow, type RawClick } from '../model';

/** How many are stored by one command. */
const AT_ONCE = 1000;

/** A visit as one line of the log. */
export const lineOf = (visit: RawClick): string => JSON.stringify(visit);

const unjudged = (visit: RawClick): ClickRow => ({
  ...visit,
  verdict: 'PENDING',
  priceMinor: 0n,
  seq: null,
  batchId: null,
  judgedAt: null,
});

function rowOf(line: string): ClickRow {
  const raw = JSON.parse(line) as Omit<RawClick, 'at'> & { at: string };
  return unjudged({ ...raw, at: new Date(raw.at) });
}

/** Stores one visit at once. */
export const storeVisit = (visit: RawClick): Promise<void> => storeVisits([unjudged(visit)]);

/** Stores visits; those that are stored already are left as they are. */
async function storeVisits(rows: readonly ClickRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    try {
      await Clicks.insertMany(rows.slice(from, from + AT_ONCE), { ordered: false, lean: true });
    } catch (error) {
      if (!isOnlyKnown(error)) throw error;
    }
  }
}

interface BulkError {
  code?: number;
  writeErrors?: readonly { code?: number; err?: { code?: number } }[];
}

/** Whether all that was refused is there already, from a file that was stored before its process died. */
function isOnlyKnown(error: unknown): boolean {
  const { code, writeErrors } = error as BulkError;
  if (!writeErrors || writeErrors.length === 0) return code === 11000;
  return writeErrors.every((each) => (each.code ?? each.err?.code) === 11000);
}

/** Stores what a file of the log holds, and removes it then. */
export async function storeFile(file: string): Promise<number> {
  const text = await readFile(file, 'utf8');
  // What stands after the last end of a line was never answered: the process died in the middle of writing it.
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean);
  const rows = lines.flatMap((line) => {
    try {
      return [rowOf(line)];
    } catch (error) {
      log.error({ error, file }, 'a line of the log of visits cannot be read');
      return [];
    }
  });
  await storeVisits(rows);
  await unlink(file);
  return rows.length;
}
