import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { fictionLine } from './fiction';
import { finding, type Finding } from './signals';

export type Line = 'MOBILE' | 'LANDLINE';

export interface PhoneVerdict {
  /** The number in E.164 when it can exist; null when there is none or it cannot. */
  e164: string | null;
  line: Line | null;
  /** Of a number behind a switchboard: what to dial then. */
  extension?: string;
  /** ISO 3166-1 alpha-2 of the number's own country; null for numbers of no country. */
  country: string | null;
  findings: Finding[];
}

const NOTHING: PhoneVerdict = { e164: null, line: null, country: null, findings: [] };
const PLACEHOLDER = /^(?:[-–—.?/\\_]+|n\/?a|none|null|nil|undefined|unknown|no ?phone)$/i;
const TRIAL = /^<?test lead\b/i;

/** Kinds of line that never reach a person. */
const NOT_PERSONAL: Readonly<Record<string, string>> = {
  PREMIUM_RATE: 'premium-rate number',
  TOLL_FREE: 'free-call number of a company',
  SHARED_COST: 'shared-cost number of a company',
  UAN: 'company number',
  PAGER: 'pager',
  VOICEMAIL: 'voice mailbox',
};

/** Kinds that ring in a house or a firm; the rest is counted as mobile, North America's "one of both" too. */
const LANDLINES: ReadonlySet<string> = new Set(['LANDLINE', 'FIXED_LINE', ...Object.keys(NOT_PERSONAL)]);

/** Prefixes that people still write though their country has given them up: 8 for long distance. */
const OLD_TRUNK_PREFIX: Readonly<Record<string, string>> = { AM: '8', UZ: '8' };

const LENGTH_WORDS: Readonly<Record<string, string>> = {
  TOO_SHORT: 'it is too short',
  TOO_LONG: 'it is too long',
  INVALID_COUNTRY: 'no country has this code',
  NOT_A_NUMBER: 'it is not a number',
  INVALID_LENGTH: 'no number there has this length',
};

const regionNames = new Intl.DisplayNames(['en'], { type: 'region' });

/** The English name of a country code; "no country" for numbers of none. */
const countryName = (code: string | null | undefined): string => (code ? (regionNames.of(code) ?? code) : 'no country');

/**
 * Reads a phone number as people, forms and exports write it, by the numbering plan of the lead's country:
 * international with `+` or `00`, national with or without trunk prefix, with an export's `p:` in front.
 * `fallbackCountry` (the batch's) is tried where the lead's own country has no such number.
 */
export function checkPhone(text: string | undefined, country: string, fallbackCountry = country): PhoneVerdict {
  const written = (text ?? '').trim().replace(/^(?:p|tel|phone):\s*/i, '');
  if (written === '' || PLACEHOLDER.test(written)) return NOTHING;
  if (TRIAL.test(written)) return { ...NOTHING, findings: [finding('TEST_LEAD')] };
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(written)) return { ...NOTHING, findings: [finding('PHONE_DAMAGED')] };
  const number =
    readNumber(written, country) ?? (fallbackCountry === country ? null : readNumber(written, fallbackCountry));
  if (!number) return impossible(written, country);
  const verdict = judge(number, country);
  return isSeveral(written) ? { ...verdict, findings: [...verdict.findings, finding('PHONE_SEVERAL')] } : verdict;
}

interface ReadNumber {
  number: PhoneNumber;
  /** libphonenumber's kind of line, or the kind of a number reserved for fiction. */
  type: string;
  isFiction: boolean;
}

/** What stands between the signs and words by which people part numbers. */
const partsOf = (written: string): string[] =>
  written.split(/\s*(?:[;,|/&]|\b(?:or|and|au|na|vagy|η|ή|և|или|yoki)\b)\s*/u);

/** Two numbers of full length; a slash behind an area code parts none. */
const isSeveral = (written: string): boolean =>
  partsOf(written).filter((part) => part.replace(/\D/g, '').length >= LEAST_DIGITS).length > 1;

/** Shorter ones reach nobody without an area code. */
const LEAST_DIGITS = 7;

