/**
 * `npm run bench:clicks -- FILE [--countries KE,TZ]`: what the market's rules of clicks find of the user agents and
 * addresses of any file. Needs no database.
 */
import { demandText, share } from './benchChecks/rows';
import { measure } from './benchClicks/measure';
import { HELP, readOptions, WrongArguments } from './benchClicks/options';
import { readVisits } from './benchClicks/visits';
import { table } from './print/table';

/** A user agent may be as long as the file. */
const MOST_CHARS = 200;
const cut = (line: string): string => (line.length > MOST_CHARS ? `${line.slice(0, MOST_CHARS)} …` : line);
const whole = (number: number): string => number.toLocaleString('en');

async function bench(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return console.log(HELP);
  await demandText(options.file);
  const startedAt = Date.now();
  const seconds = (): string => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  console.log(`reading ${options.file} ...`);
  const { visits, notes } = await readVisits(options.file, (rows) =>
    console.log(`  ${whole(rows)} rows read after ${seconds()}`),
  );
  const verdicts = measure(visits, options.countries);
  console.log(`\n${whole(visits.length)} visits, ${seconds()}`);
  console.log(
    table([
      ['finding', 'visits', 'share'],
      ...verdicts.map(({ verdict, count }) => [verdict, whole(count), share(count, visits.length)]),
    ]),
  );
  if (notes.length > 0) console.log(['', ...notes].join('\n'));
  for (const { verdict, why, lines } of verdicts) {
    console.log(`\n${verdict}: ${why}`);
    for (const line of lines) console.log(`  ${cut(line)}`);
  }
}

bench().catch((error: unknown) => {
  const isWrong = error instanceof WrongArguments;
  console.error(isWrong ? `${error.message}\n\n${HELP}` : error instanceof Error ? error.message : error);
  process.exitCode = isWrong ? 2 : 1;
});
