import { parseArgs } from 'node:util';
import { ADDRESS_OPTIONS, marketAddress } from '../api/marketAddress';

export const HELP = `npm run demo:calls -- --number +441632960000 [--seconds 120] [--from +447700900123] [--answer yes]

Calls a tracked number of the telephone stand-in, as a person would. Nobody is called.

  --answer    yes, no, busy, failed (the phone cannot be reached) or hangup (the caller gives up)
  --seconds   how long both talk where somebody answers
  --from      who calls; left out: somebody new; "anonymous": no number is shown
  --elsewhere somebody new, from a country that the campaign does not buy from
  --count     how many calls, one after the other
  --times     how often each piece of news is told; --backwards: in the wrong order; --silent: without its end
  --live      the call takes its time
  --url       where the market runs, also as --address; else the port of this machine that PORT names (4000)`;

/** Arguments that cannot be used, in words. */
export class WrongArguments extends Error {}

export interface CallWish {
  address: string;
  count: number;
  /** What the stand-in is sent for the call of that number in the row. */
  callAt(count: number): Record<string, unknown>;
}

const MOST = 1000;
const MOST_SECONDS = 7200;

/** Reads the arguments; null where help was asked for. */
export function callWish(words: readonly string[]): CallWish | null {
  const values = parse(words);
  if (values.help) return null;
  if (!values.number)
    throw new WrongArguments('Say which number is called: --number +441632960000. --help tells the rest.');
  const count = Number(values.count ?? '1');
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    throw new WrongArguments(`--count is 1 to ${MOST}, not "${values.count}".`);
  const { number, seconds, answer, times, from } = values;
  if (seconds !== undefined && !(/^\d+$/.test(seconds) && Number(seconds) <= MOST_SECONDS))
    throw new WrongArguments(`--seconds is 0 to ${MOST_SECONDS}, not "${seconds}".`);
  return {
    address: marketAddress(values),
    count,
    callAt: () => ({
      number,
      ...(from === undefined ? { caller: values.elsewhere ? 'elsewhere' : 'new' } : { from }),
      ...(seconds === undefined ? {} : { seconds }),
      ...(answer === undefined ? {} : { answer }),
      ...(times === undefined ? {} : { times }),
      ...(values.backwards ? { order: 'backwards' } : {}),
      ...(values.silent ? { silent: true } : {}),
      ...(values.live ? { live: true } : {}),
    }),
  };
}

function parse(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    number: text,
    seconds: text,
    from: text,
    answer: text,
    count: text,
    times: text,
    ...ADDRESS_OPTIONS,
    backwards: flag,
    silent: flag,
    live: flag,
    elsewhere: flag,
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: joined(words), options }).values;
  } catch (error) {
    throw new WrongArguments((error as Error).message);
  }
}

/** A number below zero is a value of its option, which is then refused in words, and no option of its own. */
const joined = (words: readonly string[]): string[] =>
  words.reduce<string[]>((all, word) => {
    const last = all.at(-1) ?? '';
    if (!/^-\d/.test(word) || !/^--\w+$/.test(last)) return [...all, word];
    return [...all.slice(0, -1), `${last}=${word}`];
  }, []);
