/**
 * `npm run bench:dedupe -- FILE --map given=COLUMN,... --id COLUMN [--link FILE2] [--show N]`: how well the records of
 * one person are found in any file, by the decision by which the market finds repeated leads: the same phone or e-mail,
 * the same keys and the same comparison. Needs no database.
 */
import { measure, type Measured, type WrongPair } from './benchDedupe/measure';
import { HELP, readOptions, WrongArguments } from './benchDedupe/options';
import { readRecords } from './benchDedupe/records';
import { table } from './print/table';

const ratio = (part: number, all: number): string => (all === 0 ? '-' : (part / all).toFixed(4));
const whole = (number: number): string => number.toLocaleString('en');

async function bench(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return console.log(HELP);
  const startedAt = Date.now();
  const seconds = (): string => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  const tell = (what: string) => (rows: number) => console.log(`  ${whole(rows)} ${what} after ${seconds()}`);
  console.log(`reading ${options.file} ...`);
  const first = await readRecords(options.file, options, tell('rows read'));
  if (options.link) console.log(`reading ${options.link} ...`);
  const second = options.link ? await readRecords(options.link, options, tell('rows read')) : null;
  console.log(`comparing ${whole(first.length)}${second ? ` with ${whole(second.length)}` : ''} records ...`);
  const measured = measure(first, second, tell('records compared'));
  print(measured, seconds());
  list('merged wrongly', measured.wrong.filter(({ isMerged }) => isMerged).slice(0, options.show));
  list('shown to a person, and two', measured.wrong.filter(({ isMerged }) => !isMerged).slice(0, options.show));
}

function list(title: string, pairs: readonly WrongPair[]): void {
  if (pairs.length === 0) return;
  console.log(`\n${title}:`);
  for (const { one, other } of pairs) console.log(`  ${one.line}\n  ${other.line}\n`);
}

function print({ truePairs, candidates, upper, lower }: Measured, seconds: string): void {
  const line = (title: string, { pairs, right }: Measured['upper']): string[] => {
    // The harmonic mean of both; what would divide by nothing is no figure.
    const f1 = ratio(2 * right, pairs + truePairs);
    return [title, whole(pairs), whole(pairs - right), ratio(right, pairs), ratio(right, truePairs), f1];
  };
  console.log(`\n${whole(truePairs)} true pairs, ${whole(candidates.pairs)} candidate pairs, ${seconds}`);
  console.log(
    table([
      ['', 'pairs', 'wrong', 'precision', 'recall', 'F1'],
      line('upper line: merged at once', upper),
      line('lower line: merged or shown to a person', lower),
      line('candidates: share a key', candidates),
    ]),
  );
}

bench().catch((error: unknown) => {
  const isWrong = error instanceof WrongArguments;
  console.error(isWrong ? `${error.message}\n\n${HELP}` : error instanceof Error ? error.message : error);
  process.exitCode = isWrong ? 2 : 1;
});
