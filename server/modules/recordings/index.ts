import { type Resolvers } from '../../generated/graphql';
import { access } from '../../graphql/access';
import { outcome } from '../../graphql/outcome';
import { type Viewer } from '../../graphql/viewer';
import { type ModuleManifest } from '../../platform/manifest';
import { openRecording } from './openRecording';
import { playRoutes } from './playRecording';

export { isOpener } from './isOpener';
export { sendSound, type SoundKind } from './sendSound';

const HEARS = ['MODERATOR', 'ADJUDICATOR', 'ADMIN'];

/** Whether a viewer sees by a sale which calls were recorded: its two sides and staff. */
const seesCalls = (viewer: Viewer, { agencyId, buyerId }: { agencyId: string; buyerId: string }): boolean =>
  viewer.organisationKind === 'PLATFORM'
    ? HEARS.includes(viewer.role)
    : viewer.organisationId === (viewer.organisationKind === 'AGENCY' ? agencyId : buyerId);

const resolvers: Resolvers = {
  Mutation: {
    openRecording: access.signedIn(
      outcome('OpenRecordingPayload', (_parent, { input }, { viewer }) => openRecording(viewer, input)),
    ),
  },
  Sale: {
    recordings: async (sale, _args, { viewer, loaders }) =>
      viewer && seesCalls(viewer, sale) ? loaders.recordingsByLead.load(sale.leadId) : [],
  },
};

export const manifest: ModuleManifest = { name: 'recordings', resolvers, routes: playRoutes };
