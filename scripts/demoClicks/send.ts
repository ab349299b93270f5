import { setTimeout as sleep } from 'node:timers/promises';
import { type Visitor } from '../demoData/visitors';
import { type Options } from './options';

const TICK_MS = 50;
const MOST_AT_ONCE = 256;

export interface Link {
  address: string;
  visitors: Iterator<Visitor>;
}

/** How many of each kind were sent, how often each status was answered, and how many were not. */
export interface Sent {
  kinds: Map<string, number>;
  answers: Map<string, number>;
  total: number;
}

const add = (counts: Map<string, number>, key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Sends visitors to the links in turn, at a rate; where the market is slower than that, as fast as it answers. */
export async function sendVisitors(links: readonly Link[], { rate, seconds, address }: Options): Promise<Sent> {
  const sent: Sent = { kinds: new Map(), answers: new Map(), total: 0 };
  const underWay = new Set<Promise<void>>();
  const startedAt = performance.now();
  const all = rate * seconds;
  while (sent.total < all) {
    const due = Math.min(all, Math.ceil(((performance.now() - startedAt) / 1000) * rate));
    while (sent.total < due) {
      const link = links[sent.total % links.length]!;
      const visitor = link.visitors.next().value as Visitor;
      sent.total++;
      add(sent.kinds, visitor.kind);
      const visit = follow(new URL(new URL(link.address).pathname, address), visitor)
        .then((status) => void add(sent.answers, String(status)))
        .catch(() => void add(sent.answers, 'no answer'))
        .finally(() => underWay.delete(visit));
      underWay.add(visit);
      if (underWay.size >= MOST_AT_ONCE) await Promise.race(underWay);
    }
    await sleep(TICK_MS);
  }
  await Promise.all(underWay);
  return sent;
}

async function follow(url: URL, { agent, subId, address, headers, method }: Visitor): Promise<number> {
  if (subId) url.searchParams.set('s', subId);
  const said = { ...headers, 'user-agent': agent, 'x-forwarded-for': address };
  const response = await fetch(url, { method, redirect: 'manual', headers: said });
  await response.arrayBuffer();
  return response.status;
}
