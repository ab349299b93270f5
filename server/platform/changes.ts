import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeStream, ChangeStreamDocument, Document, ResumeToken } from 'mongodb';
import { database } from './database';
import { log } from './log';
import { gaugeOf } from './metrics';

export interface Change<T = Document> {
  id: string;
  type: 'insert' | 'update' | 'replace' | 'delete';
  /** The document as it is now; null when it was deleted. */
  document: T | null;
}

type Listener = (change: Change<never>) => void;
type GapListener = () => void | Promise<void>;

const listeners = new Map<string, Set<Listener>>();
const gapListeners = new Set<GapListener>();
const REOPEN_MS = 250;
const OPEN_MS = 60_000;
const TELL_AGAIN_MS = 1000;

let stream: ChangeStream | undefined;
let isRunning = false;
let running: Promise<void> = Promise.resolve();
/** Changes were missed and the mirrors were not told yet. */
let hasMissed = false;
/** When the server last answered the stream, with changes or without, by the process's own clock. */
let answeredAt = performance.now();
/** How old the latest change was when it was heard, and when that was. */
let latest = { behindMs: 0, heardAt: 0 };

/** Hears every committed change of a watched collection, whichever process made it. Answers with how to stop. */
export function onChange<T = Document>(collection: string, listener: (change: Change<T>) => void): () => void {
  const set = listeners.get(collection) ?? new Set();
  listeners.set(collection, set);
  set.add(listener);
  return () => void set.delete(listener);
}

/**
 * Called when changes were missed for good (the resume token is too old): what mirrors data must be rebuilt. Called again
 * until it succeeds: whoever cannot read now would else show for ever what was.
 */
export function onGap(listener: GapListener): () => void {
  gapListeners.add(listener);
  return () => void gapListeners.delete(listener);
}

/** Changes that come one on the other tell how late they come; after a rest the stream has caught up. */
const REST_MS = 2000;

/** How far what this process knows lies behind the database, as far as can be told from here. */
export function changesLagMs(): number {
  const at = performance.now();
  return Math.max(at - answeredAt, at - latest.heardAt < REST_MS ? latest.behindMs : 0);
}

/** Opens the process's one change stream; from when this resolves no change of the collections is missed. */
export async function startChanges(collections: readonly string[]): Promise<void> {
  isRunning = true;
  hasMissed = false;
  stream = openStream(collections, FROM_NOW);
  // The server's first answer carries a token: from then on it keeps what happens for us.
  const isOpen = once(stream, 'resumeTokenChanged', { signal: AbortSignal.timeout(OPEN_MS) });
  running = follow(collections);
  await isOpen;
  gaugeOf(
    'leadbourse_changes_lag_seconds',
    'How far this process lies behind the database',
    () => changesLagMs() / 1000,
  );
}

type StartPoint = { resumeAfter: ResumeToken } | object;

/** Not "from a time just gone": a server may go through its whole log to find that time. */
const FROM_NOW: StartPoint = {};

function openStream(collections: readonly string[], from: StartPoint): ChangeStream {
  const opened = database().watch([{ $match: { 'ns.coll': { $in: [...collections] } } }], {
    fullDocument: 'updateLookup',
    maxAwaitTimeMS: 500,
    ...from,
  });
  opened.on('resumeTokenChanged', () => (answeredAt = performance.now()));
  return opened;
}

async function follow(collections: readonly string[]): Promise<void> {
  while (isRunning) {
    try {
      for await (const event of stream!) publishChange(event);
    } catch (error) {
      if (!isRunning) return;
      log.warn({ error }, 'the change stream broke and is opened again');
      await reopen(collections, error);
    }
  }
}

/**
 * Goes on where the broken stream was, by the token of the last look (not of the last change, which may be long ago). A
 * lost token begins anew from now, and only once the server keeps for us what happens are the mirrors told to rebuild:
 * what changes while they read is heard.
 */
async function reopen(collections: readonly string[], cause: unknown): Promise<void> {
  const token = stream?.resumeToken;
  await sleep(REOPEN_MS);
  hasMissed ||= !token || isLostToken(cause);
  try {
    stream = openStream(collections, hasMissed ? FROM_NOW : { resumeAfter: token });
    // The server is asked only when the stream is followed, and may refuse then: the next one is told of instead.
    if (hasMissed) stream.once('resumeTokenChanged', tellOfGap);
  } catch (error) {
    log.warn({ error }, 'the change stream could not be opened');
  }
}

function tellOfGap(): void {
  hasMissed = false;
  for (const tell of gapListeners) void tellUntilDone(tell);
}

async function tellUntilDone(tell: GapListener): Promise<void> {
  while (isRunning && gapListeners.has(tell)) {
    try {
      return await tell();
    } catch (error) {
      log.error({ error }, 'what mirrors data could not be rebuilt; it is tried again');
      await sleep(TELL_AGAIN_MS, undefined, { ref: false });
    }
  }
}

/** Codes of MongoDB for a change stream whose history is gone, or whose token is not taken any more. */
const isLostToken = (error: unknown): boolean => [280, 286, 222, 260].includes((error as { code?: number }).code ?? 0);

function publishChange(event: ChangeStreamDocument): void {
  if (!('documentKey' in event) || !('ns' in event) || !('coll' in event.ns)) return;
  if (!['insert', 'update', 'replace', 'delete'].includes(event.operationType)) return;
  const { clusterTime } = event;
  if (clusterTime)
    latest = { behindMs: Math.max(0, Date.now() - clusterTime.high * 1000 - 1000), heardAt: performance.now() };
  const document = 'fullDocument' in event ? (event.fullDocument ?? null) : null;
  const change = { id: String(event.documentKey._id), type: event.operationType, document } as Change<never>;
  for (const listener of listeners.get(event.ns.coll) ?? []) {
    try {
      listener(change);
    } catch (error) {
      log.error({ error, collection: event.ns.coll }, 'a change listener failed');
    }
  }
}

export async function stopChanges(): Promise<void> {
  isRunning = false;
  await stream?.close().catch(() => undefined);
  await running;
}
