import { parse } from 'tldts';

const MARKET = 'leadbourse';

/** Letters and digits of Latin look, by the small Cyrillic and Greek ones that look like them, small or capital. */
const LOOKS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['a', 'аα'],
      ['b', 'вβ'],
      ['c', 'сϲ'],
      ['e', 'еεё'],
      ['h', 'нηһ'],
      ['i', 'іιı'],
      ['j', 'ј'],
      ['k', 'кκ'],
      ['l', '1ӏ'],
      ['m', 'мμ'],
      ['n', 'ν'],
      ['o', '0оοօ'],
      ['p', 'рρ'],
      ['s', 'ѕ'],
      ['t', 'тτ'],
      ['u', 'սυ'],
      ['x', 'хχ'],
      ['y', 'у'],
      ['z', 'ζ'],
    ] as const
  ).flatMap(([latin, letters]) => [...letters].map((letter): [string, string] => [letter, latin])),
);

/** What a name looks like to who reads it in passing: letters alone, whatever their case, accents, script and gaps. */
export const lookOf = (name: string): string =>
  [...name.normalize('NFKD').toLowerCase()]
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .map((letter) => LOOKS.get(letter) ?? letter)
    .join('');

/** As many digits as no number of a house, a year or a service has, with what people write between those of a phone. */
const PHONE = /\p{Nd}(?:[\s().+/–-]*\p{Nd}){6,}/u;

/** A scheme, `www.`, a mailbox. */
const LINK = /:\/\/|(?<![\p{L}\p{N}])www\.|\S@\S/iu;

/** Legal forms that are endings of the web as well: "Co.Ltd" is no address. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(['ltd', 'inc', 'llc', 'gmbh', 'limited', 'company', 'kg']);

/** Programs that show a message make a link of a name of the web, too. */
const isAddress = (word: string): boolean => {
  const { isIcann, domain, publicSuffix } = parse(word.replace(/^\P{L}+|[^\p{L}\p{N}]+$/gu, '').toLowerCase());
  return isIcann === true && domain !== null && !LEGAL_FORMS.has(publicSuffix ?? '');
};

/**
 * What is wrong with a name that people are told by messages of the market; null where nothing is. What it says is the
 * organisation's matter, but it leads nobody anywhere and is not taken for the market.
 */
export function wrongTradeName(name: string): string | null {
  if (/[<>{}]/.test(name)) return 'A trading name has no markup in it. Give the name as people read it.';
  if (LINK.test(name) || name.split(/\s+/).some(isAddress))
    return 'A trading name has no address of the web or mailbox in it. Give the name alone, such as Booking for booking.com.';
  if (PHONE.test(name)) return 'A trading name has no phone number in it. Give the name alone.';
  if (lookOf(name).includes(MARKET)) return 'This is the name of the market itself. Give the name of your own firm.';
  return null;
}
