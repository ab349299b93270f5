import { type Choices, EVERYTHING, isOfPage, NAMES, readChoices, SEPARATOR, VIEW, VIEWS } from './choices';

/** What advertisers and letters hang on every address, to know who came by them: no wish of a person. */
const OF_ADVERTISERS = /^(?:utm_\w+|_\w+|\w*clid|\w*braid|mc_[ce]id|li_fat_id|igshid|ref)$/i;

/** What the address asks for and nobody understands, as it stands there; niches and places are looked up by themselves. */
export function notUnderstood(params: URLSearchParams): string[] {
  const keys = (Object.keys(NAMES) as (keyof Choices)[]).filter((key) => key !== 'niches' && key !== 'regions');
  const values = keys.flatMap((key) => {
    const name = NAMES[key];
    const value = params.get(name) ?? '';
    const words = Array.isArray(EVERYTHING[key]) ? value.split(SEPARATOR) : [value];
    return words.filter((word) => word !== '' && !isUnderstood(key, word)).map((word) => `${name}=${word}`);
  });
  const strays = [...params].filter(([name, value]) => isStray(name, value)).map(([name, value]) => `${name}=${value}`);
  return [...values, ...strays];
}

/** The same address without the parts that are no choice and that nobody understands. */
export const withoutStrays = (params: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...params].filter(([name, value]) => !isStray(name, value)));

/** Of a look that there is none of, or a name that is none of this page. */
function isStray(name: string, value: string): boolean {
  if (name === VIEW) return value !== '' && !VIEWS.includes(value);
  return !isOfPage(name) && !OF_ADVERTISERS.test(name);
}

function isUnderstood(key: keyof Choices, word: string): boolean {
  if (key === 'sort' && word.toUpperCase() === EVERYTHING.sort) return true;
  const read = readChoices(new URLSearchParams({ [NAMES[key]]: word }))[key];
  return Array.isArray(read) ? read.length > 0 : read !== EVERYTHING[key];
}
