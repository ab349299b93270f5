import { type Viewer } from '../../../graphql/viewer';
import { type MetaConnection, MetaConnections, type MetaDelivery, MetaDeliveries } from './model';

const MOST = 100;

/** The agency's live connections, the newest first. */
export const connectionsOf = ({ organisationId }: Viewer): Promise<MetaConnection[]> =>
  MetaConnections.find({ agencyId: organisationId, state: 'LIVE' })
    .sort({ createdAt: -1 })
    .limit(MOST)
    .lean<MetaConnection[]>();

export interface MetaTally {
  done: number;
  waiting: number;
  failed: number;
}

/** Told of since the page was connected; or before and waiting for it, or done since. */
const ofConnection = ({ pageId, createdAt }: MetaConnection) => ({
  pageId,
  $or: [{ receivedAt: { $gte: createdAt } }, { state: 'WAITING' as const }, { doneAt: { $gte: createdAt } }],
});

/** What became of the leads that Meta told of since the page was connected, and of those that waited for it. */
export async function tallyOf(connection: MetaConnection): Promise<MetaTally> {
  const rows = await MetaDeliveries.aggregate<{ _id: MetaDelivery['state']; count: number }>([
    { $match: ofConnection(connection) },
    { $group: { _id: '$state', count: { $sum: 1 } } },
  ]);
  const count = (state: MetaDelivery['state']): number => rows.find(({ _id }) => _id === state)?.count ?? 0;
  return { done: count('DONE'), waiting: count('WAITING'), failed: count('FAILED') };
}

const MOST_SHOWN = 20;

/** The last leads that Meta told of, newest first. */
export const deliveriesOf = (connection: MetaConnection): Promise<MetaDelivery[]> =>
  MetaDeliveries.find(ofConnection(connection)).sort({ receivedAt: -1 }).limit(MOST_SHOWN).lean<MetaDelivery[]>();
