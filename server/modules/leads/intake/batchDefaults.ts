import { z } from 'zod';
import { after, MINUTE, now } from '../../../platform/clock';
import { invalidInput } from '../../../platform/errors';
import { type BatchDefaults } from '../candidate';
import { LEAST_CONSENT, saysSomething } from '../checks/wording';

const LONGEST_CONSENT_CHARS = 5000;
const LONGEST_PAGE_CHARS = 2000;
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
    .max(LONGEST_CONSENT_CHARS)
    .refine((text) => text === '' || saysSomething(text, LEAST_CONSENT), 'Give the text whole: who may do what.')
    .nullish(),
  consentPage: z
    .string()
    .trim()
    .max(LONGEST_PAGE_CHARS)
    .refine(
      (page) => page === '' || isWebAddress(page),
      'Give the address of the page, such as https://example.com/form.',
    )
    .nullish(),
  consentMethod: z.string().nullish(),
  consentAt: z
    .date()
    .refine((at) => at <= after(now(), CLOCK_SKEW_MS), 'This lies in the future: nobody has agreed then.')
    .nullish(),
});

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && hostname.includes('.');
}

/** What holds for rows that say nothing themselves; refuses what is certain to prove no consent, at its field. */
export function readDefaults(input: unknown): BatchDefaults {
  const parsed = shape.safeParse(input ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw invalidInput(issue.message, ['defaults', ...issue.path.map(String)]);
  }
  return Object.fromEntries(
    Object.entries(parsed.data).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
}
