import { type Resolvers } from '../../generated/graphql';
import { access } from '../../graphql/access';
import { caughtMessages } from './catcher';

export const resolvers: Resolvers = {
  Query: {
    caughtMessages: access.anyone((_parent, _args, { viewer }) => caughtMessages(viewer)),
  },
  CaughtMessage: { subject: ({ subject }) => subject ?? null },
};
