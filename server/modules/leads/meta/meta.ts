import { type Resolvers } from '../../../generated/graphql';
import { config } from '../../../config';
import { access } from '../../../graphql/access';
import { outcome } from '../../../graphql/outcome';
import { after, DAY } from '../../../platform/clock';
import { type EventHandler, type ModuleManifest } from '../../../platform/manifest';
import { nicheTree } from '../../catalog';
import { fetchTask, fetchWaiting, resumeTask } from './fetchLead';
import { metaCollections, MetaConnections, MetaDeliveries } from './model';
import { connectionsOf, deliveriesOf, tallyOf } from './reads';
import { HOOK_ADDRESS, metaRoutes } from './receiveHook';
import { changeMetaForms, connectMetaPage, disconnectMetaPage, renewMetaToken } from './verbs';

const managing = access.agency('OWNER', 'MANAGER');

const resolvers: Resolvers = {
  Query: {
    metaSetup: managing(async (_parent, _args, { viewer }) => ({
      isConfigured: config.meta !== null,
      hookAddress: `${config.publicUrl}${HOOK_ADDRESS}`,
      pages: await connectionsOf(viewer),
    })),
  },
  Mutation: {
    connectMetaPage: managing(
      outcome('ConnectMetaPagePayload', (_parent, { input }, { viewer }) => connectMetaPage(viewer, input)),
    ),
    changeMetaForms: managing(
      outcome('ChangeMetaFormsPayload', (_parent, { input }, { viewer }) => changeMetaForms(viewer, input)),
    ),
    renewMetaToken: managing(
      outcome('RenewMetaTokenPayload', (_parent, { input }, { viewer }) => renewMetaToken(viewer, input)),
    ),
    disconnectMetaPage: managing(
      outcome('DisconnectMetaPagePayload', (_parent, { input }, { viewer }) => disconnectMetaPage(viewer, input)),
    ),
  },
  MetaPage: {
    id: ({ _id }) => _id,
    tally: (connection) => tallyOf(connection),
    deliveries: (connection) => deliveriesOf(connection),
  },
  MetaForm: { niche: ({ nicheId }) => nicheTree().byId(nicheId)! },
  MetaDelivery: { id: ({ _id }) => _id },
};

/** An agency that may submit again gets what came meanwhile. */
async function fetchOfAgency({ organisationId }: { organisationId: string }): Promise<void> {
  const live = await MetaConnections.find({ agencyId: organisationId, state: 'LIVE' }, { pageId: 1 }).lean();
  for (const { pageId } of live) await fetchWaiting(pageId);
}

const handlers: EventHandler[] = [
  { topic: 'organisation.approved', name: 'leads.fetchMetaOfApproved', handle: fetchOfAgency },
  { topic: 'organisation.reinstated', name: 'leads.fetchMetaOfReinstated', handle: fetchOfAgency },
];

/** So long Meta itself keeps a lead. */
const KEPT_DAYS = 90;

/** What the webhook of Meta's lead forms brings to the module's manifest. */
export const meta = {
  resolvers,
  collections: metaCollections,
  tasks: [fetchTask, resumeTask],
  handlers,
  jobs: [
    {
      name: 'leads.forgetMetaLeads',
      everySeconds: 24 * 3600,
      async run(now) {
        const { deletedCount } = await MetaDeliveries.deleteMany({ receivedAt: { $lt: after(now, -KEPT_DAYS * DAY) } });
        return deletedCount;
      },
    },
  ],
  routes: metaRoutes,
} satisfies Partial<ModuleManifest>;
