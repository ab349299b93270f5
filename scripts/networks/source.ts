import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse';
import { numberOfAddress } from '../../server/platform/visitor/addresses';

/** The first and the last number of it (as `numberOfAddress` tells them). */
export interface Range {
  from: bigint;
  to: bigint;
}

/** A package of @ip-location-db that was unpacked into a folder. */
export interface Source {
  folder: string;
  nameAndVersion: string;
  date: string;
}

export function sourceIn(folder: string): Source {
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return { folder, nameAndVersion: `${about.name} ${about.version}`, date: dateOf(about.version) };
}

/** `2.3.2026061719` is of 17 June 2026. */
function dateOf(version: string): string {
  const [, year, month, day] = /\.(\d{4})(\d\d)(\d\d)\d*$/.exec(version) ?? [];
  if (!year) throw new Error(`Version ${version} tells no date.`);
  return `${year}-${month}-${day}`;
}

/** Each line of a file: a range, and what is told of it. */
export async function* linesOf({ folder }: Source, file: string): AsyncGenerator<Range & { told: string[] }> {
  for await (const row of createReadStream(path.join(folder, file)).pipe(parse()) as AsyncIterable<string[]>) {
    const [from = '', to = '', ...told] = row;
    const [first, last] = [numberOfAddress(from), numberOfAddress(to)];
    if (first === null || last === null) throw new Error(`${from} to ${to} is no range of addresses.`);
    yield { from: first.number, to: last.number, told };
  }
}
