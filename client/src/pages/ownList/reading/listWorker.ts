import { rowsOf, textOf } from './cells';
import { ContactReader, type Contacts, sampleOf } from './contactsIn';
import { isWorkbook, rowsOfWorkbook } from './workbook';

/** Reads a file and hashes its contacts beside the page, so that the page stays quick; nothing of the file leaves here. */

export interface Order {
  file: File;
  country: string;
}

export type Told =
  | { kind: 'progress'; share: number }
  | ({ kind: 'done'; hashes: string[]; given: number } & Omit<Contacts, 'values' | 'hashes'>)
  | { kind: 'refused'; why: 'EMPTY' | 'NONE_READ' | 'UNREADABLE' };

const tell = (told: Told): void => self.postMessage(told);

/** Reading is the first half of the way, hashing the second. */
const READING = 0.5;
const AT_ONCE = 500;

self.onmessage = ({ data }: MessageEvent<Order>) => {
  read(data).catch(() => tell({ kind: 'refused', why: 'UNREADABLE' }));
};

async function read({ file, country }: Order): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const rows = [...(isWorkbook(bytes) ? await rowsOfWorkbook(bytes) : rowsOf(textOf(bytes)))];
  const reader = new ContactReader(sampleOf(rows), country);
  for (const [place, row] of rows.entries()) {
    reader.take(row, place === 0);
    if (place % 2000 === 0) tell({ kind: 'progress', share: (READING * place) / rows.length });
  }
  const { found } = reader;
  const hashes = new Set(found.hashes);
  const values = [...found.values];
  for (let from = 0; from < values.length; from += AT_ONCE) {
    for (const hash of await Promise.all(values.slice(from, from + AT_ONCE).map(sha256))) hashes.add(hash);
    tell({ kind: 'progress', share: READING + ((1 - READING) * (from + AT_ONCE)) / values.length });
  }
  if (hashes.size === 0) return tell({ kind: 'refused', why: found.unread > 0 ? 'NONE_READ' : 'EMPTY' });
  const { values: _values, hashes: own, ...counts } = found;
  tell({ kind: 'done', hashes: [...hashes], given: own.size, ...counts });
}

async function sha256(value: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
