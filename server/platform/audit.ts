import mongoose from './mongoose';
import { type ActName } from './actNames';
import { now } from './clock';
import { newId } from './ids';
import { type CollectionSpec } from './manifest';
import { within } from './span';

/** An act of staff or of an owner that others may ask about later. Rows are inserted and read, never changed. */
export interface AuditRow {
  _id: string;
  at: Date;
  /** The person who acted, or `system`. */
  actor: string;
  /** The mutation or job, such as `approveAgency`. */
  act: string;
  /** The id of what it was done to. */
  subject: string;
  reason: string | null;
  before: unknown;
  after: unknown;
}

const Audit = mongoose.model(
  'Audit',
  new mongoose.Schema<AuditRow>(
    {
      _id: String,
      at: Date,
      actor: String,
      act: String,
      subject: String,
      reason: String,
      before: mongoose.Schema.Types.Mixed,
      after: mongoose.Schema.Types.Mixed,
    },
    { collection: 'audit', versionKey: false, minimize: false },
  ),
);

export const auditCollections: CollectionSpec[] = [
  {
    name: 'audit',
    // The record is asked by what was done to, by who did it, by what was done, by two of these, or as a whole.
    indexes: [
      { key: { subject: 1, at: -1, _id: -1 } },
      { key: { actor: 1, at: -1, _id: -1 } },
      { key: { act: 1, at: -1, _id: -1 } },
      { key: { actor: 1, act: 1, at: -1, _id: -1 } },
      { key: { at: -1, _id: -1 } },
    ],
  },
];

export type Act = Pick<AuditRow, 'actor' | 'subject'> & { act: ActName } & Partial<
    Pick<AuditRow, 'reason' | 'before' | 'after'>
  >;

/** Records an act in the open transaction, so that no act is done without its record. No personal data in it. */
export async function recordAct(act: Act): Promise<void> {
  await Audit.insertMany([{ _id: newId('audit'), at: now(), reason: null, before: null, after: null, ...act }]);
}

type Asked<T> = T | null | undefined;

export interface ActFilter {
  subject?: Asked<string>;
  act?: Asked<string>;
  actor?: Asked<string>;
  from?: Asked<Date>;
  to?: Asked<Date>;
}

/** Acts that are all of what is asked, newest first. */
export async function readActs(filter: ActFilter, limit: number, before?: string): Promise<AuditRow[]> {
  const { from, to, ...named } = filter;
  const equal = Object.fromEntries(Object.entries(named).filter(([, value]) => value));
  const where = { ...equal, ...within('at', from, to), ...(before ? { _id: { $lt: before } } : {}) };
  return Audit.find(where).sort({ at: -1, _id: -1 }).limit(limit).lean<AuditRow[]>();
}
