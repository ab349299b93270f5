import { type Viewer } from '../../../graphql/viewer';
import { type Connection, connection, type PageArgs, pageArgs } from '../../../platform/pages';
import { type Batch, Batches } from './model';

/** The agency's batches, the newest first. */
export async function listBatches(viewer: Viewer, args: PageArgs): Promise<Connection<Batch>> {
  const { limit, after } = pageArgs(args);
  const filter: Record<string, unknown> = { agencyId: viewer.organisationId };
  if (after) {
    const createdAt = new Date(String(after[0]));
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

/** The earliest other batch of the same niche that got the same bytes and was imported, or is being. */
export async function sameFileAs({ _id, agencyId, nicheId, file }: Batch): Promise<Batch | null> {
  if (!file) return null;
  return Batches.findOne({
    agencyId,
    'file.sha256': file.sha256,
    nicheId,
    _id: { $ne: _id },
    state: { $in: ['IMPORTING', 'IMPORTED'] },
  })
    .sort({ createdAt: 1 })
    .lean<Batch>();
}
