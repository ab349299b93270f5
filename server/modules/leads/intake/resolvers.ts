import { type GraphQLResolveInfo } from 'graphql';
import { type Resolvers } from '../../../generated/graphql';
import { config } from '../../../config';
import { access, subscription } from '../../../graphql/access';
import { outcome } from '../../../graphql/outcome';
import { badUserInput } from '../../../platform/errors';
import { nicheTree } from '../../catalog';
import { reportAddress, uploadAddress } from './addresses';
import { recordBatchLook } from '../vault/recordBatchLook';
import { cancelBatch } from './cancelBatch';
import { changeBatchDefaults } from './changeBatchDefaults';
import { type Column, type Meaning } from './columns/guessColumns';
import { ENCODINGS } from './file/encoding';
import { importBatch } from './importBatch';
import { batchOf, listBatches } from './lists';
import { takerOf } from './columns/meanings';
import { mapColumns } from './mapColumns';
import { type Batch } from './model';
import { previewBatch } from './previewBatch';
import { batchProgress } from './progress';
import { rereadBatch } from './rereadBatch';
import { startBatch } from './startBatch';
import { mostFrequent, type Tally } from './tally';
import { MAX_SAMPLE_ROWS, sampleRows } from './uploadedFile';

export const intakeResolvers: Resolvers = {
  Query: {
    batches: access.agency()((_parent, args, { viewer }) => listBatches(viewer, args)),
    batch: access.agency()((_parent, { id }, { viewer }) => batchOf(viewer.organisationId, id)),
  },
  Mutation: {
    startBatch: access.agency()(
      outcome('StartBatchPayload', (_parent, { input }, { viewer }) => startBatch(viewer, input)),
    ),
    mapColumns: access.agency()(
      outcome('MapColumnsPayload', (_parent, { input }, { viewer }) => mapColumns(viewer, input)),
    ),
    rereadBatch: access.agency()(
      outcome('RereadBatchPayload', (_parent, { input }, { viewer }) => rereadBatch(viewer, input)),
    ),
    changeBatchDefaults: access.agency()(
      outcome('ChangeBatchDefaultsPayload', (_parent, { input }, { viewer }) => changeBatchDefaults(viewer, input)),
    ),
    previewBatch: access.agency()(
      outcome('PreviewBatchPayload', (_parent, { input }, { viewer }) => previewBatch(viewer, input)),
    ),
    importBatch: access.agency()(
      outcome('ImportBatchPayload', (_parent, { input }, { viewer }) => importBatch(viewer, input)),
    ),
    cancelBatch: access.agency()(
      outcome('CancelBatchPayload', (_parent, { input }, { viewer }) => cancelBatch(viewer, input)),
    ),
  },
  Subscription: {
    batchProgress: subscription(access.agency(), (_parent, { id }, { viewer }) => batchProgress(viewer, id)),
  },
  Batch: {
    id: ({ _id }) => _id,
    niche: ({ nicheId }) => nicheTree().byId(nicheId)!,
    uploadAddress: ({ _id }) => uploadAddress(_id),
    maxFileBytes: () => BigInt(config.maxUploadBytes),
    file: (batch) => fileOf(batch),
    columns: ({ columns, nicheId }) =>
      columns.map(({ answerKey, lost, ...column }) => ({
        ...column,
        formField: formFieldOf(nicheId, answerKey),
        lost: lost ? lostMeaning(lost, columns, nicheId) : null,
      })),
    preview: async (batch, { first }, { viewer }, { path }) => {
      if (first < 1 || first > MAX_SAMPLE_ROWS) throw badUserInput(`"first" must be from 1 to ${MAX_SAMPLE_ROWS}.`);
      if (isInList(path) || !viewer) return null;
      if (batch.file) await recordBatchLook(viewer, batch, { reason: 'first rows', rows: first });
      return sampleRows(batch, first);
    },
    dryRun: ({ dryRun }) =>
      dryRun && {
        isDone: dryRun.isDone,
        progress: dryRun.progress,
        ...told(dryRun.tally),
      },
    counts: ({ tally }) => told(tally).counts,
    reasons: ({ tally }) => told(tally).reasons,
    notes: ({ tally }) => told(tally).notes,
    rowsPerSecond: ({ tally, activeMs }) => (activeMs === 0 ? null : Math.round((tally.counts.rows * 1000) / activeMs)),
    reportAddress: ({ _id, file, importAskedAt }) => (file && importAskedAt ? reportAddress(_id) : null),
    corrects: ({ correctsIds }, _args, { loaders }) => (correctsIds[0] ? loaders.batchById.load(correctsIds[0]) : null),
    sameFileAs: (batch, _args, { loaders }) => loaders.sameFileByBatch.load(batch),
  },
};

/** A tally as it is told. */
const told = ({ counts, reasons, notes }: Tally) => ({
  counts: { ...counts, noted: counts.noted ?? 0 },
  reasons: mostFrequent(reasons),
  notes: mostFrequent(notes),
});

const formFieldOf = (nicheId: string, answerKey: string | null) =>
  nicheTree()
    .byId(nicheId)
    ?.fields.find(({ key }) => key === answerKey) ?? null;

function lostMeaning(lost: Meaning, columns: readonly Column[], nicheId: string) {
  const taker = takerOf(lost, columns);
  return taker
    ? { field: lost.field, formField: formFieldOf(nicheId, lost.answerKey), takenByIndex: taker.index }
    : null;
}

/** Each preview decrypts and reads a file, so one answer does not give those of a whole list. */
function isInList(path: GraphQLResolveInfo['path']): boolean {
  for (let at: typeof path | undefined = path; at; at = at.prev) if (typeof at.key === 'number') return true;
  return false;
}

function fileOf({ file, format, heading }: Batch) {
  if (!file || !format) return null;
  const isText = format.kind === 'TEXT';
  return {
    name: file.name ?? null,
    bytes: BigInt(file.bytes),
    sha256: file.sha256,
    receivedAt: file.receivedAt,
    encoding: isText ? format.encoding : null,
    isEncodingSure: isText ? (format.isEncodingSure ?? null) : null,
    encodings: isText ? [...ENCODINGS] : [],
    delimiter: isText ? format.dialect.delimiter : null,
    sheet: isText ? null : format.sheet,
    sheets: isText ? [] : (format.sheets ?? [format.sheet]),
    headingRow: heading?.headerRow ?? null,
  };
}
