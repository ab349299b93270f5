import { getDomain } from 'tldts';
import { z } from 'zod';
import { config } from '../../../config';
import { type InputProblem, invalidInputs } from '../../../platform/errors';
import { line, readInput, together, words } from '../../../platform/inputs';
import { regionTree } from '../../catalog';
import { denialIn, DENYING_TEXT } from '../checks/consentDenied';
import { LEAST_CONSENT, saysSomething } from '../checks/wording';
import { wrongCountry, wrongNiche } from '../wrongInput';
import { FIELD_USES, FORM_CONFIRMS, type FormSettings } from './model';
import { urlIn } from '../../../platform/urlIn';

const LONGEST_CONSENT_CHARS = 5000;
const MOST_RECIPIENTS = 10;
const MOST_ORIGINS = 20;

/** On one's own machine pages are tried without a certificate. */
const isOwnMachine = ({ hostname }: URL): boolean => /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);

/** All sites below one that somebody can own: before `com`, `co.uk` or `github.io` a star would be anybody's. */
const isWildcard = (hostname: string): boolean =>
  /^\*\.[^*]+$/.test(hostname) && getDomain(hostname.slice(2), { allowPrivateDomains: true }) !== null;

function webAddress(text: string): URL | null {
  const url = urlIn(text);
  if (!url) return null;
  const isSecure = url.protocol === 'https:' && url.hostname.includes('.');
  const isTrial = !config.isProduction && url.protocol === 'http:' && isOwnMachine(url);
  return (isSecure || isTrial) && url.username === '' && url.password === '' ? url : null;
}

const isPlainAddress = (text: string): boolean => webAddress(text)?.hostname.includes('*') === false;

function siteOf(text: string): string {
  const { hostname, origin: site } = webAddress(text) ?? { hostname: '', origin: '' };
  return hostname.includes('*') && !isWildcard(hostname) ? '' : site;
}

const origin = z
  .string()
  .max(300)
  .transform((text) => siteOf(text.trim()))
  .refine((text) => text !== '', 'Give the address of the site with https, such as https://www.example.com.');

const settings = z.object({
  name: line(2, 80, 'Give a name of 2 to 80 characters.'),
  nicheId: z.string(),
  country: z.string().transform((code) => code.toUpperCase()),
  regionId: z.string().nullish(),
  language: z
    .string()
    .max(35)
    .refine((tag) => /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/i.test(tag) && isLanguage(tag), 'Give a language such as el.'),
  heading: line(2, 120, 'Give a heading of 2 to 120 characters.'),
  introduction: words(0, 1000, 'At most 1,000 characters.'),
  consentText: words(1, LONGEST_CONSENT_CHARS, 'Give a consent text of at most 5,000 characters.')
    .refine(
      (text) => saysSomething(text, LEAST_CONSENT),
      `This is too short to say who may do what: give at least ${LEAST_CONSENT.words} words and ${LEAST_CONSENT.letters} letters.`,
    )
    .refine((text) => denialIn(text) !== 'NO', DENYING_TEXT),
  recipients: z
    .array(line(2, 120, 'Give the name of the recipient, 2 to 120 characters.'))
    .min(1, 'Name at least one who may use the request.')
    .max(MOST_RECIPIENTS, `Name at most ${MOST_RECIPIENTS}.`)
    .transform((names) => [...new Set(names)]),
  buttonText: line(0, 60, 'At most 60 characters.'),
  thanksText: words(0, 1000, 'At most 1,000 characters.'),
  redirectUrl: z
    .string()
    .max(2000, 'At most 2,000 characters.')
    .trim()
    .refine((text) => text === '' || isPlainAddress(text), 'Give an address with https.')
    .transform((text) => (text === '' ? null : new URL(text).href))
    .nullish(),
  origins: z
    .array(origin)
    .max(MOST_ORIGINS, `At most ${MOST_ORIGINS} sites.`)
    .transform((sites) => [...new Set(sites)]),
  phone: z.enum(FIELD_USES),
  email: z.enum(FIELD_USES),
  city: z.enum(FIELD_USES),
  confirms: z.enum(FORM_CONFIRMS),
});

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** What is looked at beside the catalogue and beside each other. */
const fitting = settings.pick({
  nicheId: true,
  country: true,
  regionId: true,
  phone: true,
  email: true,
  confirms: true,
});
type Fitting = z.output<typeof fitting>;

/** Settings as they are to be kept; refuses with a problem for each wrong field. */
export function readSettings(input: unknown): FormSettings {
  const [read] = together(
    () => readInput(settings, input),
    () => requireFitting(input),
  );
  return { ...read, regionId: read.regionId ?? null, redirectUrl: read.redirectUrl ?? null };
}

/** Refuses what only shows when fields are seen beside each other, or beside the catalogue. */
function requireFitting(input: unknown): void {
  const read = fitting.safeParse(input);
  const problems = read.success ? unfitting(read.data) : [];
  if (problems.length > 0) throw invalidInputs(problems);
}

function unfitting(form: Fitting): InputProblem[] {
  const told: [wrong: string | false | null, field: string][] = [
    [wrongNiche(form.nicheId), 'nicheId'],
    [wrongCountry(form.country), 'country'],
    [typeof form.regionId === 'string' && wrongRegion(form.regionId, form.country), 'regionId'],
    [form.phone === 'LEFT_OUT' && form.email === 'LEFT_OUT' && 'Ask for a phone number or an e-mail address.', 'phone'],
    [asks(form, 'EMAIL') && form.email === 'LEFT_OUT' && 'What is to be confirmed must be asked for.', 'confirms'],
    [asks(form, 'PHONE') && form.phone === 'LEFT_OUT' && 'What is to be confirmed must be asked for.', 'confirms'],
  ];
  return told.flatMap(([message, field]) => (message ? [{ message, path: [field] }] : []));
}

const wrongRegion = (regionId: string, country: string): string | false =>
  regionTree().byId(regionId)?.countryCode !== country && 'The region is not one of this country.';

/** Whether a form asks to confirm by that channel. */
export const asks = ({ confirms }: Pick<FormSettings, 'confirms'>, channel: 'EMAIL' | 'PHONE'): boolean =>
  confirms === channel || confirms === 'BOTH';
