import { after, MINUTE, now } from '../../platform/clock';
import { nicheTree, regionTree } from '../catalog';
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

export const wrongPast = (at: Date): string | null =>
  at > after(now(), CLOCK_ERROR_MS) ? 'This lies in the future.' : null;

/** Of an address that cannot be one: empty stands for none. */
export const wrongPage = (text: string): string | null =>
  text.trim() === '' || isWebPage(text.trim())
    ? null
    : 'Give the address of the page, such as https://example.com/form.';
