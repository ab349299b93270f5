/**
 * Writes server/platform/visitor/countries.json, the country that each address is used in, from the package
 * `@ip-location-db/dbip-country` (IP to Country Lite of DB-IP, CC BY 4.0), unpacked into a folder:
 * `npm pack @ip-location-db/dbip-country && tar xzf *.tgz && npm run countries -- package`. The result is committed: of
 * the 46 MB of the source a fiftieth is left where neighbours are one. Run it anew every few months.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { GIVEN_OUT_SIX } from './networks/givenOut';
import { type CountryRange, type Run, runsOf } from './networks/runs';
import { linesOf, type Range, type Source, sourceIn } from './networks/source';

const target = path.resolve(__dirname, '../server/platform/visitor/countries.json');

const ALL_OF_FOUR: readonly Range[] = [{ from: 0n, to: 2n ** 32n - 1n }];

/** The parts of a file's ranges that lie in those. */
async function rangesOf(source: Source, file: string, within: readonly Range[]): Promise<CountryRange[]> {
  const ranges: CountryRange[] = [];
  for await (const { from, to, told } of linesOf(source, file)) {
    const [country = ''] = told;
    if (!/^[A-Z]{2}$/.test(country)) throw new Error(`"${country}" is no code of a country.`);
    for (const block of within) {
      const part = { from: from > block.from ? from : block.from, to: to < block.to ? to : block.to, country };
      if (part.from <= part.to) ranges.push(part);
    }
  }
  return ranges;
}

/** How many networks follow each other, to the base of 36 unless it is one, and their country: `1cUSGB3--`. */
const packed = (runs: readonly Run[]): string =>
  deflateSync(
    runs.map(({ count, country }) => `${count === 1n ? '' : count.toString(36)}${country ?? '--'}`).join(''),
    { level: 9 },
  ).toString('base64');

async function build(folder: string | undefined): Promise<void> {
  if (!folder) throw new Error('npm run countries -- FOLDER: where @ip-location-db/dbip-country was unpacked.');
  const source = sourceIn(folder);
  const v4 = runsOf(await rangesOf(source, 'dbip-country-ipv4.csv', ALL_OF_FOUR), 8n);
  const v6 = runsOf(await rangesOf(source, 'dbip-country-ipv6.csv', GIVEN_OUT_SIX), 16n);
  const data = {
    date: source.date,
    source: `${source.nameAndVersion} (IP to Country Lite by DB-IP, https://db-ip.com; CC BY 4.0; nothing finer than /24 and /48)`,
    v4: packed(v4),
    v6: packed(v6),
  };
  writeFileSync(target, `${JSON.stringify(data, null, 2)}\n`);
  console.log(`${v4.length} runs of IPv4, ${v6.length} of IPv6, of ${data.date}`);
}

build(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
