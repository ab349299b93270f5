import { type Column, type Meaning } from './guessColumns';

/** What a person says that a column means. */
export type Said = Pick<Column, 'index' | 'field' | 'answerKey'>;

/** The columns with what is said of some of them; another column that had such a meaning gives way. */
export const withMeanings = (columns: readonly Column[], said: readonly Said[]): Column[] =>
  columns.map((column) => {
    const change = said.find(({ index }) => index === column.index);
    if (!change) return yielding(column, said);
    return { ...itself(column), field: change.field, answerKey: change.answerKey, confidence: 1 };
  });

/** A column gives way when a person gives its meaning to another one. */
function yielding(column: Column, said: readonly Said[]): Column {
  const { field, answerKey, confidence } = column;
  const isTaken = field !== 'IGNORE' && said.some((other) => other.field === field && other.answerKey === answerKey);
  if (!isTaken) return column;
  return { ...itself(column), ...IGNORED, lost: { field, answerKey, confidence } };
}

const IGNORED: Meaning = { field: 'IGNORE', answerKey: null, confidence: 0 };

/** What a column is whatever it means. */
const itself = ({ index, heading, cells }: Column): Pick<Column, 'index' | 'heading' | 'cells'> => ({
  index,
  heading,
  ...(cells && { cells }),
});

/** Gives lost meanings that no column has left back to those that lost them, the surest first. */
export function giveBack(columns: Column[]): void {
  const losers = columns.filter(({ field, lost }) => lost && field === 'IGNORE');
  for (const column of losers.sort((a, b) => b.lost!.confidence - a.lost!.confidence)) {
    if (takerOf(column.lost!, columns)) continue;
    Object.assign(column, column.lost);
    delete column.lost;
  }
}

/** The column that has this meaning now. */
export const takerOf = (meaning: Meaning, columns: readonly Column[]): Column | undefined =>
  columns.find(({ field, answerKey }) => field === meaning.field && answerKey === meaning.answerKey);

/**
 * The columns with what a person said of columns of the same headings in an earlier file. A heading that stands more than
 * once in either file tells nothing.
 */
export function asSaidBefore(columns: readonly Column[], earlier: readonly Column[]): Column[] {
  const only = (list: readonly Column[], heading: string): Column | null => {
    const found = list.filter((column) => column.heading === heading);
    return heading !== '' && found.length === 1 ? found[0]! : null;
  };
  const said = earlier
    .filter(({ confidence }) => confidence === 1)
    .flatMap(({ heading, field, answerKey }) => {
      const column = only(earlier, heading) && only(columns, heading);
      return column ? [{ index: column.index, field, answerKey }] : [];
    });
  return withMeanings(columns, said);
}
