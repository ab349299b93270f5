import { type TaskKind } from '../../../platform/manifest';
import { deliverEvent } from './deliverEvent';
import { expireIfDue, findSession, settleDebit } from './pay';

export { standInPages } from './routes';
export { hasStandIn, startStandIn, stopStandIn } from './server';

export const standInTasks: TaskKind[] = [
  { name: 'standIn.deliverEvent', run: deliverEvent },
  {
    name: 'standIn.expireSession',
    async run({ sessionId }: { sessionId: string }) {
      const session = await findSession(sessionId);
      if (session) await expireIfDue(session);
    },
  },
  {
    name: 'standIn.settleDebit',
    async run({ sessionId }: { sessionId: string }) {
      await settleDebit(sessionId, true);
    },
  },
];
