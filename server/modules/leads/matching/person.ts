import { mailboxOf } from '../checks/mailbox';
import { latinWords, soundOf } from './latin';
import { withPlainMarks } from './marks';

/** What two people are compared by, as written; what is not known is left out. */
export interface PersonFields {
  given?: string;
  family?: string;
  /** The whole name where it is not known which part is which. */
  name?: string;
  /** Any form with the year first or last; day before month where the year is last. */
  birth?: string;
  year?: string;
  city?: string;
  region?: string;
  postcode?: string;
  street?: string;
  number?: string;
  phone?: string;
  email?: string;
  nationalId?: string;
}

/** One part of a name. */
export interface NamePart {
  role: 'GIVEN' | 'FAMILY' | null;
  /** In small Latin letters, without spaces. */
  word: string;
  sound: string;
}

export interface Birth {
  year: string;
  /** Both null where only the year is known. */
  month: string | null;
  day: string | null;
}

export interface Place {
  word: string;
  sound: string;
}

/** A person as the comparison reads it: everything in small Latin letters and digits. */
export interface Person {
  names: NamePart[];
  birth: Birth | null;
  city: Place | null;
  region: Place | null;
  postcode: string | null;
  street: Place | null;
  number: string | null;
  /** The digits, at most the last nine: country and trunk codes are written or not. */
  phone: string | null;
  /** `local` is the part before the @ without dots and tags; `mailbox` is the whole address of what is reached. */
  email: { local: string; letters: string; digits: string; domain: string; mailbox: string } | null;
  nationalId: string | null;
}

export function readPerson(fields: PersonFields): Person {
  return {
    names: readNames(fields),
    birth: readBirth(fields),
    city: placeOf(fields.city),
    region: placeOf(fields.region),
    postcode: wordOf(fields.postcode),
    street: placeOf(fields.street),
    number: wordOf(fields.number),
    phone: readPhone(fields.phone),
    email: readEmail(fields.email),
    nationalId: wordOf(fields.nationalId),
  };
}

const wordOf = (text: string | undefined): string | null => latinWords(text ?? '').join('') || null;

function readNames({ given, family, name }: PersonFields): NamePart[] {
  const part = (role: NamePart['role'], word: string): NamePart => ({ role, word, sound: soundOf(word) });
  const told = [part('GIVEN', wordOf(given) ?? ''), part('FAMILY', wordOf(family) ?? '')].filter(({ word }) => word);
  return told.length > 0 ? told : latinWords(withPlainMarks(inOrder(name ?? ''))).map((word) => part(null, word));
}

/** Said, Juma is Juma Said: the comma tells which is the family's. What follows may be a mark as well: Smith, Jr. */
const inOrder = (name: string): string => name.replace(/^([^,]{2,}),\s*([^,.]{3,})$/u, '$2 $1');

function placeOf(text: string | undefined): Place | null {
  const words = latinWords(text ?? '');
  return words.length === 0 ? null : { word: words.join(''), sound: words.map(soundOf).join('') };
}

const two = (number: string): string => number.padStart(2, '0');

function readBirth({ birth, year }: PersonFields): Birth | null {
  const groups = (birth ?? '').match(/\d+/g) ?? [];
  const whole = groups.length === 1 && groups[0].length === 8 ? groups[0] : null;
  if (whole) return { year: whole.slice(0, 4), month: whole.slice(4, 6), day: whole.slice(6) };
  const [first, second, third] = groups;
  if (first?.length === 4 && second && third) return { year: first, month: two(second), day: two(third.slice(0, 2)) };
  if (first && second && third?.length === 4) return { year: third, month: two(second), day: two(first) };
  const only = /\d{4}/.exec(year ?? birth ?? '')?.[0];
  return only ? { year: only, month: null, day: null } : null;
}

const PHONE_DIGITS = 9;

function readPhone(phone: string | undefined): string | null {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length < 5 ? null : digits.slice(-PHONE_DIGITS);
}

function readEmail(email: string | undefined): Person['email'] {
  const [, before, domain] = /^(.+)@([^@]+)$/.exec((email ?? '').trim().toLowerCase()) ?? [];
  if (!before || !domain) return null;
  const local = wordOf(before.replace(/\+.*$/, '')) ?? before;
  const mailbox = mailboxOf(`${before}@${domain}`);
  return { local, letters: local.replace(/\d/g, ''), digits: local.replace(/\D/g, ''), domain, mailbox };
}
