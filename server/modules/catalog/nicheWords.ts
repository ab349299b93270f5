import { type FormField, type Niche } from './model';
import el from './words/el.json';
import en from './words/en.json';
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

/** What the seeds say, as one asks a person in English, and in other languages. Found by the words themselves: what an admin wrote anew is shown as written. */
const WORDS: Readonly<Record<string, Words>> = { en, el, hu, hy, sw, uz };

/** In which an admin can say what a niche and its questions are called. */
export const WORD_LANGUAGES = ['en', 'el', 'hu', 'hy', 'sw', 'uz'] as const;

type Worded = Pick<Niche, 'words'>;

/** What an admin called it, as long as the catalogue says the same as then. */
const ownWord = ({ words = [] }: Worded, language: string, key: string | null, text: string): string | null =>
  words.find((word) => word.language === language && word.key === key && word.of === text)?.text ?? null;

/** A niche's name in a language, such as `hu`; as the catalogue has it where it is not told. */
export const nicheNameIn = ({ name, words }: Pick<Niche, 'name' | 'words'>, language: string): string =>
  ownWord({ words }, language, null, name) ?? WORDS[language]?.niches[name] ?? name;

export interface Choice {
  /** What is answered by it, in every language. */
  value: string;
  label: string;
}

/** A question's label and choices in a language, likewise. */
export function questionIn(
  { key, label, choices }: Pick<FormField, 'key' | 'label' | 'choices'>,
  language: string,
  niche: Worded = {},
): { label: string; choices: Choice[] } {
  const told = (text: string): string =>
    ownWord(niche, language, key, text) ?? WORDS[language]?.questions[key]?.[text] ?? text;
  return { label: told(label), choices: choices.map((value) => ({ value, label: told(value) })) };
}

/** A text of the catalogue in a language. */
export interface WordIn {
  of: string;
  /** What an admin wrote. */
  own: string | null;
  /** What people read. */
  shown: string;
}

/** All that a niche is called in a language, for admins. */
export function wordsOf(niche: Niche, language: string) {
  const own = (key: string | null, of: string): string | null => ownWord(niche, language, key, of);
  return {
    language,
    name: { of: niche.name, own: own(null, niche.name), shown: nicheNameIn(niche, language) } satisfies WordIn,
    questions: niche.fields.map((field) => {
      const { label, choices } = questionIn(field, language, niche);
      return {
        key: field.key,
        label: { of: field.label, own: own(field.key, field.label), shown: label } satisfies WordIn,
        choices: choices.map(({ value, label: shown }): WordIn => ({ of: value, own: own(field.key, value), shown })),
      };
    }),
  };
}
