import { parseArgs } from 'node:util';
import { urlIn } from '../../server/platform/urlIn';
import { ADDRESS_OPTIONS, marketAddress } from '../api/marketAddress';

export const HELP = `npm run demo:clicks -- [--rate N] [--seconds S] [--url http://localhost:4000]

Sends visitors to all open tracked links of the demo agency, and so spends the budgets of their campaigns, on a market that runs on this machine: people of several networks
and browsers, some again, robots, bursts, look-ups by HEAD, pages loaded ahead, servers. Then tells what the market found.
Once the budget of a campaign is spent for the day, nobody is sent on: that is found too.

  --rate     visitors a second, 1 to 2000 (10)
  --seconds  for how long, 1 to 3600 (30)
  --url      where the market runs, also as --address; else the port of this machine that PORT names (4000)`;

/** Arguments that cannot be used, in words. */
export class WrongArguments extends Error {}

export interface Options {
  rate: number;
  seconds: number;
  address: string;
}

const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Reads the arguments; null where help was asked for. */
export function readOptions(words: readonly string[]): Options | null {
  const values = parse(words);
  if (values.help) return null;
  return {
    rate: readCount('rate', values.rate ?? '10', 2000),
    seconds: readCount('seconds', values.seconds ?? '30', 3600),
    address: readAddress(marketAddress(values)),
  };
}

function parse(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { rate: text, seconds: text, ...ADDRESS_OPTIONS, help: { type: 'boolean', short: 'h' } } as const;
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    throw new WrongArguments((error as Error).message);
  }
}

function readCount(name: string, text: string, most: number): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > most)
    throw new WrongArguments(`--${name} is a whole number from 1 to ${most}, not "${text}".`);
  return count;
}

/** Made-up visitors are sent to this machine alone: elsewhere they would cost somebody money. */
function readAddress(text: string): string {
  const url = urlIn(text);
  if (!url || !OWN_MACHINE.has(url.hostname))
    throw new WrongArguments(`--url is an address of this machine, such as http://localhost:4000, not "${text}".`);
  return url.origin;
}
