import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Caller } from '../api/marketClient';

export interface Batch {
  id: string;
  state: string;
  uploadAddress: string;
  reportAddress: string | null;
  file: { encoding: string | null; delimiter: string | null } | null;
  columns: { heading: string; field: string }[];
  counts: {
    rows: number;
    accepted: number;
    quarantined: number;
    duplicates: number;
    rejected: number;
    unchanged: number;
  };
  reasons: { code: string; message: string; rows: number }[];
}

const BATCH = `id state uploadAddress reportAddress file { encoding delimiter } columns { heading field }
  counts { rows accepted quarantined duplicates rejected unchanged } reasons { code message rows }`;

const IMPORT_MS = 60_000;

/** Begins a batch and sends the bytes of its file as they are. Answers with what the market found in it. */
export async function sendFile(agency: Caller, wish: object, bytes: Buffer<ArrayBuffer>): Promise<Batch> {
  const input = { clientKey: randomUUID(), ...wish };
  const { batch } = await agency.mutate<{ batch: Batch }>('startBatch', input, `batch { ${BATCH} }`);
  await agency.door('PUT', new URL(batch.uploadAddress, agency.address).pathname, {
    body: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  });
  return readBatch(agency, batch.id);
}

/** Imports the batch and waits for its end. */
export async function importBatch(agency: Caller, batchId: string): Promise<Batch> {
  await agency.mutate('importBatch', { batchId });
  for (const deadline = Date.now() + IMPORT_MS; Date.now() < deadline; await sleep(100)) {
    const batch = await readBatch(agency, batchId);
    if (batch.state === 'IMPORTED') return batch;
    if (batch.state === 'FAILED') throw new Error('The import failed');
  }
  throw new Error(`The import did not end within ${IMPORT_MS / 1000} s`);
}

function readBatch(agency: Caller, id: string): Promise<Batch> {
  return agency.ask<Batch>(`query ($id: ID!) { batch(id: $id) { ${BATCH} } }`, { id });
}

/** "40 rows: 38 accepted, 2 duplicates" and the reasons, a line each. */
export function describeBatch({ counts, reasons }: Batch): string[] {
  const { rows, ...ends } = counts;
  const parts = Object.entries(ends).flatMap(([end, count]) => (count > 0 ? [`${count} ${end}`] : []));
  return [
    `${rows} rows: ${parts.join(', ')}`,
    ...reasons.map(({ message, rows: times }) => `  ${times} times: ${message}`),
  ];
}

/** Puts all that is accepted and not on sale on sale, to one buyer each. Answers with how many. */
export async function listAll(agency: Caller): Promise<number> {
  const input = { filter: {}, terms: { maxSales: 1 } };
  const { listedCount } = await agency.mutate<{ listedCount: number }>('listLeads', input, 'listedCount');
  return listedCount;
}
