import { parseArgs } from 'node:util';

export const HELP = `npm run bench:clicks -- FILE [--countries KE,TZ]

Judges visits by the rules by which the market bills clicks, as those of one link to one campaign without limits.

FILE is a CSV or TSV whose headings name agent and, as far as it has them, address, at (when it came) and sub (the
sub-id); or a text with a line a visit: a user agent, which may be followed by a tab and an address. Without addresses
nobody comes again; without times no bursts are looked for. A finding of a country and of a data centre needs an address.
An address within a house (10.…, 192.168.…, 127.…) has no country and is judged as at a market that the public reaches.

  --countries  where the campaign buys from; everywhere if left out`;

/** Arguments that cannot be used, in words. */
export class WrongArguments extends Error {}

export interface Options {
  file: string;
  /** Null: everywhere. */
  countries: string[] | null;
}

/** Reads the arguments; null where help was asked for. */
export function readOptions(words: readonly string[]): Options | null {
  const { values, positionals } = parse(words);
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (!file) throw new WrongArguments('Name one file.');
  if (more.length > 0) throw new WrongArguments(`One file, please; "${more[0]}" is a second one.`);
  return { file, countries: values.countries === undefined ? null : readCountries(values.countries) };
}

function parse(words: readonly string[]) {
  const options = { countries: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new WrongArguments((error as Error).message);
  }
}

function readCountries(text: string): string[] {
  const codes = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((code) => code.toUpperCase());
  if (codes.length === 0) throw new WrongArguments('--countries names none; write --countries KE,TZ.');
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const wrong = codes.find((code) => !/^[A-Z]{2}$/.test(code) || names.of(code) === undefined);
  if (wrong !== undefined) throw new WrongArguments(`"${wrong}" is no country; write --countries KE,TZ.`);
  return codes;
}
