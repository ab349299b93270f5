import type { NicheWordsQuery, SetNicheWordsMutationVariables } from '../../generated/admin';

export type NicheWordsShown = NonNullable<NicheWordsQuery['niche']>['words'];

type Word = NicheWordsShown['name'];

/** One text of a niche in the order of its form: its name, then each question before its choices. */
export interface WordLine extends Pick<Word, 'of' | 'own' | 'shown'> {
  id: string;
  key: string | null;
  isChoice: boolean;
}

export const wordsShown = ({ name, questions }: NicheWordsShown): WordLine[] => {
  const line = (key: string | null, { of, own, shown }: Word, isChoice: boolean): WordLine => ({
    id: `${key ?? ''} ${of}`,
    key,
    of,
    own,
    shown,
    isChoice,
  });
  const lines = [
    line(null, name, false),
    ...questions.flatMap(({ key, label, choices }) => [
      line(key, label, false),
      ...choices.map((choice) => line(key, choice, true)),
    ]),
  ];
  // A choice may read as its question does: that is one text.
  return lines.filter(({ id }, place) => lines.findIndex((one) => one.id === id) === place);
};

/** What was written, each with the place of its line. */
export const askedWords = (
  lines: readonly WordLine[],
  texts: readonly string[],
): { place: number; word: SetNicheWordsMutationVariables['input']['words'][number] }[] =>
  lines.flatMap(({ key, of }, place) => {
    const text = texts[place]?.trim() ?? '';
    return text === '' ? [] : [{ place, word: { key, of, text } }];
  });
