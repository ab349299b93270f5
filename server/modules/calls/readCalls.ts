import { type QueryCallsArgs } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { SECOND } from '../../platform/clock';
import { badUserInput } from '../../platform/errors';
import { type Connection, connection, olderThan, pageArgs } from '../../platform/pages';
import { ownTrade } from '../campaigns';
import { type Call, callFrom, CallEvents, type CallRow, Calls, type RawEvent } from './model';

/** A call that a viewer may see: its business, its agency and staff; null for all others, and where there is none. */
export async function callSeenBy(viewer: Viewer, id: string): Promise<Call | null> {
  const row = await Calls.findOne({ $and: [{ _id: id }, ownTrade(viewer)] }).lean<CallRow>();
  return row && callFrom(row);
}

/** The viewer's own calls, newest first; staff name the campaign. */
export async function readCalls(
  viewer: Viewer,
  { campaignId, numberId, verdict, subId, first, after: cursor }: QueryCallsArgs,
): Promise<Connection<Call>> {
  if (viewer.organisationKind === 'PLATFORM' && !campaignId) throw badUserInput('Name the campaign: "campaignId".');
  const { limit, after } = pageArgs({ first, after: cursor });
  const match = {
    ...(campaignId ? { campaignId } : {}),
    ...(numberId ? { numberId } : {}),
    ...(verdict ? { verdict } : {}),
    ...(typeof subId === 'string' ? { subId } : {}),
  };
  const rows = await Calls.find({ $and: [ownTrade(viewer), match, olderThan('startedAt', after)] })
    .sort({ startedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<CallRow[]>();
  return connection(rows.map(callFrom), limit, ({ startedAt, _id }) => [startedAt.toISOString(), _id]);
}

/** The calls of these ids that exist, whosever they are. */
export async function callsById(ids: readonly string[]): Promise<Map<string, Call>> {
  const rows = await Calls.find({ _id: { $in: [...new Set(ids)] } }).lean<CallRow[]>();
  return new Map(rows.map((row) => [row._id, callFrom(row)]));
}

/** The news of these calls, each in the order of time; within a second in that in which a call goes. */
export async function eventsOfCalls(ids: readonly string[]): Promise<Map<string, RawEvent[]>> {
  const rows = await CallEvents.find({ callId: { $in: [...ids] } })
    .sort({ at: 1, receivedAt: 1, _id: 1 })
    .lean<RawEvent[]>();
  const found = new Map<string, RawEvent[]>();
  for (const row of rows.sort(byCourse)) found.set(row.callId, [...(found.get(row.callId) ?? []), row]);
  return found;
}

/** The provider tells whole seconds and our doors parts of them: what falls into one second is told as a call goes. */
export const byCourse = (one: RawEvent, other: RawEvent): number =>
  secondOf(one) - secondOf(other) ||
  placeOf(one) - placeOf(other) ||
  (one.sequence ?? 0) - (other.sequence ?? 0) ||
  one.at.getTime() - other.at.getTime();

const secondOf = ({ at }: RawEvent): number => Math.floor(at.getTime() / SECOND);

/** Where in a call news stands: a caller who gives up ends it, any other line of a caller ends after that to the business. */
function placeOf({ source, leg, status }: RawEvent): number {
  if (source === 'INCOMING') return 0;
  if (status === 'RECORDED') return 6;
  if (status === 'RINGING') return 1;
  if (status === 'ANSWERED') return 2;
  if (leg === 'BUSINESS') return 4;
  return status === 'CANCELLED' ? 3 : 5;
}
