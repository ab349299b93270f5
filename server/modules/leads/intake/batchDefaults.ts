import { z } from 'zod';
import { after, MINUTE, now } from '../../../platform/clock';
import { readInput } from '../../../platform/inputs';
import { type BatchDefaults } from '../candidate';
import { denialIn, DENYING_TEXT } from '../checks/consentDenied';
import { isMarketPage } from '../checks/marketPage';
import { isWebPage } from '../checks/webPage';
import { LEAST_CONSENT, saysSomething } from '../checks/wording';
import { MARKET_PAGE } from '../wrongInput';

const LONGEST_CONSENT_CHARS = 5000;
const LONGEST_PAGE_CHARS = 2000;
const LONGEST_CONSENT = 'A consent text has at most 5,000 characters.';
const SHORTEST_CONSENT = `This is too short to say who may do what: give at least ${LEAST_CONSENT.words} words and ${LEAST_CONSENT.letters} letters.`;
/** Clocks of computers differ. */
const CLOCK_SKEW_MS = 5 * MINUTE;

const shape = z.object({
  temperature: z.enum(['COLD', 'WARM', 'HOT']).nullish(),
  contactKind: z.enum(['QUICK', 'REGISTRATION', 'PROMO', 'INTERESTED']).nullish(),
  channel: z.string().nullish(),
  type: z.enum(['SEED', 'NET', 'SPEAR']).nullish(),
  consentText: z
    .string()
    .trim()
    .max(LONGEST_CONSENT_CHARS, LONGEST_CONSENT)
    .refine((text) => text === '' || saysSomething(text, LEAST_CONSENT), SHORTEST_CONSENT)
    .refine((text) => denialIn(text) !== 'NO', DENYING_TEXT)
    .nullish(),
  consentPage: z
    .string()
    .trim()
    .max(LONGEST_PAGE_CHARS)
    .refine(
      (page) => page === '' || isWebAddress(page),
      'Give the address of the page, such as https://example.com/form.',
    )
    .refine((page) => page === '' || !isMarketPage(page), MARKET_PAGE)
    .nullish(),
  consentMethod: z.string().nullish(),
  consentAt: z
    .date()
    .refine((at) => at <= after(now(), CLOCK_SKEW_MS), 'This lies in the future: nobody has agreed then.')
    .nullish(),
});

const isWebAddress = (text: string): boolean => /^https?:/i.test(text) && isWebPage(text);

/** What holds for rows that say nothing themselves; refuses what is certain to prove no consent, at its field. */
export function readDefaults(input: unknown): BatchDefaults {
  return Object.fromEntries(
    Object.entries(readInput(shape, input ?? {}, ['defaults'])).filter(
      ([, value]) => value !== null && value !== undefined && value !== '',
    ),
  );
}
