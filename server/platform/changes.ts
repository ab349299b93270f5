import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeStream, ChangeStreamDocument, Document, ResumeToken } from 'mongodb';
import { database } from './database';
import { log } from './log';

export interface Change<T = Document> {
  id: string;
  type: 'insert' | 'update' | 'replace' | 'delete';
  /** The document as it is now; null when it was deleted. */
  document: T | null;
}

type Listener = (change: Change<never>) => void;

const listeners = new Map<string, Set<Listener>>();
const gapListeners = new Set<() => void>();
const REOPEN_MS = 250;
const OPEN_MS = 60_000;

let stream: ChangeStream | undefined;
let isRunning = false;
let running: Promise<void> = Promise.resolve();

/** Hears every committed change of a watched collection, whichever process made it. Answers with how to stop. */
export function onChange<T = Document>(collection: string, listener: (change: Change<T>) => void): () => void {
  const set = listeners.get(collection) ?? new Set();
  listeners.set(collection, set);
  set.add(listener);
  return () => void set.delete(listener);
}

/** Called when changes were missed for good (the resume token is too old): what mirrors data must be rebuilt. */
export function onGap(listener: () => void): () => void {
  gapListeners.add(listener);
  return () => void gapListeners.delete(listener);
}

/** Opens the process's one change stream; from when this resolves no change of the collections is missed. */
export async function startChanges(collections: readonly string[]): Promise<void> {
  isRunning = true;
  stream = openStream(collections, FROM_NOW);
  // The server's first answer carries a token: from then on it keeps what happens for us.
  const isOpen = once(stream, 'resumeTokenChanged', { signal: AbortSignal.timeout(OPEN_MS) });
  running = follow(collections);
  await isOpen;
}

type StartPoint = { resumeAfter: ResumeToken } | object;

/** Not "from a time just gone": a server may go through its whole log to find that time. */
const FROM_NOW: StartPoint = {};

const openStream = (collections: readonly string[], from: StartPoint): ChangeStream =>
  database().watch([{ $match: { 'ns.coll': { $in: [...collections] } } }], {
    fullDocument: 'updateLookup',
    maxAwaitTimeMS: 500,
    ...from,
  });

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
 * lost token begins anew from now, and only then are the mirrors told to rebuild: what changes meanwhile is heard.
 */
async function reopen(collections: readonly string[], cause: unknown): Promise<void> {
  const token = stream?.resumeToken;
  await sleep(REOPEN_MS);
  try {
    if (token && !isLostToken(cause)) {
      stream = openStream(collections, { resumeAfter: token });
      return;
    }
    stream = openStream(collections, FROM_NOW);
    for (const tell of gapListeners) tell();
  } catch (error) {
    log.warn({ error }, 'the change stream could not be opened');
  }
}

/** Codes of MongoDB for a change stream whose history is gone. */
const isLostToken = (error: unknown): boolean => [280, 286, 222].includes((error as { code?: number }).code ?? 0);

function publishChange(event: ChangeStreamDocument): void {
  if (!('documentKey' in event) || !('ns' in event) || !('coll' in event.ns)) return;
  if (!['insert', 'update', 'replace', 'delete'].includes(event.operationType)) return;
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
