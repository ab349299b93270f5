import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';
import { type BatchDefaults } from '../candidate';
import { type Heading } from './columns/heading';
import { type Column } from './columns/guessColumns';
import { type TableFormat } from './file/table';
import { type RowEnd, type Tally } from './tally';

const BATCH_STATES = [
  'AWAITING_FILE',
  'AWAITING_COLUMNS',
  'READY',
  'IMPORTING',
  'IMPORTED',
  'CANCELLED',
  'FAILED',
] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** States in which the file may still be exchanged and the columns changed. */
export const OPEN_STATES: readonly BatchState[] = ['AWAITING_FILE', 'AWAITING_COLUMNS', 'READY'];

export interface StoredUpload {
  id: string;
  /** As its sender named it; null where that was not told. */
  name?: string | null;
  bytes: number;
  sha256: string;
  receivedAt: Date;
}

export interface DryRun {
  /** Tells this run from one that was asked for before the columns changed. */
  runId: string;
  isDone: boolean;
  progress: number;
  tally: Tally;
  /** Where it goes on after others had their turn; none before the first pause. */
  mark?: DryRunMark;
}

/** All rows up to `row` are counted in the tally, and their people are in the stored file of seen hashes. */
export interface DryRunMark {
  row: number;
  tally: Tally;
  seenFileId: string;
}

/** The leads of one file. Holds headings and counts, never a cell of data: those stay in the encrypted file. */
export interface Batch {
  _id: string;
  agencyId: string;
  personId: string;
  nicheId: string;
  country: string;
  defaults: BatchDefaults;
  /** Of the input it was started with: the same client key with other input is refused. */
  inputHash: string;
  /** The batches that this file corrects, the latest first. */
  correctsIds: string[];
  state: BatchState;
  /** Null before a file arrived and after it was removed. */
  file: StoredUpload | null;
  format: TableFormat | null;
  heading: Heading | null;
  columns: Column[];
  dryRun: DryRun | null;
  /** Set while and after importing: the same file, read in the same way, is imported once. */
  importKey?: string;
  tally: Tally;
  /** All rows up to this one are judged and stored: where an import goes on after a stop. */
  doneRow: number;
  progress: number;
  /** Milliseconds of work so far, without the time that a stopped process lost. */
  activeMs: number;
  /** How often an import was asked for: each time is a task of its own. */
  importRuns: number;
  problem: string | null;
  createdAt: Date;
  importAskedAt: Date | null;
  finishedAt: Date | null;
  changedAt: Date;
}

/** What became of a row, where there is more to tell than that it is a new accepted lead. */
export interface BatchRow {
  /** `<batch>:<row with leading zeros>`: rows of a batch lie together and in order. */
  _id: string;
  outcome: RowEnd['outcome'];
  /** What decided it; nothing of an accepted row. */
  reasons: { code: string; message: string }[];
  /** What was noted beside it and decided nothing; rows of older imports have both among their reasons. */
  notes?: { code: string; message: string }[];
  /** The lead that it became or that it repeats, where that is the agency's own. */
  leadId: string | null;
  /** The earlier row of the same file that it repeats. */
  ofRow: number | null;
}

export const batchRowId = (batchId: string, row: number): string => `${batchId}:${String(row).padStart(10, '0')}`;

const { Mixed } = mongoose.Schema.Types;

export const Batches = mongoose.model(
  'Batch',
  new mongoose.Schema<Batch>(
    {
      _id: String,
      agencyId: String,
      personId: String,
      nicheId: String,
      country: String,
      defaults: Mixed,
      inputHash: String,
      correctsIds: [String],
      state: String,
      file: Mixed,
      format: Mixed,
      heading: Mixed,
      columns: [Mixed],
      dryRun: Mixed,
      importKey: String,
      tally: Mixed,
      doneRow: Number,
      progress: Number,
      activeMs: Number,
      importRuns: Number,
      problem: String,
      createdAt: Date,
      importAskedAt: Date,
      finishedAt: Date,
      changedAt: Date,
    },
    { collection: 'batches', versionKey: false, minimize: false },
  ),
);

export const BatchRows = mongoose.model(
  'BatchRow',
  new mongoose.Schema<BatchRow>(
    { _id: String, outcome: String, reasons: [Mixed], notes: [Mixed], leadId: String, ofRow: Number },
    { collection: 'batch_rows', versionKey: false, minimize: false },
  ),
);

export const collections: CollectionSpec[] = [
  {
    name: 'batches',
    watched: true,
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['agencyId', 'personId', 'nicheId', 'country', 'state', 'tally', 'doneRow', 'createdAt'],
        properties: { state: { enum: [...BATCH_STATES] }, doneRow: { bsonType: ['int', 'long'], minimum: 0 } },
      },
    },
    indexes: [
      { key: { agencyId: 1, createdAt: -1, _id: -1 } },
      { key: { agencyId: 1, 'file.sha256': 1 } },
      { key: { importKey: 1 }, unique: true, partialFilterExpression: { importKey: { $exists: true } } },
      { key: { 'file.id': 1 }, partialFilterExpression: { 'file.id': { $exists: true } } },
      {
        key: { 'dryRun.mark.seenFileId': 1 },
        partialFilterExpression: { 'dryRun.mark.seenFileId': { $exists: true } },
      },
      { key: { changedAt: 1 }, name: 'withFile', partialFilterExpression: { 'file.id': { $exists: true } } },
      { key: { changedAt: 1 }, name: 'withoutFile', partialFilterExpression: { state: 'AWAITING_FILE' } },
    ],
  },
  {
    name: 'batch_rows',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['outcome', 'reasons'],
        properties: { outcome: { enum: ['ACCEPTED', 'QUARANTINED', 'DUPLICATE', 'REJECTED', 'UNCHANGED'] } },
      },
    },
    indexes: [],
  },
];
