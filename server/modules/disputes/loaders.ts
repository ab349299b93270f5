import DataLoader from 'dataloader';
import { type Viewer } from '../../graphql/viewer';
import { disputeIdOf } from './ids';
import { type DisputeRow, Disputes } from './model';
import { sideOf } from './policy';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = (viewer: Viewer | null) => ({
  /** The dispute of a sale, batch or call; null for everybody who is no side of it. */
  disputeOf: new DataLoader<string, DisputeRow | null>(async (subjectIds) => {
    const rows = viewer ? await Disputes.find({ _id: { $in: subjectIds.map(disputeIdOf) } }).lean<DisputeRow[]>() : [];
    const seen = new Map(rows.filter((row) => viewer && sideOf(viewer, row)).map((row) => [row.subjectId, row]));
    return subjectIds.map((id) => seen.get(id) ?? null);
  }),
});

export type DisputeLoaders = ReturnType<typeof loaders>;
