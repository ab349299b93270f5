import { enqueueTask } from '../../../platform/jobs';
import { type MetaDelivery } from './model';

export const FETCH_TASK = 'leads.fetchMetaLead';

/** Queues the fetching of a lead, once for each of its tries. */
export const fetchSoon = ({ _id, tries }: Pick<MetaDelivery, '_id' | 'tries'>, runAt?: Date): Promise<void> =>
  enqueueTask(FETCH_TASK, { leadgenId: _id }, { key: `${_id}:${tries}`, ...(runAt ? { runAt } : {}) });

/** Queues it once more, for a reason that has a name of its own. */
export const fetchAnew = (leadgenId: string, reason: string): Promise<void> =>
  enqueueTask(FETCH_TASK, { leadgenId }, { key: `${leadgenId}:${reason}` });
