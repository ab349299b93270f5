import { type Viewer } from '../../../graphql/viewer';
import { type Connection, connection, cursorMoment, type PageArgs, pageArgs } from '../../../platform/pages';
import { type Batch, Batches } from './model';

/** The agency's batches that have or had a file, the newest first. */
export async function listBatches(viewer: Viewer, args: PageArgs): Promise<Connection<Batch>> {
  const { limit, after } = pageArgs(args);
  const filter: Record<string, unknown> = { agencyId: viewer.organisationId, state: { $ne: 'AWAITING_FILE' } };
  if (after) {
    const createdAt = cursorMoment(after[0]);
    filter.$or = [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: String(after[1]) } }];
  }
  const rows = await Batches.find(filter)
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<Batch[]>();
  return connection(rows, limit, ({ createdAt, _id }) => [createdAt.toISOString(), _id]);
}

/** A batch of the agency by id; null when there is none. */
export const batchOf = (agencyId: string, id: string): Promise<Batch | null> =>
  Batches.findOne({ _id: id, agencyId }).lean<Batch>();

/**
 * For each of these batches the earliest other one of the same agency and niche that got the same bytes and was
 * imported, or is being; in one command, and none when no batch has a file.
 */
export async function sameFilesAs(batches: readonly Batch[]): Promise<(Batch | null)[]> {
  const withFile = batches.filter(({ file }) => file !== null);
  if (withFile.length === 0) return batches.map(() => null);
  const imported = await Batches.find({
    agencyId: { $in: [...new Set(withFile.map(({ agencyId }) => agencyId))] },
    'file.sha256': { $in: [...new Set(withFile.map(({ file }) => file!.sha256))] },
    state: { $in: ['IMPORTING', 'IMPORTED'] },
  })
    .sort({ createdAt: 1 })
    .lean<Batch[]>();
  return batches.map((batch) => imported.find((other) => isSameFile(batch, other)) ?? null);
}

const isSameFile = (batch: Batch, other: Batch): boolean =>
  other._id !== batch._id &&
  other.agencyId === batch.agencyId &&
  other.nicheId === batch.nicheId &&
  other.file!.sha256 === batch.file?.sha256;

export async function batchesById(ids: readonly string[]): Promise<(Batch | null)[]> {
  const found = new Map((await Batches.find({ _id: { $in: ids } }).lean<Batch[]>()).map((batch) => [batch._id, batch]));
  return ids.map((id) => found.get(id) ?? null);
}
