import { type FormField, type Niche } from './model';
import el from './words/el.json';
import hu from './words/hu.json';
import hy from './words/hy.json';
import sw from './words/sw.json';
import uz from './words/uz.json';

interface Words {
  /** By the name that the market starts with. */
  niches: Readonly<Record<string, string>>;
  /** By the question's key, then by its label or choice: a flat is a home, or a kind of roof. */
  questions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What the seeds say, in other languages. Found by the words themselves: what an admin wrote anew is shown as written. */
const WORDS: Readonly<Record<string, Words>> = { el, hu, hy, sw, uz };

/** A niche's name in a language, such as `hu`; as the catalogue has it where it is not told. */
export const nicheNameIn = ({ name }: Pick<Niche, 'name'>, language: string): string =>
  WORDS[language]?.niches[name] ?? name;

export interface Choice {
  /** What is answered by it, in every language. */
  value: string;
  label: string;
}

/** A question's label and choices in a language, likewise. */
export function questionIn(
  { key, label, choices }: Pick<FormField, 'key' | 'label' | 'choices'>,
  language: string,
): { label: string; choices: Choice[] } {
  const told = (text: string): string => WORDS[language]?.questions[key]?.[text] ?? text;
  return { label: told(label), choices: choices.map((value) => ({ value, label: told(value) })) };
}
