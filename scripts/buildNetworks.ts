/**
 * Writes server/platform/visitor/dataCentres.json, the networks of companies that rent out servers, from the
 * package `@ip-location-db/asn` (which network announces which addresses; RouteViews, NRO and DB-IP, CC BY 4.0), unpacked
 * into a folder: `npm pack @ip-location-db/asn && tar xzf *.tgz && npm run networks -- package`. The result is committed:
 * the source is 64 MB, of which a market needs a hundredth. Run it anew every few months, since networks change hands.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { HOSTS } from './networks/hosts';
import { linesOf, type Range, type Source, sourceIn } from './networks/source';

const target = path.resolve(__dirname, '../server/platform/visitor/dataCentres.json');

const isHost = (number: string, name: string): boolean =>
  HOSTS.some((host) => (/^AS\d+$/.test(host) ? host === `AS${number}` : name.startsWith(host)));

/** The ranges of one file, as the numbers that addresses are compared by. */
async function rangesOf(source: Source, file: string): Promise<Range[]> {
  const ranges: Range[] = [];
  for await (const { from, to, told } of linesOf(source, file)) {
    const [number = '', name = ''] = told;
    if (isHost(number, name)) ranges.push({ from, to });
  }
  return merged(ranges);
}

/** Ranges that touch are one. */
function merged(ranges: Range[]): Range[] {
  ranges.sort((a, b) => (a.from < b.from ? -1 : 1));
  const whole: Range[] = [];
  for (const { from, to } of ranges) {
    const last = whole.at(-1);
    if (last && from <= last.to + 1n) last.to = to > last.to ? to : last.to;
    else whole.push({ from, to });
  }
  return whole;
}

/** Each range as the gap to the one before and its size, to the base of 36: a third of the length. */
function packed(ranges: readonly Range[]): string {
  let end = 0n;
  const parts = ranges.map(({ from, to }) => {
    const part = `${(from - end).toString(36)}.${(to - from + 1n).toString(36)}`;
    end = to + 1n;
    return part;
  });
  return parts.join(' ');
}

async function build(folder: string | undefined): Promise<void> {
  if (!folder) throw new Error('npm run networks -- FOLDER: where @ip-location-db/asn was unpacked.');
  const source = sourceIn(folder);
  const v4 = await rangesOf(source, 'asn-ipv4.csv');
  const v6 = await rangesOf(source, 'asn-ipv6.csv');
  const data = {
    date: source.date,
    source: `${source.nameAndVersion} (RouteViews, NRO, DB-IP; CC BY 4.0)`,
    v4: packed(v4),
    v6: packed(v6),
  };
  writeFileSync(target, `${JSON.stringify(data, null, 2)}\n`);
  console.log(`${v4.length} ranges of IPv4, ${v6.length} of IPv6, of ${data.date}`);
}

build(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
