import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { clickRules } from '../../server/modules/clicks/judge/rules';

export const HELP = `npm run replay -- --from 2026-11-01 --to 2026-12-01 [--rules V] [--campaign ID]

Applies the rules of clicks to the raw clicks of all bills made from the one day to before the other (UTC), and tells
each campaign's bill beside what was billed.

  --rules     judges by another version of the rules: what it would have billed, with repeats and budgets by its own bill
  --campaign  looks at one campaign only`;

/** Arguments that cannot be used, in words. */
export class WrongArguments extends Error {}

export interface Options {
  from: Date;
  to: Date;
  /** Null: the version that each bill was made by. */
  rulesVersion: number | null;
  campaignId: string | null;
}

/** Reads the arguments; null where help was asked for. */
export function readOptions(words: readonly string[]): Options | null {
  const values = parse(words);
  if (values.help) return null;
  const [from, to] = [readDay('from', values.from), readDay('to', values.to)];
  if (from >= to) throw new WrongArguments(`--from ${values.from} is not before --to ${values.to}.`);
  return { from, to, rulesVersion: readVersion(values.rules), campaignId: values.campaign ?? null };
}

function parse(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { from: text, to: text, rules: text, campaign: text, help: { type: 'boolean', short: 'h' } } as const;
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    throw new WrongArguments((error as Error).message);
  }
}

function readDay(name: string, text: string | undefined): Date {
  if (!text) throw new WrongArguments(`Say which days: --from 2026-11-01 --to 2026-12-01. --${name} is missing.`);
  const day = DateTime.fromISO(text, { zone: 'utc' });
  if (!/^\d{4}-\d\d-\d\d(?:T.+)?$/.test(text) || !day.isValid)
    throw new WrongArguments(`--${name} is a day such as 2026-11-01, not "${text}".`);
  return day.toJSDate();
}

function readVersion(text: string | undefined): number | null {
  if (text === undefined) return null;
  try {
    return clickRules(/^\d+$/.test(text) ? Number(text) : NaN).version;
  } catch {
    throw new WrongArguments(`There are no rules of clicks of version "${text}".`);
  }
}
