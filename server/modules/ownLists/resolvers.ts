import { type Resolvers } from '../../generated/graphql';
import { access } from '../../graphql/access';
import { outcome } from '../../graphql/outcome';
import { now } from '../../platform/clock';
import { addToOwnList } from './addToOwnList';
import { completeOwnList } from './completeOwnList';
import { readOwnList } from './readOwnList';
import { removeOwnList } from './removeOwnList';
import { startOwnList } from './startOwnList';

const buyers = access.business('OWNER', 'MANAGER');

export const resolvers: Resolvers = {
  Query: { ownList: buyers((_parent, _args, { viewer }) => readOwnList(viewer)) },
  Mutation: {
    startOwnList: buyers(
      outcome('StartOwnListPayload', (_parent, { input }, { viewer }) => startOwnList(viewer, input)),
    ),
    addToOwnList: buyers(
      outcome('AddToOwnListPayload', (_parent, { input }, { viewer }) => addToOwnList(viewer, input)),
    ),
    completeOwnList: buyers(
      outcome('CompleteOwnListPayload', (_parent, { input }, { viewer }) => completeOwnList(viewer, input)),
    ),
    removeOwnList: buyers(
      outcome('RemoveOwnListPayload', (_parent, { input }, { viewer }) => removeOwnList(viewer, input)),
    ),
  },
  OwnList: {
    id: ({ _id }) => _id,
    state: ({ state, answersFrom }) => {
      if (state === 'UPLOADING') return 'UPLOADING';
      return answersFrom && answersFrom <= now() ? 'IN_FORCE' : 'WAITING';
    },
    uploadedBy: ({ uploadedBy }, _args, { loaders }) => loaders.personById.load(uploadedBy),
  },
};
