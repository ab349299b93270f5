import { onChange, onGap } from '../../../platform/changes';
import { type TrackedLink, TrackedLinks } from '../model';

/** Every tracked link, kept in this process and following the database, so that one is followed without asking it. */
const links = new Map<string, TrackedLink>();

/** Codes that nobody gave out, as far as was looked a moment ago. */
const unknown = new Map<string, number>();
const UNKNOWN_MS = 10_000;
const MOST_UNKNOWN = 10_000;
/** So many unknown codes a second are looked up; more are guesses, and get the answer of an unknown one. */
const LOOK_UPS_A_SECOND = 50;
let second = { since: 0, count: 0 };

export function keepLink(link: TrackedLink): void {
  const known = links.get(link._id);
  if (!known || known.version <= link.version) links.set(link._id, link);
  unknown.delete(link._id);
}

export const knownLink = (code: string): TrackedLink | undefined => links.get(code);

/** A link that this process has not heard of yet, such as one that another made just now; null where there is none. */
export async function lookUpLink(code: string): Promise<TrackedLink | null> {
  const at = performance.now();
  if (at - (unknown.get(code) ?? -Infinity) < UNKNOWN_MS) return null;
  if (at - second.since > 1000) second = { since: at, count: 0 };
  if (++second.count > LOOK_UPS_A_SECOND) return null;
  const link = await TrackedLinks.findById(code).lean<TrackedLink>();
  if (link) keepLink(link);
  else {
    if (unknown.size >= MOST_UNKNOWN) unknown.clear();
    unknown.set(code, at);
  }
  return link;
}

async function readAll(): Promise<void> {
  links.clear();
  const rows = TrackedLinks.find().lean<TrackedLink>().cursor() as AsyncIterable<TrackedLink>;
  for await (const link of rows) keepLink(link);
}

let stops: (() => void)[] = [];

/** Listens first, reads then: a change made meanwhile is applied on top. */
export async function startLinks(): Promise<void> {
  stops = [onChange<TrackedLink>('tracked_links', ({ document }) => document && keepLink(document)), onGap(readAll)];
  await readAll();
}

export function stopLinks(): void {
  for (const stop of stops) stop();
  stops = [];
  links.clear();
  unknown.clear();
}
