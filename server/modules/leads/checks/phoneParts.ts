/** Shorter ones reach nobody without an area code. */
const LEAST_DIGITS = 7;
/** Of a number that begins neither with the 0 of its country nor with a plus. */
const LEAST_WHOLE_DIGITS = 9;

/** A remark such as "(Mobil)" or "[call after 5]"; brackets without a letter hold an area code. */
const REMARK = /\([^()]*\p{L}[^()]*\)|\[[^[\]]*\p{L}[^[\]]*\]/gu;

/**
 * A word of whatever language ("or", "oder", "ή", "este"): what stands before and behind it are numbers of their own. A
 * letter with a digit on both sides is a slip within one.
 */
const WORD = /(?<![\p{N}\p{L}])\p{L}[\p{L}\p{M}'’.]*(?:\s*:)?|\p{L}[\p{L}\p{M}'’.]*(?:\s*:)?(?![\p{N}\p{L}])/u;

const BETWEEN = new RegExp(`${REMARK.source}|${WORD.source}`, 'gu');

/** What parts numbers, and may stand behind an area code too; the clearer first. */
export const SIGNS = [/[;,|&\n]/, /\//] as const;

/** What parts groups, and numbers where the whole is none: before the beginning of one first. */
export const GAPS = [/[\s-]+(?=\(?[+0])/, /[\s-]+/] as const;

const digitsIn = (text: string): number => text.match(/\p{Nd}/gu)?.length ?? 0;

const beginsAnew = (part: string): boolean => /^[\s(]*[+0]/.test(part) || digitsIn(part) >= LEAST_WHOLE_DIGITS;

/** Those that may be numbers of their own: neither an area code nor what goes on with the part before it. */
const wholeOf = (parts: string[]): string[] =>
  parts
    .map((part) => part.trim())
    .filter((part) => digitsIn(part) > 0)
    .filter((part, place) => digitsIn(part) >= LEAST_DIGITS && (place === 0 || beginsAnew(part)));

/** What may be numbers between signs. */
export const partsBySign = (text: string, sign: RegExp): string[] => wholeOf(text.split(sign));

/** What may be numbers between the words, remarks in brackets left out. */
export const partsByWords = (text: string): string[] => wholeOf(text.split(BETWEEN));

/** What may be numbers in the remarks: "(Mobil 0171 2345613)". */
export const partsOfRemarks = (text: string): string[] =>
  (text.match(REMARK) ?? []).flatMap((remark) => partsByWords(remark.slice(1, -1)));
