import { type Resolvers } from '../../generated/graphql';
import { access } from '../../graphql/access';
import { outcome } from '../../graphql/outcome';
import { nicheTree, regionTree } from '../catalog';
import { agencyLeadContact } from './agencyLeadContact';
import { decideLikeness } from './decideLikeness';
import { addMark } from './marks/addMark';
import { readMarks } from './marks/readMarks';
import { removeMark } from './marks/removeMark';
import { countQuarantined, leadsOfAgency, quarantined } from './pageOfLeads';
import { mayModerate, maySeeLead } from './policy';
import { answersOf, isSeenByMarket, leadsByRegion } from './reads';
import { recipientsNamed } from './recipients';
import { doubtsOf, openLikeness } from './rules';
import { rejectLead } from './rejectLead';
import { releaseFromQuarantine } from './releaseFromQuarantine';
import { revealContact } from './revealContact';
import { submitLead } from './submitLead';
import { withdrawLead } from './withdrawLead';

export const resolvers: Resolvers = {
  Query: {
    leads: access.agency()((_parent, args, { viewer }) => leadsOfAgency(viewer, args)),
    leadsByRegion: access.agency()((_parent, span, { viewer }) => leadsByRegion(viewer.organisationId, span)),
    lead: access.kinds(
      'AGENCY',
      'PLATFORM',
    )(async (_parent, { id }, { viewer, loaders }) => {
      const lead = await loaders.leadById.load(id);
      return lead && maySeeLead(viewer, lead) ? lead : null;
    }),
    agencyLeadContact: access.agency()((_parent, { leadId }, { viewer }) => agencyLeadContact(viewer, leadId)),
    organisationMarks: access.members('OWNER', 'MANAGER')((_parent, _args, { viewer }) => readMarks(viewer)),
    quarantine: access.admin('MODERATOR')((_parent, args) => quarantined(args)),
    quarantineCount: access.admin('MODERATOR')(() => countQuarantined()),
  },
  Mutation: {
    submitLead: access.agency()(
      outcome('SubmitLeadPayload', (_parent, { input }, { viewer }) => submitLead(viewer, input)),
    ),
    addMark: access.members(
      'OWNER',
      'MANAGER',
    )(outcome('AddMarkPayload', (_parent, { input }, { viewer }) => addMark(viewer, input))),
    removeMark: access.members(
      'OWNER',
      'MANAGER',
    )(outcome('RemoveMarkPayload', (_parent, { input }, { viewer }) => removeMark(viewer, input))),
    withdrawLead: access.agency()(
      outcome('WithdrawLeadPayload', (_parent, { input }, { viewer }) => withdrawLead(viewer, input)),
    ),
    releaseFromQuarantine: access.admin('MODERATOR')(
      outcome('ReleaseFromQuarantinePayload', (_parent, { input }, { viewer }) => releaseFromQuarantine(viewer, input)),
    ),
    rejectLead: access.admin('MODERATOR')(
      outcome('RejectLeadPayload', (_parent, { input }, { viewer }) => rejectLead(viewer, input)),
    ),
    decideLikeness: access.admin('MODERATOR')(
      outcome('DecideLikenessPayload', (_parent, { input }, { viewer }) => decideLikeness(viewer, input)),
    ),
    revealContact: access.admin(
      'MODERATOR',
      'ADJUDICATOR',
    )(outcome('RevealContactPayload', (_parent, { input }, { viewer }) => revealContact(viewer, input))),
  },
  OrganisationMark: { id: ({ _id }) => _id, whose: ({ owner }) => owner },
  Lead: {
    id: ({ _id }) => _id,
    agency: async ({ agencyId }, _args, { loaders }) => (await loaders.organisationById.load(agencyId))!,
    niche: ({ nicheId }) => nicheTree().byId(nicheId)!,
    region: ({ regionId }) => regionTree().byId(regionId)!,
    verification: (lead) => lead,
    preview: (lead) => lead,
    weight: ({ signals }) => signals.reduce((sum, { weight }) => sum + weight, 0),
    consent: async (lead, _args, { loaders }) => {
      const consent = await loaders.consentByLead.load(lead._id);
      return consent && { ...consent, lead };
    },
    touches: ({ _id }, _args, { loaders }) => loaders.touchesByLead.load(_id),
    recordings: (lead, _args, { viewer, loaders }) =>
      viewer && maySeeLead(viewer, lead) ? loaders.recordingsByLead.load(lead._id) : [],
    externalId: ({ externalId, agencyId }, _args, { viewer }) =>
      viewer?.organisationId === agencyId ? externalId : null,
    row: (lead, _args, { viewer }) => (viewer && maySeeLead(viewer, lead) ? lead.row : null),
    decision: (lead, _args, { viewer }) => (viewer && maySeeLead(viewer, lead) ? lead.decision : null),
    wordsOfPerson: ({ wordsOfPerson }) => wordsOfPerson ?? [],
    likeness: async (lead, _args, { viewer, loaders }) => {
      const open = viewer && mayModerate(viewer) ? openLikeness(lead) : null;
      const other = open && (await loaders.leadById.load(open.leadId));
      return other ? { lead: other, parts: open.parts } : null;
    },
  },
  Consent: {
    seenBy: (consent) => (isSeenByMarket(consent) ? 'MARKET' : 'AGENCY'),
    namedRecipients: ({ namedRecipients }) => namedRecipients ?? [],
    recipientNames: async ({ lead, recipients }, _args, { viewer, loaders }) => {
      const nameOf = async (id: string) => (await loaders.organisationById.load(id))?.name ?? '';
      // A business sees the consents of what it bought, and so is itself the one that may use the contact.
      const buyer = viewer?.organisationKind === 'BUSINESS' ? { buyer: await nameOf(viewer.organisationId) } : {};
      return recipientsNamed(recipients, { agency: await nameOf(lead.agencyId), nicheId: lead.nicheId, ...buyer });
    },
  },
  Verification: { doubts: (lead) => doubtsOf(lead.signals, lead) },
  LeadPreview: {
    text: ({ preview }) => preview,
    hasEmail: ({ reach }) => reach.email === 'LIVE',
    answers: (lead) => answersOf(lead),
  },
  FormAnswer: {
    value: ({ answer: { text, isTrue } }) => ({ text, isTrue: isTrue ?? null }),
  },
};
