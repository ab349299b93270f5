import { nicheNameIn, questionIn } from '../../server/modules/catalog/nicheWords';
import { seedNiches } from '../../server/modules/catalog/seed/niches';
import en from '../../server/modules/catalog/words/en.json';
import el from '../../server/modules/catalog/words/el.json';
import hu from '../../server/modules/catalog/words/hu.json';
import hy from '../../server/modules/catalog/words/hy.json';
import sw from '../../server/modules/catalog/words/sw.json';
import uz from '../../server/modules/catalog/words/uz.json';

/** What the niches of a new market ask is asked in the languages of its forms. */

const fields = seedNiches.flatMap((niche) => niche.fields);
const names = [...new Set(seedNiches.map(({ name }) => name))];
const questions = [
  ...new Set(fields.flatMap(({ key, label, choices }) => [label, ...choices].map((text) => `${key}: ${text}`))),
];

test.each(Object.entries({ el, hu, hy, sw, uz }))(
  '%s has words for every niche, question and choice',
  (language, words) => {
    expect(Object.keys(words.niches).sort()).toEqual(names.sort());
    const told = Object.entries(words.questions).flatMap(([key, texts]) =>
      Object.keys(texts).map((text) => `${key}: ${text}`),
    );
    expect(told.sort()).toEqual(questions.sort());
    // Of two choices that read alike nobody could choose one.
    for (const field of fields) {
      const labels = questionIn(field, language).choices.map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  },
);

test('in English a person is asked as one asks, of questions that there are', () => {
  expect(questionIn({ key: 'isInsuredNow', label: 'Is insured now', choices: [] }, 'en').label).toBe(
    'Are you insured now?',
  );
  for (const [key, texts] of Object.entries(en.questions))
    for (const text of Object.keys(texts)) expect(questions).toContain(`${key}: ${text}`);
});

test('a word means what its question asks, and what an admin wrote anew stays as written', () => {
  const asked = (key: string, label: string, ...choices: string[]) => questionIn({ key, label, choices }, 'hu');
  expect(asked('property', 'Property', 'Flat').choices).toEqual([{ value: 'Flat', label: 'Lakás' }]);
  expect(asked('roof', 'Roof', 'Flat').choices).toEqual([{ value: 'Flat', label: 'Lapos' }]);
  expect(asked('roof', 'Your roof', 'Flat', 'Green')).toEqual({
    label: 'Your roof',
    choices: [
      { value: 'Flat', label: 'Lapos' },
      { value: 'Green', label: 'Green' },
    ],
  });
  expect(nicheNameIn({ name: 'Loans' }, 'hu')).toBe('Hitelek');
  expect(nicheNameIn({ name: 'Loans' }, 'en')).toBe('Loans');
  expect(nicheNameIn({ name: 'Loans for farmers' }, 'hu')).toBe('Loans for farmers');
});
