/**
 * `npm run bench:agents|bench:phones|bench:emails|bench:typos|bench:names -- FILE`: how the very checks of the market judge
 * the rows of any file. Needs no database.
 */
import { agents } from './benchChecks/agents';
import { emails } from './benchChecks/emails';
import { names } from './benchChecks/names';
import { phones } from './benchChecks/phones';
import { type Bench, demandText } from './benchChecks/rows';
import { typos } from './benchChecks/typos';
import { table } from './print/table';

const BENCHES: Readonly<Record<string, Bench>> = { agents, phones, emails, typos, names };

/** Rows that were judged wrongly: as many are shown. */
const MOST_SHOWN = 40;

/** A line may be as long as the file. */
const MOST_CHARS = 300;
const cut = (line: string): string => (line.length > MOST_CHARS ? `${line.slice(0, MOST_CHARS)} …` : line);

async function bench([kind = '', file, ...more]: readonly string[]): Promise<void> {
  const chosen = BENCHES[kind];
  if (!chosen) throw new Error(`bench-checks knows ${Object.keys(BENCHES).join(', ')}.`);
  const help = `npm run bench:${kind} -- FILE\n\n${chosen.help}`;
  if (file === '--help' || file === '-h') return console.log(help);
  if (!file || more.length > 0) throw new Error(`Name one file.\n\n${help}`);
  await demandText(file);
  const startedAt = Date.now();
  const seconds = (): string => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  console.log(`reading ${file} ...`);
  const { rows, figures, wrong } = await chosen.measure(file, (count) =>
    console.log(`  ${count.toLocaleString('en')} rows judged after ${seconds()}`),
  );
  if (rows === 0) throw new Error(`No row of ${file} could be read.\n\n${help}`);
  console.log(`\n${rows.toLocaleString('en')} rows, ${seconds()}`);
  console.log(table(figures));
  if (wrong.length === 0) return;
  console.log(`\n${chosen.wrongAre}${wrong.length > MOST_SHOWN ? ` (${MOST_SHOWN} of ${wrong.length})` : ''}:`);
  for (const line of wrong.slice(0, MOST_SHOWN)) console.log(`  ${cut(line)}`);
}

bench(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
