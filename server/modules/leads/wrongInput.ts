import { isIP } from 'node:net';
import { after, MINUTE, now } from '../../platform/clock';
import { nicheTree, regionTree } from '../catalog';
import { isMarketPage } from './checks/marketPage';
import { isWebPage } from './checks/webPage';

/** What is wrong with a value of a lead that is submitted, in words; null where nothing is. The same at every door. */

export const wrongNiche = (nicheId: string): string | null =>
  nicheTree().byId(nicheId)?.isRetired === false ? null : 'There is no such niche.';

export const wrongCountry = (code: string): string | null =>
  regionTree().byCode(code)?.kind === 'COUNTRY' ? null : 'The country is not one of this market.';

/** Of a niche that is not known nothing more is said. */
export function wrongQuestion(nicheId: string, key: string): string | null {
  const form = nicheTree().byId(nicheId)?.fields;
  return !form || form.some((field) => field.key === key) ? null : 'The form of this niche has no such question.';
}

const MOST_CHARS = 5000;

export const wrongText = (text: string): string | null =>
  text.length > MOST_CHARS ? `At most ${MOST_CHARS} characters.` : null;

/** Clocks of two machines differ by a little. */
const CLOCK_ERROR_MS = 5 * MINUTE;

/** The first that a cell of a file may tell, too. */
const FIRST_YEAR = 1900;

export function wrongPast(at: Date): string | null {
  if (at > after(now(), CLOCK_ERROR_MS)) return 'This lies in the future.';
  return at.getUTCFullYear() < FIRST_YEAR ? `This lies before ${FIRST_YEAR}.` : null;
}

export const wrongIp = (text: string): string | null =>
  text.trim() === '' || isIP(text.trim()) !== 0 ? null : 'Give an IPv4 or IPv6 address, such as 203.0.113.7.';

const MOST_NAMED = 50;

export const wrongRecipients = (names: readonly string[]): string | null =>
  names.length <= MOST_NAMED && names.every((name) => /^.{2,120}$/u.test(name.trim()))
    ? null
    : `Give at most ${MOST_NAMED} names, each of 2 to 120 characters.`;

/** Said of a page of the market for what no form of it sent. */
export const MARKET_PAGE =
  'This is a page of the market itself, and its forms tell of themselves. Give the page of your own at which the person agreed.';

/** Of an address that cannot be one, or is the market's own: empty stands for none. */
export function wrongPage(text: string): string | null {
  const page = text.trim();
  if (page === '') return null;
  if (!isWebPage(page)) return 'Give the address of the page, such as https://example.com/form.';
  return isMarketPage(page) ? MARKET_PAGE : null;
}
