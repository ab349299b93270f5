import { config } from '../../config';
import { type Resolvers } from '../../generated/graphql';
import { access, subscription } from '../../graphql/access';
import { type Context } from '../../graphql/context';
import { outcome } from '../../graphql/outcome';
import { money } from '../../platform/money';
import { seesSpending } from '../campaigns';
import { nicheTree, regionTree } from '../catalog';
import { phoneAsWritten } from '../leads';
import { type JournalEntry } from '../ledger';
import { callReport } from './callReport';
import { markCallConverted, takeBackCallConversion } from './conversions/markCall';
import { whyOf } from './judge/why';
import { createTrackedNumber } from './numbers/createTrackedNumber';
import { pauseTrackedNumber, resumeTrackedNumber } from './numbers/moveTrackedNumber';
import { readNumbers } from './numbers/readNumbers';
import { openCaller } from './openCaller';
import { mayHear, mayOpenCaller } from './policy';
import { callSeenBy, readCalls } from './readCalls';
import { openCallRecording } from './recording/openCallRecording';
import { STAND_IN_PATH } from './standIn/routes';
import { callActivity } from './subscriptions';
import { hasStandIn, isSetUp } from './telephony/account';
import { wordsOfEvent } from './wordsOfEvent';

const sellers = access.agency('OWNER', 'MANAGER');
const buyers = access.business('OWNER', 'MANAGER');

const callOfRefs = ({ callId }: JournalEntry['refs'], { loaders }: Context) =>
  callId === undefined ? null : loaders.callById.load(callId);

export const resolvers: Resolvers = {
  Query: {
    telephony: access.signedIn(() => ({
      isSetUp: isSetUp(),
      isStandIn: hasStandIn(),
      standInUrl: hasStandIn() ? `${config.publicUrl}${STAND_IN_PATH}` : null,
    })),
    trackedNumbers: access.agency()((_parent, args, { viewer }) => readNumbers(viewer, args)),
    calls: access.signedIn((_parent, args, { viewer }) => readCalls(viewer, args)),
    call: access.signedIn((_parent, { id }, { viewer }) => callSeenBy(viewer, id)),
    callReport: access.signedIn((_parent, args, { viewer }) => callReport(viewer, args)),
  },
  Mutation: {
    createTrackedNumber: sellers(
      outcome('CreateTrackedNumberPayload', (_parent, { input }, { viewer }) => createTrackedNumber(viewer, input)),
    ),
    pauseTrackedNumber: sellers(
      outcome('PauseTrackedNumberPayload', (_parent, { input }, { viewer }) => pauseTrackedNumber(viewer, input)),
    ),
    resumeTrackedNumber: sellers(
      outcome('ResumeTrackedNumberPayload', (_parent, { input }, { viewer }) => resumeTrackedNumber(viewer, input)),
    ),
    markCallConverted: buyers(
      outcome('MarkCallConvertedPayload', (_parent, { input }, { viewer }) => markCallConverted(viewer, input)),
    ),
    takeBackCallConversion: buyers(
      outcome('TakeBackCallConversionPayload', (_parent, { input }, { viewer }) =>
        takeBackCallConversion(viewer, input),
      ),
    ),
    openCaller: buyers(outcome('OpenCallerPayload', (_parent, { input }, { viewer }) => openCaller(viewer, input))),
    openCallRecording: access.signedIn(
      outcome('OpenCallRecordingPayload', (_parent, { input }, { viewer }) => openCallRecording(viewer, input)),
    ),
  },
  Subscription: {
    callActivity: subscription(access.signedIn, (_parent, { campaignId }, { viewer }) =>
      callActivity(viewer, campaignId),
    ),
  },
  Campaign: {
    callsToday: (campaign, _args, { loaders }) =>
      campaign.model === 'CALL' ? loaders.callsToday.load(campaign) : null,
    callsUnderWay: ({ _id, model, businessId }, _args, { viewer, loaders }) =>
      model === 'CALL' && viewer && seesSpending(viewer, businessId) ? loaders.callsUnderWay.load(_id) : null,
  },
  TrackedNumber: {
    id: ({ _id }) => _id,
    phone: ({ phone }) => phone!,
    phoneText: ({ phone }) => phoneAsWritten(phone!),
    campaign: async ({ campaignId }, _args, { loaders }) => (await loaders.campaignById.load(campaignId))!,
    agency: async ({ agencyId }, _args, { loaders }) => (await loaders.organisationById.load(agencyId))!,
    niche: ({ nicheId }) => nicheTree().byId(nicheId)!,
    region: ({ regionId }) => regionTree().byId(regionId)!,
    state: ({ state }) => (state === 'WANTED' ? 'PAUSED' : state),
  },
  Call: {
    id: ({ _id }) => _id,
    at: ({ startedAt }) => startedAt,
    campaign: async ({ campaignId }, _args, { loaders }) => (await loaders.campaignById.load(campaignId))!,
    business: async ({ businessId }, _args, { loaders }) => (await loaders.organisationById.load(businessId))!,
    agency: async ({ agencyId }, _args, { loaders }) => (await loaders.organisationById.load(agencyId))!,
    number: async ({ numberId }, _args, { loaders }) => (await loaders.numberById.load(numberId))!,
    region: ({ regionId }) => regionTree().byId(regionId)!,
    callerMasked: ({ masked }) => masked,
    why: whyOf,
    price: ({ verdict, grossMinor, held, currency }) => {
      const minor = verdict === 'PENDING' ? held.minor : grossMinor;
      return minor > 0n ? money(minor, currency) : null;
    },
    isBilled: ({ verdict }) => verdict === 'BILLED',
    refunded: ({ verdict, refundedMinor, currency }) => (verdict === 'BILLED' ? money(refundedMinor, currency) : null),
    fee: ({ verdict, feeMinor, currency }) => (verdict === 'BILLED' ? money(feeMinor, currency) : null),
    net: ({ verdict, netMinor, currency }) => (verdict === 'BILLED' ? money(netMinor, currency) : null),
    recording: ({ recording }) => recording.state,
    mayOpenCaller: (call, _args, { viewer }) =>
      viewer !== null && viewer.role !== 'AGENT' && mayOpenCaller(viewer, call),
    mayHear: (call, _args, { viewer }) => viewer !== null && mayHear(viewer, call),
    events: ({ _id }, _args, { loaders }) => loaders.eventsByCall.load(_id),
    dispute: ({ _id }, _args, { loaders }) => loaders.disputeOf.load(_id),
  },
  WalletEntry: { call: ({ refs }, _args, context) => callOfRefs(refs, context) },
  EarningEntry: { call: ({ entry }, _args, context) => callOfRefs(entry.refs, context) },
  Dispute: {
    call: ({ kind, subjectId }, _args, { loaders }) => (kind === 'CALL' ? loaders.callById.load(subjectId) : null),
  },
  CallEvent: { text: (event) => wordsOfEvent(event) },
};
