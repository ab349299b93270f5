import { isFamilyName } from './commonNames';
import { isKnownGiven } from './givenNames';
import { latinWords, soundOf } from './latin';
import { type NamePart } from './person';

/** Marks that latinWords would take apart, or that are words of their own elsewhere: only behind a name, as they are written. */
const WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/(?<=\s)d(?:er|ie)?(?:\.\s*|\s+)(?:ä|ae)(?:\.|lt(?:ere)?\.?)?$/iu, 'senior'],
  [/(?<=\s)d(?:(?:\.\s*|\s+)[jJ]\.?|(?:er|ie) j(?:ü|ue)ngere)$/u, 'junior'],
  [/(?<=\s)(?:sen\.|sén\.|ст\.?|père)$/iu, 'senior'],
  [/(?<=\s)(?:jun\.|мл\.?)$/iu, 'junior'],
];

/** A name with such marks as words that stand for them alone. */
export const withPlainMarks = (name: string): string => {
  const text = name.normalize('NFC').trim();
  return WRITTEN.reduce((marked, [written, mark]) => marked.replace(written, mark), text);
};

const latinSet = (words: string): ReadonlySet<string> => new Set(latinWords(words));

const YOUNGER =
  latinSet(`ifj ifju ifjabb legifj jr jnr junior fils hijo filho younger jüngere juengere mdogo νεότερος младший kichik kichigi кичик
  կրտսեր`);
const ELDER = latinSet(
  `id idosb idosebb sr snr senior pere aine elder ältere aeltere mkubwa πρεσβύτερος старший katta kattasi катта ավագ`,
);
const NUMBERS: Readonly<Record<string, string>> = { '2nd': 'ii', '3rd': 'iii', '4th': 'iv' };
const NUMBER = /^(?:ii|iii|iv|2nd|3rd|4th)$/;

/** Words before a name that make somebody of the family out of whom it names: Mama Juma is the mother of Juma. */
const KIN_BEFORE =
  latinSet(`mama mamake baba babake babu nyanya mke mume mtoto binti bint abu umm omm mother mum mom father dad wife husband
  daughter μαμά μητέρα μπαμπάς πατέρας σύζυγος γυναίκα κόρη мама мать папа отец жена муж дочь бабушка дедушка mutter vater papa ehefrau
  ehemann tochter sohn witwe`);

/** The same, where the language puts them behind. */
const KIN_BEHIND =
  latinSet(`onasi otasi oyisi dadasi xotini онаси отаси ойиси дадаси хотини anyja anyukája apja apukája felesége férje lánya fia
  մայրը մայրիկը հայրը հայրիկը կինը ամուսինը որդին դուստրը աղջիկը`);

const ageMarkOf = (word: string): string[] => {
  if (YOUNGER.has(word)) return ['younger'];
  if (ELDER.has(word)) return ['elder'];
  return NUMBER.test(word) ? [NUMBERS[word] ?? word] : [];
};

/** The younger, the elder, the second. */
const ageMarksOf = (names: readonly NamePart[]): string => names.flatMap(({ word }) => ageMarkOf(word)).join(' ');

/** Whether one bears a mark that tells it from the other, however alike the names are: father and son. */
export const areMarkedApart = (a: readonly NamePart[], b: readonly NamePart[]): boolean =>
  ageMarksOf(a) !== ageMarksOf(b);

/** Whether one is called by somebody of the family, and the other is not, or otherwise: mother, wife or child of. */
export const areKinApart = (a: readonly NamePart[], b: readonly NamePart[]): boolean => kinOf(a) !== kinOf(b);

function kinOf(names: readonly NamePart[]): string {
  const [first, last] = [names[0]?.word ?? '', names.at(-1)?.word ?? ''];
  if (names.length < 2) return isWife(first) ? 'wife' : '';
  if (KIN_BEFORE.has(first)) return first;
  if (KIN_BEHIND.has(last)) return last;
  return last === 'ne' || names.some(({ word }) => isWife(word)) ? 'wife' : '';
}

/** The Hungarian wife of: Jánosné, Kovácsné; not who is called so herself, as Irene. */
function isWife(word: string): boolean {
  if (word.length < 5 || !word.endsWith('ne') || isListed(word)) return false;
  return isListed(word.slice(0, -2));
}

const isListed = (word: string): boolean => {
  const sound = soundOf(word);
  return isKnownGiven({ role: null, word, sound }) || isFamilyName(sound);
};

/** The parts of a name without what is a mark of age. */
export const withoutMarks = (names: readonly NamePart[]): NamePart[] =>
  names.filter(({ word }) => ageMarkOf(word).length === 0);
