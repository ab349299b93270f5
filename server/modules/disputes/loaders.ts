import DataLoader from 'dataloader';
import { type Viewer } from '../../graphql/viewer';
import { disputeIdOf } from './ids';
import { type DisputeRow, Disputes } from './model';
import { sideOf } from './policy';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = (viewer: Viewer | null) => ({
  /** The dispute of a sale; null for everybody who is no side of it. */
  disputeOfSale: new DataLoader<string, DisputeRow | null>(async (saleIds) => {
    const rows = viewer ? await Disputes.find({ _id: { $in: saleIds.map(disputeIdOf) } }).lean<DisputeRow[]>() : [];
    const seen = new Map(rows.filter((row) => viewer && sideOf(viewer, row)).map((row) => [row.saleId, row]));
    return saleIds.map((id) => seen.get(id) ?? null);
  }),
});

export type DisputeLoaders = ReturnType<typeof loaders>;
