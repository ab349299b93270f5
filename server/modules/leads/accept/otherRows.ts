import { sharesOfMarket } from '../alike/sharesOfMarket';
import { finding } from '../checks/signals';
import { inSequence, runsIn } from '../checks/robots/sequence';
import { checkShape } from '../checks/robots/shape';
import { DOUBTFUL, checkCounts, type Counts } from '../checks/robots/velocity';
import { type CountedRequest, countRequests } from '../countRequests';
import { isOffline } from '../facts';
import { agencyKeysOf } from '../requestOf';
import { withDoubts, withMore, type WorkedRow } from './workedRow';

/** Rows with what they have in common with others of the call as robots leave it. */
export function withOthers(rows: WorkedRow[]): WorkedRow[] {
  const runs = runsOf(rows);
  const shapes = checkShape(
    rows.flatMap(({ shape }) => shape ?? []),
    sharesOfMarket(),
  );
  const counting = countingOf(rows);
  if (runs.size === 0 && shapes.size === 0 && counting.size === 0) return rows;
  const foundOf = ({ row }: WorkedRow) => [runs, shapes, counting].flatMap((found) => found.get(row) ?? []);
  return rows.map((row) => withDoubts(row, foundOf(row)));
}

/** Of so many numbers that count up, one in so many rows, none is a chance any more. */
const LEAST_COUNTING = 3;
const COUNTING_IN_ROWS = 200;

/** By row, that its phone number counts up at its end and others do: what is noted of one holds each of several. */
function countingOf(rows: readonly WorkedRow[]) {
  const some = rows.filter(({ judged }) => judged.findings.some(({ code }) => code === 'PHONE_SEQUENCE'));
  const numbers = new Set(some.map(({ judged }) => judged.identity.phone));
  const areMany = numbers.size >= LEAST_COUNTING && numbers.size * COUNTING_IN_ROWS >= rows.length;
  return new Map((areMany ? some : []).map(({ row }) => [row, [finding('PHONE_SEQUENCE')]] as const));
}

/** By row, that its contact counts up with others; numbers and addresses kept for fiction lie side by side anyway. */
function runsOf(rows: readonly WorkedRow[]) {
  const isOf = ({ judged }: WorkedRow, wanted: string): boolean => judged.findings.some(({ code }) => code === wanted);
  const runs = runsIn(
    rows.map((row) => ({
      row: row.row,
      phone: isOf(row, 'PHONE_FICTION') ? null : row.judged.identity.phone,
      email: isOf(row, 'EMAIL_FICTION') ? null : row.judged.identity.email,
    })),
  );
  return new Map(
    runs
      .sort((a, b) => a.rows.length - b.rows.length)
      .flatMap(({ what, rows }) => {
        const found = inSequence(what, rows.length, 'that came together count up by the same step');
        return rows.map((row) => [row, [found]] as const);
      }),
  );
}

/**
 * Rows with what speaks against them by how many like them came before: of forms by the sender, of other rows by what
 * their agency brought of one shape. One write and one read for all.
 */
export async function withCounts(rows: WorkedRow[], agencyId: string, at: Date): Promise<WorkedRow[]> {
  const requests = [...rows.flatMap(({ request }) => request ?? []), ...requestsOfAgency(rows, agencyId, at)];
  if (requests.length === 0) return rows;
  const counts = await countRequests(requests, at);
  return rows.map((row) => {
    const seen = counts.get(row.leadId) ?? {};
    const { channel } = row.judged.facts;
    const found = (isWanted: boolean) => checkCounts(only(seen, isWanted), isOffline(channel));
    return withDoubts(withMore(row, found(false)), found(true));
  });
}

const only = (counts: Counts, areOfAgency: boolean): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([what]) => DOUBTFUL.has(what as never) === areOfAgency));

/** What rows without a form are counted by: of many rows what more than one has, since the rest would all be counters of one. */
function requestsOfAgency(rows: readonly WorkedRow[], agencyId: string, at: Date): CountedRequest[] {
  const requests = rows.flatMap(({ leadId, shape }) =>
    shape ? [{ id: leadId, keys: agencyKeysOf(shape, agencyId, at) }] : [],
  );
  const times = new Map<string, number>();
  for (const { keys } of requests)
    for (const value of Object.values(keys)) times.set(value, (times.get(value) ?? 0) + 1);
  const isCounted = (value: string): boolean => rows.length === 1 || times.get(value)! > 1;
  return requests
    .map(({ id, keys }) => ({
      id,
      keys: Object.fromEntries(Object.entries(keys).filter(([, value]) => isCounted(value))),
    }))
    .filter(({ keys }) => Object.keys(keys).length > 0);
}
