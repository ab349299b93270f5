import { setTimeout as sleep } from 'node:timers/promises';
import { type Caller } from '../api/marketClient';

const WAIT_MS = 60_000;
const DAY_MS = 86_400_000;

interface Row {
  key: string;
  seen: number;
}

const REPORT = `query ($from: Date!, $to: Date!) { clickReport(by: VERDICT, from: $from, to: $to) { key seen } }`;

/** How many clicks of an agency were judged to be what, these days. */
export async function findings(agency: Caller): Promise<Map<string, number>> {
  const day = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const rows = await agency.ask<Row[]>(REPORT, { from: day(-2), to: day(2) });
  return new Map(rows.map(({ key, seen }) => [key, seen]));
}

const totalOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, one) => sum + one, 0);

/** What was found since `before`, once as many as were sent are judged; what is by then where the market takes longer. */
export async function foundSince(
  agency: Caller,
  before: ReadonlyMap<string, number>,
  sent: number,
): Promise<Map<string, number>> {
  for (const deadline = Date.now() + WAIT_MS; ; await sleep(1000)) {
    const now = await findings(agency);
    if (totalOf(now) - totalOf(before) < sent && Date.now() < deadline) continue;
    const since = [...now].map(([verdict, count]) => [verdict, count - (before.get(verdict) ?? 0)] as const);
    return new Map(since.filter(([, count]) => count > 0));
  }
}
