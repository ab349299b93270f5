import { findRegion } from '../../catalog';
import { type Contact } from '../judgeRow';
import { saysNoName } from '../checks/names/placeholder';
import { plainWords } from '../checks/names/wordSet';
import { type Person, readPerson } from '../matching/person';

/** What in a contact's details is the town, and what the day or the year of birth. */
const CITY = 'City';
const BIRTH = /\b(?:birth|born)/i;

/** The person of a contact, as far as it tells who that is. */
export function personOf({ name, phone, email, details }: Contact): Person {
  const city = details.find(({ label }) => label === CITY)?.value;
  const birth = details.find(({ label }) => BIRTH.test(label))?.value;
  return readPerson({
    // Two who gave no name have none in common.
    name: saysNoName(plainWords(name)) ? '' : name,
    ...(phone === null ? {} : { phone }),
    ...(email === null ? {} : { email }),
    ...(city === undefined ? {} : { city: townOf(city) }),
    ...(birth === undefined ? {} : { birth }),
  });
}

/** The words of names in Latin letters, in no order: what is spelt alike in any script is one name. */
export const wordsOfNames = (names: Person['names']): string =>
  names
    .map(({ word }) => word)
    .sort()
    .join(' ');

/** A name alone, as a contact's is read. */
export const namesIn = (name: string): Person['names'] =>
  personOf({ name, phone: null, email: null, details: [] }).names;

export const nameWordsOf = (name: string): string => wordsOfNames(namesIn(name));

/** The town's name in the catalogue, so that Athens, Αθήνα and Athen are one. */
function townOf(written: string): string {
  const region = findRegion({ text: written });
  return region?.kind === 'CITY' ? region.name : written;
}
