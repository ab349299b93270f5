import { type Resolvers } from '../../generated/graphql';
import { access, subscription } from '../../graphql/access';
import { type Viewer } from '../../graphql/viewer';
import { outcome } from '../../graphql/outcome';
import { forbidden } from '../../platform/errors';
import { money, toMinor } from '../../platform/money';
import { nicheTree } from '../catalog';
import { answerDispute } from './answerDispute';
import { disputeChanges } from './changes';
import { decideDispute } from './decideDispute';
import { disputeReasons } from './disputeReasons';
import { type DisputeRow, type DisputeStepRow } from './model';
import { openDispute } from './openDispute';
import { readsDisputes, sideOf } from './policy';
import { readDispute, readDisputes } from './readDisputes';
import { withdrawDispute } from './withdrawDispute';

/** Claims are about money: an agent of a business works cards and does not see them. */
function reader(viewer: Viewer): Viewer {
  if (!readsDisputes(viewer)) throw forbidden();
  return viewer;
}

/** How much a buyer disputes is no matter of the agency's: it is not told what its silence means, whichever it is. */
function silenceAsToldTo(viewer: Viewer | null, dispute: DisputeRow): boolean | null {
  if (dispute.state === 'REVIEW') return true;
  return viewer && sideOf(viewer, dispute) === 'AGENCY' ? null : dispute.isAutomatic;
}

export const resolvers: Resolvers = {
  Query: {
    dispute: access.signedIn((_parent, { id }, { viewer }) => readDispute(reader(viewer), id)),
    disputes: access.signedIn((_parent, { filter, sort, ...page }, { viewer }) =>
      readDisputes(reader(viewer), filter ?? {}, sort, page),
    ),
    disputeReasons: access.business('OWNER', 'MANAGER')((_parent, ids, { viewer }) => disputeReasons(viewer, ids)),
  },
  Mutation: {
    openDispute: access.businessEvenSuspended(
      'OWNER',
      'MANAGER',
    )(outcome('OpenDisputePayload', (_parent, { input }, { viewer }) => openDispute(viewer, input))),
    answerDispute: access.agencyEvenSuspended(
      'OWNER',
      'MANAGER',
    )(outcome('AnswerDisputePayload', (_parent, { input }, { viewer }) => answerDispute(viewer, input))),
    withdrawDispute: access.businessEvenSuspended(
      'OWNER',
      'MANAGER',
    )(outcome('WithdrawDisputePayload', (_parent, { input }, { viewer }) => withdrawDispute(viewer, input))),
    decideDispute: access.admin('ADJUDICATOR')(
      outcome('DecideDisputePayload', (_parent, { input }, { viewer }) => decideDispute(viewer, input)),
    ),
  },
  Subscription: {
    disputeChanged: subscription(access.signedIn, (_parent, { id }, { viewer }) =>
      disputeChanges(reader(viewer), id ?? null),
    ),
  },
  Dispute: {
    id: ({ _id }) => _id,
    sale: async ({ kind, subjectId }, _args, { loaders }) => {
      if (kind !== 'SALE') return null;
      const sale = await loaders.saleById.load(subjectId);
      if (!sale) throw new Error('a dispute points to a sale that does not exist');
      return sale;
    },
    buyer: async ({ buyerId }, _args, { loaders }) => (await loaders.organisationById.load(buyerId))!,
    agency: async ({ agencyId }, _args, { loaders }) => (await loaders.organisationById.load(agencyId))!,
    niche: ({ nicheId }) => nicheTree().byId(nicheId)!,
    steps: ({ steps, ...sides }, _args, { viewer, loaders }) => {
      const own = viewer && sideOf(viewer, sides);
      const personOf = async ({ personId, by }: DisputeStepRow) =>
        personId !== null && by === own ? loaders.personById.load(personId) : null;
      return Promise.all(steps.map(async (step) => ({ ...step, person: await personOf(step) })));
    },
    clock: (dispute: DisputeRow, _args, { viewer }) =>
      dispute.dueAt && {
        waitsFor: dispute.state === 'OPEN' ? 'AGENCY' : 'ADJUDICATOR',
        dueAt: dispute.dueAt,
        isSilenceForBuyer: silenceAsToldTo(viewer, dispute),
      },
    amounts: ({ grossMinor, claimedMinor, refundedMinor, currency }) => ({
      paid: money(toMinor(grossMinor), currency),
      claimed: money(toMinor(claimedMinor), currency),
      refunded: money(toMinor(refundedMinor), currency),
    }),
    isAutomatic: (dispute: DisputeRow, _args, { viewer }) =>
      viewer && sideOf(viewer, dispute) !== 'AGENCY' ? dispute.isAutomatic : null,
  },
  Sale: { dispute: ({ _id }, _args, { loaders }) => loaders.disputeOf.load(_id) },
};
