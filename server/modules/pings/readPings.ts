import { type Viewer } from '../../graphql/viewer';
import { after, now } from '../../platform/clock';
import { connection, type Connection, cursorMoment, pageArgs, type PageArgs } from '../../platform/pages';
import { type Ping, pingFrom, type PingRow, Pings } from './model';
import { KEPT_MS, NO_BID, UNSOLD } from './rules';

/** A page of the viewer's pings of the last 30 days, newest first. */
export async function readPings({ organisationId: agencyId }: Viewer, page: PageArgs): Promise<Connection<Ping>> {
  const { limit, after: place } = pageArgs(page);
  const rows = await Pings.find({ agencyId, at: { $gt: after(now(), -KEPT_MS) }, ...placeAfter(place) })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<PingRow[]>();
  return connection(rows.map(pingFrom), limit, ({ at, _id }) => [at.getTime(), _id]);
}

function placeAfter(place: unknown[] | null): object {
  if (!place) return {};
  const [time, id] = place;
  const at = cursorMoment(time);
  return { $or: [{ at: { $lt: at } }, { at, _id: { $lt: String(id) } }] };
}

/** What became of a ping. */
export function stateOf({
  state,
  result,
  expiresAt,
}: Ping): 'NO_BID' | 'OPEN' | 'LAPSED' | 'POSTED' | 'SOLD' | 'UNSOLD' {
  if (state === 'DONE') return result?.unsold ? 'UNSOLD' : 'SOLD';
  return state === 'OPEN' && now() >= expiresAt ? 'LAPSED' : state;
}

/** Why nobody bid, or why nothing was sold, in words. */
export const whyOf = ({ noBid, result }: Ping): string | null =>
  noBid ? NO_BID[noBid] : result?.unsold ? UNSOLD[result.unsold] : null;
