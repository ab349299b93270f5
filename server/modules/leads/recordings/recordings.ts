import { type Resolvers } from '../../../generated/graphql';
import { access } from '../../../graphql/access';
import { outcome } from '../../../graphql/outcome';
import { type Invariant, type ModuleManifest } from '../../../platform/manifest';
import { statFile } from '../../../platform/files';
import { type Lead, Leads } from '../model';
import { announceRecording } from './announceRecording';
import { CallRecordings, recordingCollection } from './model';
import { recordedSoundCollection } from './recordedSounds';
import { removeAnnounced } from './removeRecordings';
import { recordingRoutes } from './routes';

const resolvers: Resolvers = {
  Mutation: {
    announceRecording: access.agency()(
      outcome('AnnounceRecordingPayload', (_parent, { input }, { viewer }) => announceRecording(viewer, input)),
    ),
  },
  CallRecording: { id: ({ _id }) => _id },
};

const invariant: Invariant = {
  code: 'L7',
  title: 'every recorded call has its sound, and stands as a proof with its lead',
  async check() {
    const violations: string[] = [];
    for await (const { _id, leadId, fileId, calledAt } of CallRecordings.find({ state: 'STORED' }).lean().cursor()) {
      if (!fileId || !(await statFile(fileId))) violations.push(`${_id} has no sound`);
      const lead = await Leads.findById(leadId, { proofs: 1 }).lean<Pick<Lead, 'proofs'>>();
      const isProof = lead?.proofs.some(
        ({ method, at }) => method === 'RECORDED_CALL' && at.getTime() === calledAt.getTime(),
      );
      if (!isProof) violations.push(`${_id} is no proof of ${leadId}`);
    }
    return violations.slice(0, 20);
  },
};

/** What recorded calls bring to the module's manifest. */
export const recordings = {
  resolvers,
  collections: [recordingCollection, recordedSoundCollection],
  jobs: [removeAnnounced],
  routes: recordingRoutes,
  invariants: [invariant],
} satisfies Partial<ModuleManifest>;
