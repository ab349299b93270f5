/**
 * `npm run bench:lookup [-- --leads N] [--people P]`: what it costs to tell whether a new person is known among N leads
 * (1,000,000 by default), in database commands and in time, as a ratio to a `findOne` by `_id` of the same run. Measured
 * on the way at a hundredth and a tenth of N, so that growth shows. On a throw-away database.
 */
import { parseArgs } from 'node:util';
import { findKnown } from '../server/modules/leads/accept/findKnown';
import { type PersonRow } from '../server/modules/leads/accept/knownPeople';
import { type CandidateBatch } from '../server/modules/leads/candidate';
import { LeadContacts } from '../server/modules/leads/model';
import { findDatabaseServer } from '../server/platform/databaseServer';
import { now } from '../server/platform/clock';
import { allowLongReads } from '../server/platform/mongoose';
import { AGENCY, CrowdedMarket, rowOf } from './benchLookup/market';
import { somebody, withASlip } from './benchLookup/people';
import { median, Meter } from './benchRun/meter';
import { Chance } from './demoData/random';
import { openStage } from './demoData/stage';
import { table } from './print/table';

interface Measured {
  leads: number;
  commands: number;
  found: number;
  lookUpMs: number;
  findOneMs: number;
}

const whole = (number: number): string => number.toLocaleString('en');

async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { leads: { type: 'string' }, people: { type: 'string' } } });
  const leads = numberIn(values.leads, 1_000_000);
  const people = numberIn(values.people, 200);
  // Storing so much holds a server up for longer than people would wait.
  allowLongReads();
  const database = await findDatabaseServer({ isThrowAway: true });
  const stage = await openStage(database.uri, 'bench');
  try {
    const market = new CrowdedMarket(new Chance(1));
    const startedAt = Date.now();
    const measured: Measured[] = [];
    for (const size of [leads / 100, leads / 10, leads].map(Math.round)) {
      await market.growTo(size, (done) => {
        if (done % 20_000 === 0)
          console.log(`  ${whole(done)} leads after ${Math.round((Date.now() - startedAt) / 1000)} s`);
      });
      measured.push(await measure(market, people));
      console.log(`  ${rowOfTable(measured.at(-1)!).join('  ')}`);
    }
    print(measured, people, database.kind);
  } finally {
    await stage.close();
    await database.stop();
  }
}

function numberIn(text: string | undefined, usual: number): number {
  const number = Number(text ?? usual);
  if (!Number.isSafeInteger(number) || number < 100) throw new Error('Give whole numbers from 100 up');
  return number;
}

/** Half of the people are new; the others are known, but for a slip in the phone. */
async function measure(market: CrowdedMarket, count: number): Promise<Measured> {
  const chance = new Chance(2);
  const known = new Chance(1);
  const rows = Array.from({ length: count }, (_, place) =>
    rowOf(place, place % 2 === 0 ? somebody(chance) : withASlip(somebody(known))),
  );
  const meter = new Meter(null);
  const lookUps: number[] = [];
  const finds: number[] = [];
  let [commands, found] = [0, 0];
  // The first few warm up.
  for (const [place, row] of [...rows.slice(0, 20), ...rows].entries()) {
    const before = meter.read().commands;
    const [isFound, lookUpMs] = await timed(async () => isKnown(row));
    const spent = meter.read().commands - before;
    const [, findMs] = await timed(() => LeadContacts.findOne({ _id: market.someLeadId() }).lean());
    if (place < 20) continue;
    commands = Math.max(commands, spent);
    found += isFound ? 1 : 0;
    lookUps.push(lookUpMs);
    finds.push(findMs);
  }
  return { leads: market.size, commands, found, lookUpMs: median(lookUps), findOneMs: median(finds) };
}

async function isKnown(row: PersonRow): Promise<boolean> {
  const batch: CandidateBatch = {
    _id: 'batch_lookup',
    agencyId: AGENCY,
    personId: 'person_lookup',
    nicheId: '',
    country: 'KE',
    at: now(),
    defaults: {},
  };
  const { standing, suspected } = await findKnown([row], batch, false);
  return standing.size + suspected.size > 0;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const startedAt = performance.now();
  const result = await work();
  return [result, performance.now() - startedAt];
}

function print(measured: readonly Measured[], people: number, kind: string): void {
  console.log(
    `\n${people} people at each size, half of them known but for a slip; ${kind}; aims: 4 commands, 10 × findOne`,
  );
  console.log(
    table([
      ['leads', 'commands at most', 'look-up ms', 'findOne ms', '× findOne', 'found'],
      ...measured.map(rowOfTable),
    ]),
  );
}

const rowOfTable = ({ leads, commands, found, lookUpMs, findOneMs }: Measured): string[] => [
  whole(leads),
  String(commands),
  lookUpMs.toFixed(1),
  findOneMs.toFixed(2),
  (lookUpMs / findOneMs).toFixed(1),
  String(found),
];

bench().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
