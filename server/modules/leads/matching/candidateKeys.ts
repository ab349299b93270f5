import { skeletonOf } from './latin';
import { type Person } from './person';

/**
 * The keys by which a person is found among others: whoever shares one is compared. Each is of two things that seldom
 * agree by chance, and together they leave a slip in any one field to the others.
 */
export function candidateKeys(person: Person): string[] {
  const { names, birth, city, postcode, street, number, phone, email, nationalId } = person;
  const sounds = [...new Set(names.filter(({ word }) => word.length > 1).map(({ sound }) => skeletonOf(sound)))].sort();
  const keys: string[] = [];
  const add = (kind: string, ...parts: (string | null | undefined)[]): void => {
    if (parts.every(Boolean)) keys.push([kind, ...parts].join('|'));
  };
  const town = city && skeletonOf(city.sound);
  const born = birth?.day ? `${birth.year}${birth.month}${birth.day}` : null;
  sounds.forEach((first, place) =>
    sounds.slice(place + 1).forEach((second) => {
      add('names', first, second);
      add('names-town', first, second, town);
    }),
  );
  for (const sound of sounds) {
    add('name-town', sound, town);
    add('name-birth', sound, born);
    add('name-year', sound, birth?.year);
    add('name-day', sound, birth?.month, birth?.day);
    add('name-code', sound, postcode);
  }
  add('birth', born);
  for (const rest of withoutAChunk(phone)) add('phone', rest);
  add('mail', email?.local);
  add('mail-box', email?.letters.slice(0, 4), email?.domain);
  add('mail-end', email?.local.slice(-4), email?.domain);
  for (const rest of withoutAChunk(nationalId)) add('id', rest);
  add('street', street && skeletonOf(street.sound), number);
  add('street-code', street && skeletonOf(street.sound), postcode);
  return [...new Set(keys)];
}

const CHUNKS = 3;

/** A number three times, each time without another third: a slip in one place leaves one of them as it was. */
function withoutAChunk(number: string | null): string[] {
  if (number === null || number.length < 5) return [];
  const cut = (place: number): number => Math.round((number.length * place) / CHUNKS);
  return Array.from({ length: CHUNKS }, (_, i) => `${i}:${number.slice(0, cut(i))}.${number.slice(cut(i + 1))}`);
}
