import { callingCodeOf, LANDLINES, type ReadNumber, readOne } from './phoneReading';

/** The area codes of cities whose numbers people write without them, by the codes of regions; a city-state is its city. */
const AREA_OF: Readonly<Record<string, string>> = {
  'DE-BE': '30',
  'DE-BE-berlin': '30',
  'DE-HH': '40',
  'DE-HH-hamburg': '40',
  'DE-BY-munich': '89',
  'DE-BY-nuremberg': '911',
  'DE-HE-frankfurt-am-main': '69',
  'DE-NW-cologne': '221',
  'DE-NW-dusseldorf': '211',
  'DE-NW-essen': '201',
  'DE-NW-dortmund': '231',
  'DE-NW-duisburg': '203',
  'DE-NW-bochum': '234',
  'DE-BW-stuttgart': '711',
  'DE-HB-bremen': '421',
  'DE-NI-hanover': '511',
  'DE-SN-leipzig': '341',
  'DE-SN-dresden': '351',
  'KE-30-nairobi': '20',
  'TZ-02-dar-es-salaam': '22',
  'HU-BU': '1',
  'HU-BU-budapest': '1',
  'AM-ER': '10',
  'AM-ER-yerevan': '10',
  'UZ-TK': '71',
  'UZ-TK-tashkent': '71',
  'GB-ENG-london': '20',
};

/** The one area code of the numbers of a city; null of a place that has several, or whose code is not known. */
export const areaCodeOf = (regionCode: string | undefined): string | null => AREA_OF[regionCode ?? ''] ?? null;

/**
 * Where landlines have numbers of any length: so many digits without a 0 in front may be one of an area whose 0 was lost, but
 * are rather one of the person's own area without its code.
 */
const MOST_OF_LOCAL: Readonly<Record<string, number>> = { AT: 8, DE: 8, KE: 7 };
const LEAST_OF_LOCAL = 5;
const LONGEST_LOCAL = 8;

/** The digits of a number that is written without a code of any kind; null of all else. */
function localDigits(written: string): string | null {
  const digits = written.replace(/[\s./-]/g, '');
  return /^[1-9]\d*$/.test(digits) && digits.length >= LEAST_OF_LOCAL && digits.length <= LONGEST_LOCAL ? digits : null;
}

/** Whether a number that could be read lacks the code of its area. */
export const lacksAreaCode = (written: string, country: string, { type }: Pick<ReadNumber, 'type'>): boolean =>
  LANDLINES.has(type) && (localDigits(written)?.length ?? Infinity) <= (MOST_OF_LOCAL[country] ?? 0);

/** A number of the person's city that was written without the city's code; null where that makes none. */
export function readLocal(written: string, country: string, areaCode: string): ReadNumber | null {
  const digits = localDigits(written);
  const read = digits === null ? null : readOne(`+${callingCodeOf(country)}${areaCode}${digits}`, country);
  return read && (LANDLINES.has(read.type) || read.isFiction) ? read : null;
}
