/** What of a row may count up. */
export interface Countable {
  row: number;
  phone: string | null;
  email: string | null;
}

/** So many rows one after the other: fewer neighbours meet by chance in a file that is sorted by number. */
const LEAST_ROWS = 6;

/** Steps by which made-up numbers go: those of people who bought their cards together are nearer to chance. */
const MOST_STEP = 10;

export interface Run {
  what: 'phone numbers' | 'e-mail addresses';
  rows: number[];
}

/**
 * Rows one after the other whose phones, or the numbers at the end of their e-mail names, go up or down by one step: 0722
 * 100001, 0722 100002, … or anna1@, anna2@, …
 */
export function runsIn(rows: readonly Countable[]): Run[] {
  return [
    ...runsOf(rows, ({ phone }) => phoneParts(phone)).map((found) => ({ what: 'phone numbers' as const, rows: found })),
    ...runsOf(rows, ({ email }) => emailParts(email)).map((found) => ({
      what: 'e-mail addresses' as const,
      rows: found,
    })),
  ];
}

/** What stays the same, and the number that counts. */
interface Parts {
  stem: string;
  number: number;
}

const phoneParts = (phone: string | null): Parts | null =>
  phone === null ? null : { stem: phone.slice(0, -6), number: Number(phone.slice(-6)) };

function emailParts(email: string | null): Parts | null {
  const [, stem = '', digits = '', domain = ''] = /^(.*?\D)(\d{1,6})(@.+)$/.exec(email ?? '') ?? [];
  return digits === '' ? null : { stem: stem + domain, number: Number(digits) };
}

function runsOf(rows: readonly Countable[], partsOf: (row: Countable) => Parts | null): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  let step = 0;
  let last: Parts | null = null;
  const end = (): void => {
    if (run.length >= LEAST_ROWS) runs.push(run);
    run = [];
  };
  for (const row of rows) {
    const parts = partsOf(row);
    const next = parts && last?.stem === parts.stem ? parts.number - last.number : 0;
    const isStep = next !== 0 && Math.abs(next) <= MOST_STEP;
    if (isStep && (run.length < 2 || next === step)) {
      run.push(row.row);
    } else {
      // The row before may begin another run, by another step.
      const before = isStep ? run.at(-1) : undefined;
      end();
      run = [...(before === undefined ? [] : [before]), ...(parts ? [row.row] : [])];
    }
    step = isStep ? next : 0;
    last = parts;
  }
  end();
  return runs;
}
