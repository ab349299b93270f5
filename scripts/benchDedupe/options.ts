import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type PersonFields } from '../../server/modules/leads/matching/person';

/** What a column may be read as, and what is expected in it. */
const FIELDS: Readonly<Record<keyof PersonFields, string>> = {
  given: 'given name',
  family: 'family name',
  name: 'the whole name, where it is in one column',
  birth: 'date of birth: 1971-06-24, 19710624, 24.06.1971',
  year: 'year of birth, where there is no date',
  city: 'town',
  region: 'state or province',
  postcode: 'postal code',
  street: 'street',
  number: 'house number',
  phone: 'phone number',
  email: 'e-mail address',
  nationalId: 'a number that only this person has',
};

export const HELP = `npm run bench:dedupe -- FILE --map given=COLUMN,family=COLUMN,... --id COLUMN [--link FILE2] [--show N]

Finds the records of one person in a CSV file as the market does, and tells how many pairs it found rightly.

  --map   which column is what; COLUMN+COLUMN joins several. What can be named:
${Object.entries(FIELDS)
  .map(([field, words]) => `            ${field.padEnd(11)} ${words}`)
  .join('\n')}
  --id    the column that tells who a record is: rec-N-org and rec-N-dup-K are person N, else equal values are one person
  --link  a second file with the same columns: pairs are across the two files only
  --show  lists the first N pairs that were merged wrongly, and as many that were shown to a person for nothing

Commas, semicolons, tabs and bars are found by themselves; spaces around values do not count.`;

/** Arguments that cannot be used, in words. */
export class WrongArguments extends Error {}

export interface Options {
  file: string;
  link: string | null;
  id: string;
  /** So many wrong pairs are listed. */
  show: number;
  map: { field: keyof PersonFields; columns: string[] }[];
}

/** Reads the arguments; null where help was asked for. */
export function readOptions(words: readonly string[]): Options | null {
  const { values, positionals } = parse(words);
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (!file) throw new WrongArguments('Name the file.');
  if (more.length > 0) throw new WrongArguments(`One file, please; "${more[0]}" is a second one (--link FILE2).`);
  if (!values.map) throw new WrongArguments('Say which column is what: --map given=COLUMN,family=COLUMN,...');
  if (!values.id) throw new WrongArguments('Name the column that tells who a record is: --id COLUMN');
  for (const name of [file, values.link]) {
    if (name !== undefined && !existsSync(name)) throw new WrongArguments(`There is no file ${name}.`);
  }
  const show = Number(values.show ?? 0);
  if (!Number.isInteger(show) || show < 0) throw new WrongArguments('How many wrong pairs? Write --show 20.');
  return { file, link: values.link ?? null, id: values.id.trim(), show, map: readMap(values.map) };
}

function parse(words: readonly string[]) {
  const options = {
    map: { type: 'string' },
    id: { type: 'string' },
    link: { type: 'string' },
    show: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new WrongArguments((error as Error).message);
  }
}

function readMap(text: string): Options['map'] {
  const map = text
    .split(',')
    .filter((part) => part.trim())
    .map((part) => {
      const [field = '', columns = ''] = part.split(/=(.*)/s).map((word) => word.trim());
      if (!(field in FIELDS)) {
        throw new WrongArguments(`"${field}" cannot be compared by; --map takes ${Object.keys(FIELDS).join(', ')}.`);
      }
      if (!columns) throw new WrongArguments(`Which column is ${field}? Write ${field}=COLUMN.`);
      return { field: field as keyof PersonFields, columns: columns.split('+').map((column) => column.trim()) };
    });
  const twice = map.find(({ field }, place) => map.findIndex((one) => one.field === field) !== place);
  if (twice) throw new WrongArguments(`${twice.field} is mapped twice; ${twice.field}=COLUMN+COLUMN joins columns.`);
  if (map.length === 0) throw new WrongArguments('--map names no column.');
  return map;
}
