/** How a cell's number is shown, as far as its text depends on it. */
export type NumberKind = 'PLAIN' | 'DATE' | 'TIME' | { zeros: number };

/** Built-in formats that show dates and times (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47]);

/** What a number format makes of a number: a date where its code shows days or years, a time where only hours. */
export function numberKind(formatId: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (BUILT_IN_DATES.has(formatId)) return 'DATE';
    return BUILT_IN_TIMES.has(formatId) ? 'TIME' : 'PLAIN';
  }
  // Literal text, escapes, colours, conditions and locales say nothing of the kind; only the first section counts.
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]!;
  if (/^0{2,}$/.test(bare)) return { zeros: bare.length };
  if (/general/i.test(bare)) return 'PLAIN';
  if (/[yd]/i.test(bare)) return 'DATE';
  if (/[hs]/i.test(bare)) return 'TIME';
  return /m/i.test(bare) && !/[0#?]/.test(bare) ? 'DATE' : 'PLAIN';
}

const DAY_MS = 86_400_000;
/** Serial day 0 of the two date systems; Excel's own counts a 29 February 1900 that never was, hence 30 December. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** A stored number as the text a person would have typed: no exponent, no float noise, dates as ISO 8601. */
export function numberText(raw: string, kind: NumberKind, is1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (kind === 'DATE' || kind === 'TIME') return dateText(value, kind, is1904) ?? plainNumber(raw, value);
  const text = plainNumber(raw, value);
  return typeof kind === 'object' && /^\d+$/.test(text) ? text.padStart(kind.zeros, '0') : text;
}

function plainNumber(raw: string, value: number): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw;
  // Excel keeps 15 significant digits; the rest of a double is noise (0.1 + 0.2). Long digit runs are kept as written.
  if (/^-?\d+$/.test(raw)) return raw;
  const rounded = Number(value.toPrecision(15));
  if (Number.isInteger(rounded)) return BigInt(rounded).toString();
  const text = String(rounded);
  return text.includes('e') ? rounded.toFixed(20).replace(/0+$/, '') : text;
}

function dateText(serial: number, kind: 'DATE' | 'TIME', is1904: boolean): string | null {
  if (serial < 0 || serial > 2_958_466) return null;
  const shifted = !is1904 && serial < 60 ? serial + 1 : serial;
  const ms = Math.round((shifted * DAY_MS) / 1000) * 1000;
  const iso = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + ms).toISOString();
  const time = iso.slice(11, 19);
  if (kind === 'TIME' && serial < 1) return time;
  return time === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)}T${time}`;
}

/** Undoes the workbook's escapes of control characters: `_x000D_` is a carriage return. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
