import { z } from 'zod';
import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { invalidInputs, notFound } from '../../platform/errors';
import { readInput } from '../../platform/inputs';
import { inTransaction } from '../../platform/transaction';
import { isSameBut } from './isSameBut';
import { type Niche, Niches, type NicheWord } from './model';
import { questionIn, WORD_LANGUAGES } from './nicheWords';
import { keepNiche } from './trees';

const RULE = 'Write 1 to 120 characters.';

const asked = z.object({
  language: z.enum(WORD_LANGUAGES, `Choose one of ${WORD_LANGUAGES.join(', ')}.`),
  words: z.array(
    z.object({
      key: z.string().nullish(),
      of: z.string(),
      text: z
        .string()
        .trim()
        .min(1, RULE)
        .max(120, RULE)
        .regex(/^[^\p{C}]*$/u, 'Write it in one line.'),
    }),
  ),
});

interface Asked {
  nicheId: string;
  language: string;
  words: readonly object[];
  reason?: string | null | undefined;
}

/**
 * Sets what a niche and its questions are called in one language; what is not named is called as the market has it. Each
 * word is of what the catalogue says now: once that is said anew, the word is of nothing any more.
 */
export async function setNicheWords(viewer: Viewer, { nicheId, reason, ...input }: Asked): Promise<{ niche: Niche }> {
  const { language, words: given } = readInput(asked, input);
  const words = given.map(({ key, of, text }): NicheWord => ({ language, key: key ?? null, of, text }));
  const niche = await inTransaction(async () => {
    const before = await Niches.findById(nicheId).lean<Niche>();
    if (!before) throw notFound('niche');
    refuseForeign(before, words);
    const others = (before.words ?? []).filter((word) => word.language !== language);
    const row: Niche = { ...before, words: [...others, ...words], changedAt: now() };
    refuseAlike(row, language, words);
    if (isSameBut(row, { ...before, words: before.words ?? [] })) return before;
    await Niches.replaceOne({ _id: nicheId }, row);
    await recordAct({
      actor: viewer.personId,
      act: 'setNicheWords',
      subject: nicheId,
      reason: reason ?? null,
      before: told(before.words, language),
      after: told(words, language),
    });
    return row;
  });
  keepNiche(niche);
  return { niche };
}

/** The words of a language as the record tells them. */
const told = (words: readonly NicheWord[] | undefined, language: string): Record<string, string> =>
  Object.fromEntries(
    (words ?? [])
      .filter((word) => word.language === language)
      .map(({ of, text }) => [`${of.replace(/[.$]/g, ' ')} (${language})`, text]),
  );

/** Refuses a word of what the niche does not say, and a second one of the same. */
function refuseForeign({ name, fields }: Niche, words: readonly NicheWord[]): void {
  const isSaid = ({ key, of }: NicheWord): boolean => {
    if (key === null) return of === name;
    const field = fields.find((one) => one.key === key);
    return field !== undefined && [field.label, ...field.choices].includes(of);
  };
  const problems = words.flatMap((word, place) => {
    const path = ['words', `${place}`, 'of'];
    if (!isSaid(word)) return [{ message: 'The niche does not say this. It may have been changed meanwhile.', path }];
    const first = words.findIndex(({ key, of }) => key === word.key && of === word.of);
    return first === place ? [] : [{ message: 'This is named twice.', path }];
  });
  if (problems.length > 0) throw invalidInputs(problems);
}

/** Of two choices that read alike nobody could choose one. */
function refuseAlike(niche: Niche, language: string, words: readonly NicheWord[]): void {
  const problems = niche.fields.flatMap((field) => {
    const { choices } = questionIn(field, language, niche);
    return choices.flatMap(({ value, label }, place) => {
      if (choices.findIndex((one) => one.label === label) === place) return [];
      const twins = choices.filter((one) => one.label === label).map((one) => one.value);
      const at = words.findLastIndex(({ key, of }) => key === field.key && twins.includes(of));
      const path = at < 0 ? ['words'] : ['words', `${at}`, 'text'];
      return [{ message: `Two choices would read alike: ${[...new Set([...twins, value])].join(', ')}.`, path }];
    });
  });
  if (problems.length > 0) throw invalidInputs(problems);
}
