import { type Resolvers } from '../../generated/graphql';
import { access } from '../../graphql/access';
import { outcome } from '../../graphql/outcome';
import { topUp, topUpLimits, topUps, refundableOf, refundedOf } from './reads';
import { refundTopUp } from './refundTopUp';
import { amountOf } from './settleTopUp';
import { startTopUp } from './startTopUp';

export const resolvers: Resolvers = {
  Query: {
    topUps: access.business('OWNER', 'MANAGER')((_parent, args, { viewer }) => topUps(viewer.organisationId, args)),
    topUp: access.business('OWNER', 'MANAGER')((_parent, { id }, { viewer }) => topUp(viewer.organisationId, id)),
    topUpLimits: access.business(
      'OWNER',
      'MANAGER',
    )((_parent, _args, { viewer }) => topUpLimits(viewer.organisationId)),
  },
  Mutation: {
    startTopUp: access.business(
      'OWNER',
      'MANAGER',
    )(outcome('StartTopUpPayload', (_parent, { input }, { viewer }) => startTopUp(viewer, input))),
    refundTopUp: access.business('OWNER')(
      outcome('RefundTopUpPayload', async (_parent, { input }, { viewer }) => ({
        cardRefund: await refundTopUp(viewer, input),
      })),
    ),
  },
  TopUp: {
    id: ({ _id }) => _id,
    amount: amountOf,
    refunded: refundedOf,
    refundable: refundableOf,
    checkoutUrl: ({ state, checkoutUrl }) => (state === 'CREATED' ? checkoutUrl : null),
    cardRefunds: ({ _id }, _args, { loaders }) => loaders.cardRefundsByTopUp.load(_id),
  },
  CardRefund: { id: ({ _id }) => _id, amount: amountOf },
};
