import { type Choices, EVERYTHING, NAMES, readChoices, SEPARATOR } from './choices';

/** What the address asks for and nobody understands, as it stands there; niches and places are looked up by themselves. */
export function notUnderstood(params: URLSearchParams): string[] {
  const keys = (Object.keys(NAMES) as (keyof Choices)[]).filter((key) => key !== 'niches' && key !== 'regions');
  return keys.flatMap((key) => {
    const name = NAMES[key];
    const value = params.get(name) ?? '';
    const words = Array.isArray(EVERYTHING[key]) ? value.split(SEPARATOR) : [value];
    return words.filter((word) => word !== '' && !isUnderstood(key, word)).map((word) => `${name}=${word}`);
  });
}

function isUnderstood(key: keyof Choices, word: string): boolean {
  if (key === 'sort' && word.toUpperCase() === EVERYTHING.sort) return true;
  const read = readChoices(new URLSearchParams({ [NAMES[key]]: word }))[key];
  return Array.isArray(read) ? read.length > 0 : read !== EVERYTHING[key];
}
