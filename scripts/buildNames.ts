/**
 * Writes server/modules/leads/matching/commonNames.json, the given and family names that are common where the market's
 * people live, from the lists of the Python package Faker (MIT License, Daniele Faraglia and contributors), unpacked into
 * a folder: `pip download --no-deps Faker && unzip -q faker-*.whl -d package && npm run names -- package`. The result is
 * committed: what is common changes slowly.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { latinWords, soundOf } from '../server/modules/leads/matching/latin';

const target = path.resolve(__dirname, '../server/modules/leads/matching/commonNames.json');

/** Countries of the market's languages, and those from where many live in them. */
const COUNTRIES = 'az_AZ de_DE el_GR en_GB en_KE en_NG en_US fr_FR hu_HU hy_AM it_IT ru_RU sw tr_TR uk_UA uz_UZ'.split(
  ' ',
);

/** The names of a list in the package: `    first_names_male = (` and what is quoted until the bracket at that indent. */
function namesIn(source: string, what: 'first' | 'last'): string[] {
  const lists = source.matchAll(new RegExp(`^ {4}${what}_names\\w*[^=\\n]*= .*?^ {4}\\S|^ {4}${what}_names.*$`, 'gms'));
  return [...lists].flatMap(([list]) => [...list.matchAll(/"([^"\n]+)"|'([^'\n]+)'/g)].map(([, a, b]) => a ?? b!));
}

/** The sounds of names of one word, in order: spellings and scripts of one name are one. */
const soundsOf = (names: readonly string[]): string[] =>
  [
    ...new Set(
      names
        .map(latinWords)
        .filter(({ length }) => length === 1)
        .map(([word]) => soundOf(word!)),
    ),
  ]
    .filter(({ length }) => length > 1)
    .sort();

function build(folder: string | undefined): void {
  if (!folder) throw new Error('Name the folder of the package Faker: npm run names -- package');
  const sources = COUNTRIES.map((country) =>
    readFileSync(path.join(folder, 'faker/providers/person', country, '__init__.py'), 'utf8'),
  );
  const given = soundsOf(sources.flatMap((source) => namesIn(source, 'first')));
  const family = soundsOf(sources.flatMap((source) => namesIn(source, 'last')));
  writeFileSync(target, `${JSON.stringify({ given: given.join(' '), family: family.join(' ') })}\n`);
  console.log(`${given.length} given and ${family.length} family names in ${target}`);
}

build(process.argv[2]);
