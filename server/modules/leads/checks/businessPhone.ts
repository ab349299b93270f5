import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { type ReadNumber, readNumber } from './phoneReading';

/** Lines that no call is put through to: they cost whoever calls more than a call, or nobody answers there. */
const NOT_TO_CALL: Readonly<Record<string, string>> = {
  PREMIUM_RATE: 'This is a premium-rate number. Give the phone that you answer.',
  SHARED_COST: 'This number costs whoever calls it. Give the phone that you answer.',
  PERSONAL_NUMBER:
    'This is a personal number, which costs whoever calls it and leads anywhere. Give the phone that you answer.',
  PAGER: 'This is a pager. Give the phone that you answer.',
  VOICEMAIL: 'This is a voice mailbox. Give the phone that you answer.',
};

type Judged = { e164: string } | { fault: string };

/** Where the market puts calls through to: phones of the countries that it serves, ISO 3166-1 alpha-2. */
interface Reach {
  served: readonly string[];
  /** Whether numbers that are kept for films are phones here. */
  allowsFiction: boolean;
}

/**
 * The phone of a business as it is written in a country, in E.164, or why calls cannot be put through to it. Free-call
 * numbers of companies are fine; short numbers and emergency services are no numbers of any plan.
 */
export function businessPhone(written: string, country: string, reach: Reach): Judged {
  const text = written.trim();
  if (text === '') return { fault: 'Give the phone that calls are put through to.' };
  const field = readNumber(text, country);
  if (!field) return { fault: 'No phone has this number. Write it with its country: +254 20 …' };
  if (field.isSeveral) return { fault: 'Give one number.' };
  return judged(field.read, reach);
}

function judged({ number, type, isFiction }: ReadNumber, { served, allowsFiction }: Reach): Judged {
  const fault = NOT_TO_CALL[type];
  if (fault) return { fault };
  const own = number.country ? statesOf(number.country) : countriesOfPhone(number.number);
  // Satellites, networks of no country and free-call numbers of all of them.
  if (own.length === 0)
    return { fault: 'This number is of no country, as those of satellites are. Give the phone that you answer.' };
  // The market bears the line: some countries let a call cost many times what it is worth, and share the code +1 too.
  if (!own.some((one) => served.includes(one))) {
    const [country, countries] = [nameOf(own[0]!), served.map(nameOf).join(', ')];
    return { fault: `This number is of ${country}. Calls are put through to phones of: ${countries}.` };
  }
  if (number.ext) return { fault: 'Give a number that is answered without an extension.' };
  if (isFiction && !allowsFiction)
    return { fault: 'This number is reserved for films and books: nobody answers. Give the phone that you answer.' };
  return { e164: number.number };
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' });
const nameOf = (code: string): string => countryNames.of(code) ?? code;

/** The country of a number in E.164, ISO 3166-1 alpha-2; null where it is of none. */
export const countryOfPhone = (e164: string): string | null => {
  const number = parsePhoneNumberFromString(e164);
  return number?.country ?? number?.getPossibleCountries()[0] ?? null;
};

/** Codes whose numbers are shared out among several states; those of all other shared codes are one plan of one state. */
const DIVIDED_CODES = new Set(['1', '7']);
/** Its people keep their numbers all over the country that it belongs to. */
const OF_THE_STATES: readonly string[] = ['AS', 'GU', 'MP', 'PR', 'VI'];

/**
 * All countries whose number one in E.164 may be, ISO 3166-1 alpha-2; none where it is of no country. The islands of +44
 * have numbers of the British plan and the Vatican those of Rome, so such a number is of each; of +1 and +7 the digits
 * tell the state, as long as the plan knows them and they are no free-call number.
 */
export function countriesOfPhone(e164: string): string[] {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return [];
  const { country, countryCallingCode: code } = number;
  const ofCode = getCountries().filter((one) => getCountryCallingCode(one) === code);
  if (!DIVIDED_CODES.has(code) || number.getType() === 'TOLL_FREE') return ofCode;
  const told = country ? [country] : number.getPossibleCountries();
  return told.length === 0 ? ofCode : told.flatMap(statesOf);
}

const statesOf = (country: string): string[] => (OF_THE_STATES.includes(country) ? [country, 'US'] : [country]);

/** A number in E.164 as people write it. */
export const phoneAsWritten = (e164: string): string => parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;

/** A number in E.164 with its middle hidden: the country's code and the last three digits are left. */
export function maskedPhone(e164: string): string {
  const country = countryOfPhone(e164);
  const code = country && isSupportedCountry(country) ? getCountryCallingCode(country) : e164.slice(1, 2);
  const rest = e164.slice(1 + code.length);
  return `+${code} ${'•'.repeat(Math.max(rest.length - 3, 3))}${rest.slice(-3)}`;
}
