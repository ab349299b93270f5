import { finding } from '../checks/signals';
import { runsIn } from '../checks/robots/sequence';
import { checkCounts } from '../checks/robots/velocity';
import { countRequests } from '../countRequests';
import { isOffline } from '../facts';
import { withMore, type WorkedRow } from './workedRow';

/** Rows whose contacts count up one after the other are noted so; numbers kept for fiction lie side by side anyway. */
export function withRuns(rows: WorkedRow[]): WorkedRow[] {
  const isFiction = ({ judged }: WorkedRow): boolean => judged.findings.some(({ code }) => code === 'PHONE_FICTION');
  const runs = runsIn(
    rows.map((row) => ({ row: row.row, ...row.judged.identity, ...(isFiction(row) ? { phone: null } : {}) })),
  );
  if (runs.length === 0) return rows;
  const found = new Map(
    runs.flatMap(({ what, rows }) =>
      rows.map((row) => [row, finding('CONTACTS_IN_SEQUENCE', { what, count: String(rows.length) })] as const),
    ),
  );
  return rows.map((row) => (found.has(row.row) ? withMore(row, [found.get(row.row)!]) : row));
}

/** Rows that forms brought, with what speaks against them by how many like them came. Of other rows nothing is asked. */
export async function withCounts(rows: WorkedRow[], at: Date): Promise<WorkedRow[]> {
  const requests = rows.flatMap(({ request }) => request ?? []);
  if (requests.length === 0) return rows;
  const counts = await countRequests(requests, at);
  return rows.map((row) =>
    row.request
      ? withMore(row, checkCounts(counts.get(row.request.id) ?? {}, isOffline(row.judged.facts.channel)))
      : row,
  );
}
