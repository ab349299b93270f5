import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { fictionLine } from './fiction';
import { GAPS, partsBySign, partsByWords, partsOfRemarks, SIGNS } from './phoneParts';

/** Kinds of line that never reach a person. */
export const NOT_PERSONAL: Readonly<Record<string, string>> = {
  PREMIUM_RATE: 'premium-rate number',
  TOLL_FREE: 'free-call number of a company',
  SHARED_COST: 'shared-cost number of a company',
  UAN: 'company number',
  PAGER: 'pager',
  VOICEMAIL: 'voice mailbox',
};

/** Kinds that ring in a house or a firm; the rest is counted as mobile, North America's "one of both" too. */
export const LANDLINES: ReadonlySet<string> = new Set(['LANDLINE', 'FIXED_LINE', ...Object.keys(NOT_PERSONAL)]);

/** Prefixes that people still write though their country has none or has given them up: 8 for long distance. */
const OLD_TRUNK_PREFIXES: Readonly<Record<string, readonly string[]>> = { AM: ['8'], GR: ['0'], UZ: ['8', '0'] };

/** Countries of one calling code share their numbers (North America): a number does not tell between them. */
export const callingCodeOf = (country: string): string | null =>
  isSupportedCountry(country) ? getCountryCallingCode(country) : null;

export interface ReadNumber {
  number: PhoneNumber;
  /** libphonenumber's kind of line, or the kind of a number reserved for fiction. */
  type: string;
  isFiction: boolean;
}

interface ReadField {
  read: ReadNumber;
  /** Whether another number stands beside it, also one that cannot exist. */
  isSeveral: boolean;
  /** Those of them that can, in E.164. */
  others: string[];
}

/** Longer ones are texts. */
const LONGEST_CHARS = 200;

/** A number that a spreadsheet took for an amount: 254722318906.00; dots between groups are none of it. */
const AS_AMOUNT = /^(\D*\d[\d ]*)[.,]0{1,2}$/;

/** The number of a field: all of it, else the first between its words and signs that can exist. */
export function readNumber(written: string, country: string): ReadField | null {
  const whole = written.replace(AS_AMOUNT, '$1');
  if (whole.length > LONGEST_CHARS) return null;
  const [first, ...others] = numbersIn(whole, country);
  if (others.length === 0 && first === whole) {
    const read = readOne(whole, country);
    if (read) return { read, isSeveral: false, others: [] };
  }
  const parts = partsByWords(whole)
    .flatMap((part) => numbersIn(part, country))
    .map((part) => readOne(part, country));
  const all = [...parts, ...partsOfRemarks(whole).flatMap((part) => readOne(part, country) ?? [])];
  const read = all.find((part) => part !== null);
  if (read) {
    const own = read.number.number;
    const others = all.flatMap((part) => (part && part.number.number !== own ? [String(part.number.number)] : []));
    return { read, isSeveral: all.some((part) => part?.number.number !== own), others: [...new Set(others)] };
  }
  // Commas between the groups of one number.
  const joined = parts.length > 1 || /[^\d\s,]/.test(whole) ? null : readOne(whole.replace(/\D/g, ''), country);
  return joined && { read: joined, isSeveral: false, others: [] };
}

/** A text as the numbers that its signs part; itself where it is one, or where nothing in it may be one. */
function numbersIn(text: string, country: string): string[] {
  const isOne = readOne(text, country) !== null;
  for (const sign of isOne ? SIGNS : [...SIGNS, ...GAPS]) {
    if (!sign.test(text)) continue;
    const parts = partsBySign(text, sign);
    const canExist = parts.filter((part) => readOne(part, country) !== null);
    // A slash behind an area code parts none.
    const areApart = canExist.length > 1 && canExist[0] === parts[0];
    const isAmong = !isOne && canExist.length > 0 && !GAPS.some((gap) => gap === sign);
    if (areApart || isAmong) return parts.flatMap((part) => numbersIn(part, country));
  }
  return [text];
}

/** The first of several readings that can exist: by the country's own code, as written, `00` for `+`, an old prefix. */
export function readOne(written: string, country: string): ReadNumber | null {
  const text = withOnePlus(written);
  const digits = text.replace(/[^\d+]/g, '');
  const asWritten = existingNumber(text, country);
  if (asWritten && !LANDLINES.has(asWritten.type)) return asWritten;
  const read = asWritten
    ? (readOwnCode(text, digits, country) ?? { read: asWritten }).read
    : ((digits.startsWith('00') ? existingNumber(`+${digits.slice(2)}`, country) : null) ??
      readZeroBehindCode(text, country) ??
      readOldTrunk(digits, country) ??
      (RUSSIAN_HABITS.has(country) ? readAsInRussia(digits, country) : null) ??
      readMisbegun(digits, country));
  return read && (readCodeTwice(read, country) ?? read);
}

/** Of a number too long for a house, whose length is left open, the mobile phone behind a second code: +49 49 151 … */
function readCodeTwice({ number }: ReadNumber, country: string): ReadNumber | null {
  const { nationalNumber: national, countryCallingCode: code } = number;
  if (code !== callingCodeOf(country) || !national.startsWith(code) || national.length < LEAST_WITH_CODE) return null;
  const read = existingNumber(national.slice(code.length), country);
  return read && !LANDLINES.has(read.type) ? read : null;
}

