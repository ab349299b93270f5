/** A sentence in the language of the page. */
export type Told = (text: string) => string;

/** What the server says, in English with `{{names}}` for its values, and the same in another language. */
type Sentences = Readonly<Record<string, string>>;

interface Pattern {
  form: RegExp;
  names: readonly string[];
  translation: string;
}

const PLACE = /\{\{(\w+)\}\}/g;

/** A value within a sentence: it does not reach into the next one. */
const VALUE = '((?:(?![.?!] \\p{Lu}).)+?)';

function patternOf([english, translation]: [string, string]): Pattern {
  const names = [...english.matchAll(PLACE)].map(([, name]) => name!);
  const parts = english.split(PLACE).filter((_part, index) => index % 2 === 0);
  const literal = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return { form: new RegExp(`^${literal.join(VALUE)}$`, 'su'), names, translation };
}

/**
 * Says the server's sentences in the language that `sentences` give. The server speaks English; what it says is found by
 * its words, with whatever values it holds, so that a language is a file only. A text that is not among them stays.
 */
export function toldIn(sentences: Sentences): Told {
  const entries = Object.entries(sentences);
  // The longer a pattern's own words, the surer it is meant.
  const patterns = entries
    .filter(([english]) => english.includes('{{'))
    .sort(([a], [b]) => b.replaceAll(PLACE, '').length - a.replaceAll(PLACE, '').length)
    .map(patternOf);
  const exact = new Map(entries.filter(([english]) => !english.includes('{{')));

  function whole(text: string): string | null {
    const known = exact.get(text);
    if (known !== undefined) return known;
    for (const { form, names, translation } of patterns) {
      const found = form.exec(text);
      if (!found) continue;
      const values = new Map(names.map((name, index) => [name, found[index + 1]!]));
      return translation.replaceAll(PLACE, (_place, name: string) => {
        const value = values.get(name) ?? '';
        return whole(value) ?? value;
      });
    }
    return null;
  }

  return (text) => {
    const said = whole(text);
    if (said !== null) return said;
    // Several sentences in a row, or a reason with its figure: "Capital city: +40%".
    const sentencesOf = text.split(/(?<=[.?!]) (?=[\p{Lu}“])/u);
    if (sentencesOf.length > 1) return sentencesOf.map((one) => whole(one) ?? one).join(' ');
    const [, head, tail] = /^(.+?)(: [^:]+)$/s.exec(text) ?? [];
    return head === undefined ? text : (whole(head) ?? head) + tail;
  };
}
