import { type ConsentTold } from '../checks/consent';
import { type Contact } from '../judgeRow';

const HIDDEN = '•••';

/** Digits at the end of a number by which it is known however it is written. */
const TAIL = 8;

const tailOf = (text: string): string => text.replace(/\D/g, '').slice(-TAIL);

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What stands between blanks and brackets: tried word by word, since one pattern for an address takes long texts long. */
const WORD = /[^\s<>()"'/?&=,;]+/g;
const withoutEmail = (word: string): string =>
  /@|%40/i.test(word) ? `${HIDDEN}${word.endsWith('.') ? '.' : ''}` : word;

const NUMBER = /\+?\d[\d\s().-]{5,}\d/g;
const SHORTEST_NAME_CHARS = 3;

/** The text without any e-mail address and without what names this person: phone and words of the name. */
export function withoutPerson(text: string, { name, phone }: Pick<Contact, 'name' | 'phone'>, flags = 'gu'): string {
  const words = name.split(/\s+/).filter((word) => word.length >= SHORTEST_NAME_CHARS);
  const tail = tailOf(phone ?? '');
  const isPhone = (digits: string): boolean => tail.length === TAIL && tailOf(digits) === tail;
  const bare = text.replace(WORD, withoutEmail).replace(NUMBER, (digits) => (isPhone(digits) ? HIDDEN : digits));
  if (words.length === 0) return bare;
  const anyWord = new RegExp(`(?<!\\p{L})(?:${words.map(quoted).join('|')})(?!\\p{L})`, flags);
  return bare.replace(anyWord, HIDDEN);
}

/** The page without query, fragment and login, in whose parts addresses and phones of visitors travel. */
export function openPage(page: string, contact: Contact): string {
  const isAddress = /^https?:/i.test(page);
  const bare = page.split(/[?#]/)[0]!.replace(/^(https?:\/\/)[^/@]*@/i, '$1');
  return bare
    .split('/')
    .map((part, place) => (place < 3 && isAddress ? part : withoutPerson(part, contact, 'giu')))
    .join('/');
}

/** Browsers name no persons, but whoever sends a request may write anything there. */
const openBrowser = ({ userAgent }: ConsentTold, contact: Contact): Pick<ConsentTold, 'userAgent'> =>
  userAgent ? { userAgent: withoutPerson(userAgent, contact, 'giu') } : {};

/** Under which name the whole text stands with the contact, where it names the person. */
export const WHOLE_TEXT = 'Text of the consent';

/**
 * A consent as it may lie open, and what of it is sealed with the contact. A text that was written for one row, such as
 * "I, Amina Odhiambo, agree …", is kept with the person left out; the text of a whole file names nobody.
 */
export function openConsent(
  consent: ConsentTold,
  contact: Contact,
  fileText: string | undefined,
): { open: ConsentTold; sealed: Contact['details'] } {
  const text = consent.text === fileText?.trim() ? consent.text : withoutPerson(consent.text, contact);
  const page = consent.page === null ? null : openPage(consent.page, contact);
  return {
    open: { ...consent, text, page, ...openBrowser(consent, contact) },
    sealed: text === consent.text ? [] : [{ label: WHOLE_TEXT, value: consent.text }],
  };
}