/** Where people write long distance and Russia as Russians do. */
const RUSSIAN_HABITS: ReadonlySet<string> = new Set(['AM', 'UZ']);

/** The 0 of national numbers behind the code of a country that has none, or another one: +36-(0)20-…, +30-0694…. */
function readZeroBehindCode(text: string, country: string): ReadNumber | null {
  const number = parsePhoneNumberFromString(text.replace(/^\s*00/, '+'), country as CountryCode);
  if (!number?.nationalNumber.startsWith('0') || !/^[\s(]*(?:\+|00)/.test(text)) return null;
  return existingNumber(`+${number.countryCallingCode}${number.nationalNumber.replace(/^0+/, '')}`, country);
}

/** Without a plus that was typed twice. */
const withOnePlus = (text: string): string => text.replace(/^[\s(]*\+[\s+]*\+/, '+');

/** The codes of areas that Uzbekistan had until 2003, a 3 before those of today: 371 204 82 39 is 71 204 82 39. */
const OLD_AREA = /^[08]?3([67]\d{8})$/;

/** An old prefix before a national number, or behind the code of the country. */
function readOldTrunk(digits: string, country: string): ReadNumber | null {
  const national = digits.replace(new RegExp(`^(?:\\+|00)${callingCodeOf(country)}`), '');
  const ofOldArea = country === 'UZ' ? OLD_AREA.exec(national)?.[1] : undefined;
  if (ofOldArea !== undefined) return existingNumber(ofOldArea, country);
  const trunk = OLD_TRUNK_PREFIXES[country]?.find((prefix) => national.startsWith(prefix));
  return trunk === undefined ? null : existingNumber(national.slice(trunk.length), country);
}

/**
 * Numbers of Russia and Kazakhstan as their neighbours write them: 8 916 …, +8 916 … or 7 916 … for +7 916 …, and 8 10
 * before the code of any country. So many digits no number of the neighbours has.
 */
function readAsInRussia(digits: string, country: string): ReadNumber | null {
  const abroad = /^\+?[78](\d{10})$/.exec(digits)?.[1];
  if (abroad !== undefined) return existingNumber(`+7${abroad}`, country);
  const behindExit = /^810(\d{9,})$/.exec(digits)?.[1];
  return behindExit === undefined ? null : existingNumber(`+${behindExit}`, country);
}

/** What people write in front of the code of their country, where neither a plus nor 00 stands alone: +0254 …, +8 998 …, 06 36 … */
const BEFORE_CODE: Readonly<Record<string, string>> = { AM: '8', UZ: '8', HU: '06' };
/** No code of a country begins so. */
const PLUS_BEFORE_TRUNK: Readonly<Record<string, RegExp>> = { AM: /^\+[08]/, UZ: /^\+[08]/ };

/**
 * A national number behind its country's code written twice (+254 +254 …, +254 00254 …, as forms that add the code bring
 * it), behind zeros or a long distance's 8 before the code, or behind a plus alone (+0722 …): where the rest is a whole
 * number of the country, and the text is none in any other way.
 */
function readMisbegun(written: string, country: string): ReadNumber | null {
  const code = callingCodeOf(country);
  const digits = written.replace(/\D/g, '');
  if (code === null) return null;
  const before = `^(?:0{0,3}|011|${BEFORE_CODE[country] ?? '0'})${code}`;
  const rests = [`${before}0{0,2}${code}`, before]
    .map((beginning) => new RegExp(beginning).exec(digits)?.[0].length)
    .flatMap((length) => (length === undefined ? [] : [digits.slice(length)]));
  for (const rest of rests) {
    const read = existingNumber(rest, country) ?? readOldTrunk(rest, country);
    if (read) return read;
  }
  if (!(PLUS_BEFORE_TRUNK[country] ?? /^\+0/).test(written)) return null;
  return existingNumber(digits, country) ?? readOldTrunk(digits, country);
}

/** National numbers of houses have fewer digits, wherever their length is left open. */
const LEAST_WITH_CODE = 12;

/**
 * What a number is behind the code of its country where the plus is missing, as spreadsheets take it off: of a mobile
 * phone, or too long or too clearly parted for an area whose code begins alike (49 in Germany). Null where it may be
 * national; a reading of null where it can be neither.
 */
export function readOwnCode(text: string, digits: string, country: string): { read: ReadNumber | null } | null {
  const code = callingCodeOf(country);
  if (code === null || !digits.startsWith(code)) return null;
  const read = existingNumber(digits.slice(code.length), country);
  const isLong = digits.length >= LEAST_WITH_CODE;
  if (!read) return isLong ? { read } : null;
  const standsAlone = /^\D*(\d+)\D/.exec(text)?.[1] === code;
  return isLong || standsAlone || !LANDLINES.has(read.type) ? { read } : null;
}

function existingNumber(text: string, country: string): ReadNumber | null {
  const number = parsePhoneNumberFromString(text, country as CountryCode);
  if (!number) return null;
  const fiction = fictionLine(number.number, number.countryCallingCode);
  // A number of the plan has a type, and one that is not of it has none: asking once does for both.
  const type = fiction ?? number.getType();
  return type === undefined ? null : { number, type, isFiction: fiction !== null };
}
