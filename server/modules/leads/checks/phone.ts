import { parsePhoneNumberFromString, validatePhoneNumberLength, type CountryCode } from 'libphonenumber-js/max';
import { lacksAreaCode, readLocal } from './localPhone';
import { partsByWords } from './phoneParts';
import {
  callingCodeOf,
  LANDLINES,
  NOT_PERSONAL,
  readNumber,
  type ReadNumber,
  readOne,
  readOwnCode,
} from './phoneReading';
import { checkRun } from './phoneRun';
import { saysNone } from './saysNone';
import { finding, type Finding } from './signals';

export type Line = 'MOBILE' | 'LANDLINE';

export interface PhoneVerdict {
  /** The number in E.164 when it can exist; null when there is none or it cannot. */
  e164: string | null;
  line: Line | null;
  /** Of a number behind a switchboard: what to dial then. */
  extension?: string;
  /** What else stands in the field, in E.164. */
  others: readonly string[];
  /** ISO 3166-1 alpha-2 of the number's own country; null for numbers of no country. */
  country: string | null;
  findings: Finding[];
}

const NOTHING: PhoneVerdict = { e164: null, line: null, others: [], country: null, findings: [] };
const TRIAL = /^<?test lead\b/i;

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
 * `fallbackCountry` (the batch's) is tried where the lead's own country has no such number. `areaCode` is that of the lead's
 * city, where it has one alone.
 */
export function checkPhone(
  text: string | undefined,
  country: string,
  fallbackCountry = country,
  areaCode: string | null = null,
): PhoneVerdict {
  const written = (text ?? '').trim().replace(/^(?:p|tel|phone):\s*/i, '');
  if (written === '' || saysNone(written)) return NOTHING;
  if (TRIAL.test(written)) return { ...NOTHING, findings: [finding('TEST_LEAD')] };
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(written)) return { ...NOTHING, findings: [finding('PHONE_DAMAGED')] };
  const number =
    readNumber(written, country) ?? (fallbackCountry === country ? null : readNumber(written, fallbackCountry));
  const isLocal = number !== null && lacksAreaCode(written, country, number.read);
  const local = areaCode !== null && (isLocal || !number) ? readLocal(written, country, areaCode) : null;
  if (local) return withFinding(judge(local, country), finding('PHONE_AREA_ADDED'));
  if (!number) return impossible(written, country);
  const verdict = judge(number.read, country);
  if (isLocal) return withFinding(verdict, finding('PHONE_NO_AREA_CODE'));
  return number.isSeveral ? { ...withFinding(verdict, finding('PHONE_SEVERAL')), others: number.others } : verdict;
}

const withFinding = (verdict: PhoneVerdict, found: Finding): PhoneVerdict => ({
  ...verdict,
  findings: [...verdict.findings, found],
});

function impossible(written: string, country: string): PhoneVerdict {
  const parts = partsByWords(written);
  const part = withPlus(parts.length === 1 ? parts[0]! : written, country);
  const number = parsePhoneNumberFromString(part, country as CountryCode);
  const place = countryName(number?.country ?? country);
  const slip = northAmerican(part, country);
  if (slip !== null) return { ...NOTHING, findings: [finding('PHONE_IMPOSSIBLE', { place, why: slip })] };
  const problem = validatePhoneNumberLength(part, country as CountryCode);
  const why = problem ? LENGTH_WORDS[problem] : (LENGTH_WORDS[lengthSlip(part, country) ?? ''] ?? BEGINS_WRONG);
  return { ...NOTHING, findings: [finding('PHONE_IMPOSSIBLE', { place, why: why ?? 'it is not a number' })] };
}

/** A number too long to be national that begins with the country's own code, with the plus that it lacks. */
function withPlus(text: string, country: string): string {
  const digits = text.replace(/[^\d+]/g, '');
  return readOwnCode(text, digits, country)?.read === null ? `+${digits}` : text;
}

const BEGINS_WRONG = 'no number there begins like this';

/** Of ten digits in North America, where that is never too short nor too long: a 1 in front is taken for the country's. */
function northAmerican(text: string, country: string): string | null {
  const digits = text.replace(/[^\d+]/g, '');
  if (!digits.startsWith('+1') && (digits.startsWith('+') || callingCodeOf(country) !== '1')) return null;
  const ten = /^(?:\+?1)?(\d{10})$/.exec(digits)?.[1];
  if (ten === undefined) return null;
  return /^[01]/.test(ten) ? 'no area code there begins with 0 or 1' : BEGINS_WRONG;
}

/** So many digits are lost or doubled; what differs by more is another number. */
const SLIPS = [1, 2];

/**
 * Whether it would be a number with a digit or two more, or fewer: a plan has numbers of several lengths, so that one which
 * is too short for a mobile phone may have the length of a house's.
 */
function lengthSlip(text: string, country: string): 'TOO_SHORT' | 'TOO_LONG' | null {
  const digits = text.replace(/[^\d+]/g, '');
  const isPersons = (reading: string): boolean => {
    const read = readOne(reading, country);
    return read !== null && NOT_PERSONAL[read.type] === undefined;
  };
  for (const count of SLIPS) {
    const isShort = ['0', '5', '9'].some((digit) => isPersons(digits + digit.repeat(count)));
    const isLong = isPersons(digits.slice(0, -count));
    if (isShort !== isLong) return isShort ? 'TOO_SHORT' : 'TOO_LONG';
  }
  return null;
}

function judge({ number, type, isFiction }: ReadNumber, leadCountry: string): PhoneVerdict {
  const findings: Finding[] = [];
  const national = number.nationalNumber;
  if (isFiction) findings.push(finding('PHONE_FICTION'));
  else if (/^(\d)\1*$/.test(national.slice(1)) || /(\d)\1{6,}$/.test(national))
    findings.push(finding('PHONE_SAME_DIGITS'));
  else findings.push(...checkRun(number));
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
    others: [],
    ...(number.ext === undefined ? {} : { extension: number.ext }),
    country,
    findings,
  };
}