/** The first of several readings that can exist: as written, the first of two numbers, `00` for `+`, an old prefix. */
function readNumber(written: string, country: string): ReadNumber | null {
  const whole = written.replace(/\.0$/, '');
  const [first = '', ...others] = partsOf(whole);
  const digits = first.replace(/[^\d+]/g, '');
  const readings = [whole, first];
  if (digits.startsWith('00')) readings.push(`+${digits.slice(2)}`);
  const trunk = OLD_TRUNK_PREFIX[country];
  if (trunk && digits.startsWith(trunk)) readings.push(digits.slice(trunk.length));
  for (const reading of new Set([...readings, ...others])) {
    const existing = existingNumber(reading, country);
    if (existing) return existing;
  }
  return null;
}

function existingNumber(text: string, country: string): ReadNumber | null {
  const number = parsePhoneNumberFromString(text, country as CountryCode);
  if (!number) return null;
  const fiction = fictionLine(number.number, number.countryCallingCode);
  // A number of the plan has a type, and one that is not of it has none: asking once does for both.
  const type = fiction ?? number.getType();
  return type === undefined ? null : { number, type, isFiction: fiction !== null };
}

function impossible(written: string, country: string): PhoneVerdict {
  const number = parsePhoneNumberFromString(written, country as CountryCode);
  const place = countryName(number?.country ?? country);
  const problem = validatePhoneNumberLength(written, country as CountryCode);
  const why = problem ? LENGTH_WORDS[problem] : 'no number there begins like this';
  return { ...NOTHING, findings: [finding('PHONE_IMPOSSIBLE', { place, why: why ?? 'it is not a number' })] };
}

function judge({ number, type, isFiction }: ReadNumber, leadCountry: string): PhoneVerdict {
  const findings: Finding[] = [];
  const national = number.nationalNumber;
  if (isFiction) findings.push(finding('PHONE_FICTION'));
  else if (/^(\d)\1*$/.test(national.slice(1)) || /(\d)\1{6,}$/.test(national))
    findings.push(finding('PHONE_SAME_DIGITS'));
  else if (isSequence(number)) findings.push(finding('PHONE_SEQUENCE'));
  const notPersonal = NOT_PERSONAL[type];
  if (notPersonal) findings.push(finding('PHONE_NOT_PERSONAL', { line: notPersonal }));
  if (type === 'VOIP') findings.push(finding('PHONE_VOIP'));
  const country = number.country ?? number.getPossibleCountries()[0] ?? null;
  if (number.countryCallingCode !== callingCodeOf(leadCountry)) {
    findings.push(finding('PHONE_OTHER_COUNTRY', { place: countryName(country), region: countryName(leadCountry) }));
  }
  return {
    e164: number.number,
    line: LANDLINES.has(type) ? 'LANDLINE' : 'MOBILE',
    ...(number.ext === undefined ? {} : { extension: number.ext }),
    country,
    findings,
  };
}

/** Countries of one calling code share their numbers (North America): a number does not tell between them. */
const callingCodeOf = (country: string): string | null =>
  isSupportedCountry(country) ? getCountryCallingCode(country) : null;

/** Fewer digits count by chance. */
const LEAST_COUNTING = 6;

const countsUpOrDown = (digits: string): boolean =>
  '01234567890123456789'.includes(digits) || '98765432109876543210'.includes(digits);

/**
 * The last eight digits count up or down by one, or all those that stand behind the code of an area or a network: 10
 * 123456, 71 123 45 67.
 */
function isSequence(number: PhoneNumber): boolean {
  const { nationalNumber: national } = number;
  if (!countsUpOrDown(national.slice(-LEAST_COUNTING))) return false;
  if (national.length >= 8 && countsUpOrDown(national.slice(-8))) return true;
  const [, ...groups] = number
    .formatInternational()
    .replace(/^\+\d+\s/, '')
    .split(/[^\d]+/);
  const subscriber = groups.join('');
  return subscriber.length >= LEAST_COUNTING && countsUpOrDown(subscriber);
}
