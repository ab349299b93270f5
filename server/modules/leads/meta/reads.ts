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

/** What became of the leads that Meta told of since the page was connected, and of those that waited for it. */
export async function tallyOf({ pageId, createdAt }: MetaConnection): Promise<MetaTally> {
  const rows = await MetaDeliveries.aggregate<{ _id: MetaDelivery['state']; count: number }>([
    { $match: { pageId, $or: [{ receivedAt: { $gte: createdAt } }, { state: 'WAITING' }] } },
    { $group: { _id: '$state', count: { $sum: 1 } } },
  ]);
  const count = (state: MetaDelivery['state']): number => rows.find(({ _id }) => _id === state)?.count ?? 0;
  return { done: count('DONE'), waiting: count('WAITING'), failed: count('FAILED') };
}

const MOST_SHOWN = 20;

/** The last leads that Meta told of, newest first. */
export const deliveriesOf = ({ pageId, createdAt }: MetaConnection): Promise<MetaDelivery[]> =>
  MetaDeliveries.find({ pageId, $or: [{ receivedAt: { $gte: createdAt } }, { state: 'WAITING' }] })
    .sort({ receivedAt: -1 })
    .limit(MOST_SHOWN)
    .lean<MetaDelivery[]>();
