import { type DisputeFilter, type DisputeSort } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { badUserInput } from '../../platform/errors';
import { type Connection, connection, type PageArgs, pageArgs } from '../../platform/pages';
import { type DisputeRow, Disputes } from './model';
import { sideOf } from './policy';
import { isRunning, RUNNING_STATES } from './states';

/** A dispute that the viewer is a side of; null for any other. */
export async function readDispute(viewer: Viewer, disputeId: string): Promise<DisputeRow | null> {
  const dispute = await Disputes.findById(disputeId).lean<DisputeRow>();
  return dispute && sideOf(viewer, dispute) ? dispute : null;
}

/** A page of the disputes that the viewer's organisation is a side of; of all for the platform. */
export async function readDisputes(
  viewer: Viewer,
  filter: DisputeFilter,
  sort: DisputeSort,
  page: PageArgs,
): Promise<Connection<DisputeRow>> {
  const { limit, after } = pageArgs(page);
  const isByClock = sort === 'DUE_FIRST';
  const field = isByClock ? 'dueAt' : 'openedAt';
  const direction = isByClock ? 1 : -1;
  const where = {
    ...ownDisputes(viewer),
    ...wanted(filter, isByClock),
    ...beyond(field, isByClock ? '$gt' : '$lt', after),
  };
  const rows = await Disputes.find(where)
    .sort({ [field]: direction, _id: direction })
    .limit(limit + 1)
    .lean<DisputeRow[]>();
  return connection(rows, limit, (row) => [row[field]?.getTime() ?? 0, row._id]);
}

function ownDisputes({ organisationKind, organisationId }: Viewer): object {
  if (organisationKind === 'PLATFORM') return {};
  return organisationKind === 'AGENCY' ? { agencyId: organisationId } : { buyerId: organisationId };
}

function wanted({ states, kind, reason, saleId }: DisputeFilter, isRunningOnly: boolean): object {
  const asked = isRunningOnly ? (states ?? RUNNING_STATES).filter(isRunning) : states;
  return {
    ...(asked ? { state: { $in: [...asked] } } : {}),
    ...(kind ? { kind } : {}),
    ...(reason ? { reason } : {}),
    ...(saleId ? { subjectId: saleId } : {}),
  };
}

function beyond(field: string, operator: '$gt' | '$lt', after: unknown[] | null): object {
  if (!after) return {};
  const [time, id] = after;
  if (typeof time !== 'number' || typeof id !== 'string') throw badUserInput('"after" is not a cursor of this list.');
  const at = new Date(time);
  return { $or: [{ [field]: { [operator]: at } }, { [field]: at, _id: { [operator]: id } }] };
}
