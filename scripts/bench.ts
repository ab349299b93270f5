/**
 * `npm run bench [-- --leads N] [--rounds R] [--events N] [--only market|redirects|billing]`: what the main operations cost
 * in database commands and in time, as a ratio to a bare `{ __typename }` of the same run, on a throw-away market with N
 * leads on sale (2,000 by default). Rounds of all operations follow each other, so that what else the machine does falls on
 * all alike. Then redirects beside those of a bare express server, and the billing of N raw visits.
 */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findDatabaseServer } from '../server/platform/databaseServer';
import { allowLongReads } from '../server/platform/mongoose';
import { benchBilling } from './benchRun/billing';
import { makeClickMarket } from './benchRun/clickMarket';
import { median, Meter } from './benchRun/meter';
import { type FromCaller, OPERATIONS, type Operation, type ToCaller } from './benchRun/protocol';
import { benchRedirects } from './benchRun/redirects';
import { makeCast } from './demoData/cast';
import { fillMarket } from './demoData/fill';
import { openStage, type Stage } from './demoData/stage';
import { table } from './print/table';

/** How often an operation runs in a round; the short ones more often, since CPU time is counted coarsely. */
const TIMES: Readonly<Record<Operation, number>> = {
  ping: 40,
  browse: 20,
  quote: 10,
  buy: 10,
  buy25: 1,
  bid: 20,
  post: 5,
};
const TITLES: Readonly<Record<Operation, string>> = {
  ping: 'bare { __typename }',
  browse: 'browse page of 25',
  quote: 'quote of one',
  buy: 'buy one',
  buy25: 'buy 25',
  bid: 'ping: ask for bids',
  post: 'post: sell at a bid',
};
/** Aims of commands and of time, where there are any. */
const AIMS: Readonly<Partial<Record<Operation, string>>> = { browse: '2 / 6', buy: '8 / 8', bid: '3 / -' };

interface Sum {
  runs: number;
  commands: number;
  cpuMs: number;
  milliseconds: number[];
}

const PARTS = ['redirects', 'billing', 'market'] as const;

/** As many raw visits are billed; a SecantusDB takes hours for the million. */
const EVENTS = { mongod: 1_000_000, other: 100_000 };

function readCount(name: string, text: string | undefined, otherwise: number): number {
  const count = Number(text ?? otherwise);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--${name} is a whole number over 0, not "${text}".`);
  return count;
}

async function bench(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { leads: text, rounds: text, events: text, only: text } });
  const leads = readCount('leads', values.leads, 2000);
  const rounds = readCount('rounds', values.rounds, 8);
  const { only } = values;
  if (only !== undefined && !PARTS.some((part) => part === only))
    throw new Error(`--only is one of ${PARTS.join(', ')}, not "${only}".`);
  const does = (part: (typeof PARTS)[number]): boolean => only === undefined || only === part;
  // A server in Python takes its time over ten thousand visits that wait.
  allowLongReads();
  const database = await findDatabaseServer({ isThrowAway: true });
  const events = readCount('events', values.events, database.kind === 'mongod' ? EVENTS.mongod : EVENTS.other);
  const stage = await openStage(database.uri, 'bench');
  try {
    const meter = new Meter(database.pid);
    if (does('redirects') || does('billing')) {
      const market = await makeClickMarket(stage);
      if (does('redirects')) await benchRedirects(stage, market);
      if (does('billing')) await benchBilling(stage, market, meter, events);
    }
    if (!does('market')) return;
    await fill(stage, leads);
    const sums = await measure(stage, meter, rounds);
    print(sums, leads, rounds, database.kind);
  } finally {
    await stage.close();
    await database.stop();
  }
}

async function fill(stage: Stage, leads: number): Promise<void> {
  console.log(`making a market with ${leads} leads on sale ...`);
  const startedAt = Date.now();
  const cast = await makeCast(stage);
  await fillMarket(stage, cast, leads, (listed) =>
    console.log(`  ${listed} listed after ${Math.round((Date.now() - startedAt) / 1000)} s`),
  );
  await stage.settle();
}

async function measure(stage: Stage, meter: Meter, rounds: number): Promise<Map<Operation, Sum>> {
  const caller = fork(path.join(__dirname, 'benchRun', 'caller.js'), [stage.caller().address]);
  const sums = new Map<Operation, Sum>();
  try {
    await answerOf(caller, 'started');
    for (let round = 0; round <= rounds; round += 1) {
      // The first round warms up and is not counted.
      for (const operation of OPERATIONS)
        await runRound(caller, meter, operation, round > 0 ? sums : new Map<Operation, Sum>());
      await stage.settle();
    }
  } finally {
    caller.kill();
  }
  return sums;
}

async function runRound(
  caller: ChildProcess,
  meter: Meter,
  operation: Operation,
  sums: Map<Operation, Sum>,
): Promise<void> {
  const times = TIMES[operation];
  tell(caller, { kind: 'prepare', operation, times });
  await answerOf(caller, 'ready');
  const before = meter.read();
  tell(caller, { kind: 'go' });
  const { milliseconds } = await answerOf(caller, 'done');
  const after = meter.read();
  const sum = sums.get(operation) ?? { runs: 0, commands: 0, cpuMs: 0, milliseconds: [] };
  sum.runs += times;
  sum.commands += after.commands - before.commands;
  sum.cpuMs += after.cpuMs - before.cpuMs;
  sum.milliseconds.push(...milliseconds);
  sums.set(operation, sum);
}

const tell = (caller: ChildProcess, message: ToCaller): void => void caller.send(message);

function answerOf<K extends FromCaller['kind']>(
  caller: ChildProcess,
  kind: K,
): Promise<Extract<FromCaller, { kind: K }>> {
  return new Promise((resolve, reject) => {
    caller.once('message', (message: FromCaller) => {
      if (message.kind === kind) resolve(message as Extract<FromCaller, { kind: K }>);
      else
        reject(new Error(message.kind === 'failed' ? message.message : `The caller said ${message.kind}, not ${kind}`));
    });
  });
}

function print(sums: ReadonlyMap<Operation, Sum>, leads: number, rounds: number, server: string): void {
  const perRun = (operation: Operation): { commands: number; cpuMs: number; ms: number } => {
    const { runs, commands, cpuMs, milliseconds } = sums.get(operation) ?? {
      runs: 1,
      commands: 0,
      cpuMs: 0,
      milliseconds: [],
    };
    return { commands: commands / runs, cpuMs: cpuMs / runs, ms: median(milliseconds) };
  };
  const bare = perRun('ping');
  const rows = OPERATIONS.map((operation) => {
    const { commands, cpuMs, ms } = perRun(operation);
    const figures = [
      commands.toFixed(1),
      cpuMs.toFixed(2),
      (cpuMs / bare.cpuMs).toFixed(1),
      ms.toFixed(2),
      (ms / bare.ms).toFixed(1),
    ];
    return [TITLES[operation], ...figures, AIMS[operation] ?? ''];
  });
  console.log(`\n${leads} leads on sale, ${rounds} rounds, database server ${server}`);
  console.log('CPU: of the market and its database server together; wall: medians, one caller.');
  console.log(table([['', 'commands', 'CPU ms', 'x bare', 'wall ms', 'x bare', 'aim: commands / x'], ...rows]));
}

bench().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
