import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import express from 'express';
import { storeWritten } from '../../server/modules/clicks/log/visitLog';
import { type Stage } from '../demoData/stage';
import { table } from '../print/table';
import { type ClickMarket, knowMany } from './clickMarket';
import { median } from './meter';
import { type LoadDone, type LoadOrder } from './redirectLoad';

const CAMPAIGNS = [1, 100, 10_000];
const CONNECTIONS = 32;
const PHASE_MS = 1500;
const ROUNDS = 5;
const AIM = 'aim: rate at least 0.60 of it, p99 under 3 times';

interface Figures {
  perSecond: number[];
  p50: number[];
  p99: number[];
}

/**
 * Redirects of the market beside those of a bare express server in the same process: the same load for both, in turn, so
 * that noise meets both. What is told is the median of the rounds.
 */
export async function benchRedirects(stage: Stage, market: ClickMarket): Promise<void> {
  const marketPort = Number(new URL(stage.caller().address).port);
  const bare = await startBare(market.campaign.targetUrl!);
  const load = fork(path.join(__dirname, 'redirectLoad.js'));
  console.log(`\nredirects: ${CONNECTIONS} connections, ${ROUNDS} rounds of ${PHASE_MS} ms, medians; ${AIM}`);
  try {
    const rows = [];
    for (const count of CAMPAIGNS) rows.push(await row(load, count, knowMany(market, count), [bare.port, marketPort]));
    console.log(table([['', 'per second', 'x bare', 'p50 ms', 'x bare', 'p99 ms', 'x bare'], ...rows.flat()]));
  } finally {
    load.kill();
    bare.close();
  }
}

async function startBare(target: string): Promise<{ port: number; close(): void }> {
  const app = express();
  app.get('/r/:code', (_request, response) => response.redirect(302, target));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

async function row(
  load: ChildProcess,
  count: number,
  codes: readonly string[],
  [barePort, marketPort]: readonly [number, number],
): Promise<string[][]> {
  const paths = codes.map((code) => `/r/${code}`);
  const [bare, ours] = [figures(), figures()];
  // The first round warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [port, into] of [[barePort, bare] as const, [marketPort, ours] as const]) {
      const done = await run(load, { port, paths, connections: CONNECTIONS, ms: PHASE_MS });
      if (done.others > 0) throw new Error(`${done.others} visitors were not sent on`);
      if (round > 0) note(into, done);
      // What was written is stored before the other is measured, so that it is not charged with it.
      await storeWritten();
    }
  }
  const line = (title: string, { perSecond, p50, p99 }: Figures, beside: Figures | null): string[] => [
    title,
    ...[perSecond, p50, p99].flatMap((values, at) => {
      const others = beside && [beside.perSecond, beside.p50, beside.p99][at]!;
      const value = median(values);
      return [value.toFixed(at === 0 ? 0 : 2), others ? (value / median(others)).toFixed(2) : ''];
    }),
  ];
  const campaigns = `${count.toLocaleString('en')} campaign${count === 1 ? '' : 's'}`;
  return [line(`bare express (${campaigns})`, bare, null), line(`market, ${campaigns}`, ours, bare)];
}

const figures = (): Figures => ({ perSecond: [], p50: [], p99: [] });

function note(into: Figures, { perSecond, milliseconds }: LoadDone): void {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  into.perSecond.push(perSecond);
  into.p50.push(sorted[Math.floor(sorted.length / 2)] ?? 0);
  into.p99.push(sorted[Math.floor(sorted.length * 0.99)] ?? 0);
}

function run(load: ChildProcess, order: LoadOrder): Promise<LoadDone> {
  load.send(order);
  return new Promise((resolve, reject) => {
    const gone = (): void => reject(new Error('The process of the visitors ended'));
    load.once('exit', gone);
    load.once('message', (done) => {
      load.off('exit', gone);
      resolve(done as LoadDone);
    });
  });
}
