import type { Router } from 'express';
import type { Model } from 'mongoose';
import type { Resolvers } from '../generated/graphql';
import type { Viewer } from '../graphql/viewer';
import type { EventTopics, MarketEvent } from '../modules/events';

/** An index as createIndexes takes it; laid out equality, sort, range. */
export interface IndexSpec {
  key: Record<string, 1 | -1 | '2dsphere'>;
  name?: string;
  unique?: boolean;
  partialFilterExpression?: object;
  expireAfterSeconds?: number;
}

/** A collection with the fences that the database itself keeps. */
export interface CollectionSpec {
  name: string;
  model?: Model<never>;
  /** A `$jsonSchema` and/or `$expr` validator; refused writes fail with error 121. */
  validator?: object;
  indexes: IndexSpec[];
  /** True when changes of this collection are published to `onChange` listeners of every process. */
  watched?: boolean;
}

export type EventHandler = {
  [Topic in keyof EventTopics]: {
    topic: Topic;
    /** Unique within the market; an event is delivered to each name at least once, so handling must be idempotent. */
    name: string;
    handle(payload: EventTopics[Topic], event: MarketEvent<Topic>): Promise<void>;
  };
}[keyof EventTopics];

/** A sweep that one process at a time runs every so often; deadlines are data, so a stopped process loses nothing. */
export interface PeriodicJob {
  name: string;
  everySeconds: number;
  /** Does what is due at `now`; answers with how many things it did. */
  run(now: Date): Promise<number>;
}

export interface TaskContext {
  taskId: string;
  attempt: number;
  /** Prolongs the lease; call it at least every 30 s in long work. Throws when the task was lost to another worker. */
  heartbeat(): Promise<void>;
  /** True once the process is to stop: long work then queues its rest as a new task and returns. */
  shouldStop(): boolean;
}

/** Work that is queued by `enqueueTask` and survives a stop; run at least once. */
export interface TaskKind {
  name: string;
  run(payload: never, context: TaskContext): Promise<void>;
}

/** One statement that must hold over the whole database. */
export interface Invariant {
  code: string;
  title: string;
  /** The violations in words with ids, without personal data; empty when it holds. */
  check(): Promise<string[]>;
}

/** A data step that runs once per database, in the order of names. */
export interface Migration {
  /** `NNNN-what-it-does` */
  name: string;
  up(): Promise<void>;
}

/** What a module brings to the market. */
export interface ModuleManifest {
  name: string;
  resolvers?: Resolvers;
  loaders?: (viewer: Viewer | null) => object;
  collections?: CollectionSpec[];
  handlers?: EventHandler[];
  jobs?: PeriodicJob[];
  tasks?: TaskKind[];
  migrations?: Migration[];
  invariants?: Invariant[];
  /** Doors that must answer within a few milliseconds: they come before all others and set their own headers. */
  firstRoutes?: (router: Router) => void;
  /** Doors that are not GraphQL. Body parsing is the door's own matter. */
  routes?: (router: Router) => void;
  /** Runs after collections and migrations, before the process is ready: fill caches and boards here. */
  start?: () => Promise<void>;
  stop?: () => Promise<void>;
  /** False while the process must not get traffic (its board is still being built). */
  isReady?: () => boolean;
}
