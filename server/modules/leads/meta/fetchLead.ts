import { after, DAY, HOUR, MINUTE, now, SECOND } from '../../../platform/clock';
import { enqueueTask } from '../../../platform/jobs';
import { type TaskKind } from '../../../platform/manifest';
import { inTransaction } from '../../../platform/transaction';
import { organisationsById } from '../../accounts';
import { acceptRows } from '../accept/acceptRows';
import { batchOf, rowOf } from './candidate';
import { FETCH_TASK, fetchAnew, fetchSoon } from './fetchSoon';
import { graphApi, GraphRefusal, type MetaLead } from './graphApi';
import {
  type MetaConnection,
  MetaConnections,
  type MetaDelivery,
  MetaDeliveries,
  type MetaForm,
  type MetaLeadProblem,
} from './model';
import { openToken } from './token';

/** After these waits a lead that could not be fetched is given up. */
const WAITS_MS = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, DAY];

/** Fetches one lead that Meta told of and gives it to the checks. Done again it finds it done. */
export const fetchTask: TaskKind = {
  name: FETCH_TASK,
  run: ({ leadgenId }: { leadgenId: string }) => fetchLead(leadgenId),
};

/** Stands in the way of a lead; nothing is lost, it goes on when that is mended. */
class Stopped extends Error {
  constructor(readonly problem: MetaLeadProblem) {
    super(problem);
  }
}

async function fetchLead(leadgenId: string): Promise<void> {
  const delivery = await MetaDeliveries.findById(leadgenId).lean<MetaDelivery>();
  if (delivery?.state !== 'WAITING') return;
  const connection = await MetaConnections.findOne({ pageId: delivery.pageId, state: 'LIVE' }).lean<MetaConnection>();
  try {
    if (!connection) throw new Stopped('NO_CONNECTION');
    await requireActive(connection);
    // Where Meta told the form, a lead of none of ours is not even asked for.
    if (delivery.formId !== null) formOf(connection, delivery.formId);
    const lead = await graphApi.readLead(leadgenId, openToken(connection));
    await take(delivery, connection, lead, formOf(connection, lead.formId));
  } catch (error) {
    if (error instanceof Stopped) await note(delivery, error.problem);
    else if (error instanceof GraphRefusal) await noteRefusal(delivery, connection!, error);
    else throw error;
  }
}

async function requireActive({ agencyId }: MetaConnection): Promise<void> {
  const agency = (await organisationsById([agencyId])).get(agencyId);
  if (agency?.status !== 'ACTIVE') throw new Stopped('AGENCY_NOT_ACTIVE');
}

function formOf({ forms }: MetaConnection, id: string): MetaForm {
  const form = forms.find(({ formId }) => formId === id);
  if (!form) throw new Stopped('NO_FORM');
  return form;
}

/** The lead and the mark that it is done, in one transaction: after a stop between them it is as if nothing was. */
async function take({ _id }: MetaDelivery, connection: MetaConnection, lead: MetaLead, form: MetaForm): Promise<void> {
  const row = rowOf(lead, form);
  const { agencyId } = connection;
  const done = { state: 'DONE' as const, agencyId, formId: lead.formId, doneAt: now() };
  if (!row) {
    await MetaDeliveries.updateOne({ _id, state: 'WAITING' }, { $set: { ...done, problem: 'TEST_LEAD' } });
    return;
  }
  await inTransaction(async () => {
    const [outcome] = await acceptRows([row], batchOf(connection, lead, form));
    const leadId = outcome && 'leadId' in outcome ? outcome.leadId : null;
    await MetaDeliveries.updateOne(
      { _id, state: 'WAITING' },
      { $set: { ...done, problem: null, outcome: outcome!.outcome, leadId } },
    );
  });
  if (connection.problem !== null)
    await MetaConnections.updateOne({ _id: connection._id }, { $set: { problem: null, changedAt: now() } });
}

const note = ({ _id }: MetaDelivery, problem: MetaLeadProblem) =>
  MetaDeliveries.updateOne({ _id, state: 'WAITING' }, { $set: { problem } });

async function noteRefusal(
  delivery: MetaDelivery,
  connection: MetaConnection,
  { problem }: GraphRefusal,
): Promise<void> {
  if (problem === 'TOKEN_REFUSED') {
    // Every further lead of the page would meet the same; a new token sets all of them going.
    await MetaConnections.updateOne({ _id: connection._id }, { $set: { problem, changedAt: now() } });
    await note(delivery, problem);
    return;
  }
  const { _id, tries } = delivery;
  const wait = problem === 'UNREACHABLE' ? WAITS_MS[tries] : undefined;
  if (wait === undefined) {
    await MetaDeliveries.updateOne({ _id, state: 'WAITING' }, { $set: { state: 'FAILED', problem, doneAt: now() } });
    return;
  }
  await inTransaction(async () => {
    await MetaDeliveries.updateOne({ _id, state: 'WAITING' }, { $set: { problem, tries: tries + 1 } });
    await fetchSoon({ _id, tries: tries + 1 }, after(now(), wait));
  });
}

const RESUME_TASK = 'leads.resumeMetaPage';

/** Sets the leads of a page going that waited for what is mended in the open transaction. */
export const fetchWaiting = (pageId: string): Promise<void> => enqueueTask(RESUME_TASK, { pageId });

const PAGE = 500;

/** Queues the leads of a page that wait, however many they are. */
export const resumeTask: TaskKind = {
  name: RESUME_TASK,
  async run({ pageId }: { pageId: string }, { taskId, heartbeat }) {
    let last = '';
    for (;;) {
      const waiting = await MetaDeliveries.find({ pageId, state: 'WAITING', _id: { $gt: last } }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean();
      // By this task's name: the one that ended in waiting is known as done.
      for (const { _id } of waiting) await fetchAnew(_id, taskId);
      if (waiting.length < PAGE) return;
      last = waiting.at(-1)!._id;
      await heartbeat();
    }
  },
};
