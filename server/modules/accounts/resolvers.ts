import { type Resolvers } from '../../generated/graphql';
import { access, subscription } from '../../graphql/access';
import { type Context } from '../../graphql/context';
import { outcome } from '../../graphql/outcome';
import { now } from '../../platform/clock';
import { takeOne } from './limits';
import { keyStateAt, LIMIT, permissionsOf } from './rules';
import { approveAgency } from './govern/approveAgency';
import { reinstateOrganisation } from './govern/reinstateOrganisation';
import { suspendOrganisation } from './govern/suspendOrganisation';
import { acceptInvitation, openInvitation } from './invite/acceptInvitation';
import { changeMemberRole } from './invite/changeMemberRole';
import { inviteMember } from './invite/inviteMember';
import { removeMember } from './invite/removeMember';
import { withdrawInvitation } from './invite/withdrawInvitation';
import { createApiKey } from './keys/createApiKey';
import { revokeApiKey } from './keys/revokeApiKey';
import { actsOf, apiKeysOf, invitationsOf, membershipsOf, membersOf, organisationsOf, sessionsOf } from './lists';
import { changeOrganisation } from './profile/changeOrganisation';
import { changeProfile } from './profile/changeProfile';
import { changePassword } from './recover/changePassword';
import { requestPasswordReset } from './recover/requestPasswordReset';
import { resetPassword } from './recover/resetPassword';
import { confirmSignUp, pendingSignUp } from './signIn/confirmSignUp';
import { endOtherSessions } from './signIn/endOtherSessions';
import { endSession } from './signIn/endSession';
import { logIn } from './signIn/logIn';
import { logOut } from './signIn/logOut';
import { handOver, refreshTokenOf, requireProofHeader } from './signIn/refreshCookie';
import { refreshSession } from './signIn/refreshSession';
import { signUp } from './signIn/signUp';
import { switchOrganisation } from './signIn/switchOrganisation';
import { organisationChanges } from './standing';

const organisationOf = async ({ loaders }: Context, id: string) => (await loaders.organisationById.load(id))!;

/** A person of the reader's own organisation, or the reader: the address is theirs to see. */
const colleague = async ({ loaders }: Context, id: string) => ({
  ...(await loaders.personById.load(id))!,
  isEmailShown: true,
});

/** The person whose membership an act was about, as the record has it. */
const memberIn = (before: unknown): string | null =>
  typeof before === 'object' && before !== null && 'personId' in before ? String(before.personId) : null;

/** What a record holds of an act, whatever its kind, as text. */
const textOf = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));

export const resolvers: Resolvers = {
  Query: {
    viewer: access.anyone((_parent, _args, { viewer }) => viewer),
    organisation: access.signedIn((_parent, _args, context) => organisationOf(context, context.viewer.organisationId)),
    members: access.signedIn((_parent, page, { viewer }) => membersOf(viewer.organisationId, page)),
    invitations: access.signedIn((_parent, _args, { viewer }) => invitationsOf(viewer)),
    invitation: access.anyone(async (_parent, { token }, { ip }) => {
      await takeOne(LIMIT.tokenPerIp, ip);
      return openInvitation(token);
    }),
    pendingSignUp: access.anyone(async (_parent, { token }, { ip }) => {
      await takeOne(LIMIT.tokenPerIp, ip);
      return pendingSignUp(token);
    }),
    sessions: access.signedIn((_parent, _args, { viewer }) => sessionsOf(viewer)),
    apiKeys: access.agency('OWNER', 'MANAGER')((_parent, page, { viewer }) => apiKeysOf(viewer.organisationId, page)),
    organisations: access.admin(
      'MODERATOR',
      'FINANCE',
      'ADJUDICATOR',
    )((_parent, { filter, ...page }) => organisationsOf(filter, page)),
    membersOf: access.admin('MODERATOR')((_parent, { organisationId, ...page }) => membersOf(organisationId, page)),
    acts: access.admin('MODERATOR')((_parent, { subject, filter, ...page }) => actsOf({ subject, ...filter }, page)),
  },
  Mutation: {
    signUp: access.anyone(outcome('SignUpPayload', (_parent, { input }, { ip }) => signUp(input, ip))),
    confirmSignUp: access.anyone(
      outcome('ConfirmSignUpPayload', async (_parent, { input }, context) =>
        handOver(context, await confirmSignUp(input, context)),
      ),
    ),
    logIn: access.anyone(
      outcome('LogInPayload', async (_parent, { input }, context) => handOver(context, await logIn(input, context))),
    ),
    logOut: access.anyone(outcome('LogOutPayload', (_parent, { input }, context) => logOut(input, context))),
    refreshSession: access.anyone(
      outcome('RefreshSessionPayload', async (_parent, { input }, context) => {
        requireProofHeader(context);
        return handOver(context, await refreshSession(input, refreshTokenOf(context), context));
      }),
    ),
    switchOrganisation: access.person(
      outcome('SwitchOrganisationPayload', (_parent, { input }, { viewer }) => switchOrganisation(viewer, input)),
    ),
    inviteMember: access.signedIn(
      outcome('InviteMemberPayload', (_parent, { input }, { viewer }) => inviteMember(viewer, input)),
    ),
    withdrawInvitation: access.signedIn(
      outcome('WithdrawInvitationPayload', (_parent, { input }, { viewer }) => withdrawInvitation(viewer, input)),
    ),
    acceptInvitation: access.anyone(
      outcome('AcceptInvitationPayload', async (_parent, { input }, context) =>
        handOver(context, await acceptInvitation(input, context.viewer, context)),
      ),
    ),
    changeMemberRole: access.signedIn(
      outcome('ChangeMemberRolePayload', (_parent, { input }, { viewer }) => changeMemberRole(viewer, input)),
    ),
    removeMember: access.signedIn(
      outcome('RemoveMemberPayload', (_parent, { input }, { viewer }) => removeMember(viewer, input)),
    ),
    changePassword: access.person(
      outcome('ChangePasswordPayload', (_parent, { input }, { viewer, ip }) => changePassword(viewer, input, ip)),
    ),
    requestPasswordReset: access.anyone(
      outcome('RequestPasswordResetPayload', (_parent, { input }, { ip }) => requestPasswordReset(input, ip)),
    ),
    resetPassword: access.anyone(
      outcome('ResetPasswordPayload', async (_parent, { input }, context) => {
        const signedIn = await resetPassword(input, context);
        return signedIn ? handOver(context, signedIn) : { accessToken: null, viewer: null };
      }),
    ),
    endSession: access.person(
      outcome('EndSessionPayload', (_parent, { input }, { viewer }) => endSession(viewer, input)),
    ),
    endOtherSessions: access.person(
      outcome('EndOtherSessionsPayload', (_parent, { input }, { viewer }) => endOtherSessions(viewer, input)),
    ),
    changeProfile: access.person(
      outcome('ChangeProfilePayload', (_parent, { input }, { viewer }) => changeProfile(viewer, input)),
    ),
    changeOrganisation: access.members('OWNER')(
      outcome('ChangeOrganisationPayload', (_parent, { input }, { viewer }) => changeOrganisation(viewer, input)),
    ),
    createApiKey: access.agency(
      'OWNER',
      'MANAGER',
    )(outcome('CreateApiKeyPayload', (_parent, { input }, { viewer }) => createApiKey(viewer, input))),
    // Whose key leaked must be able to end it, however the organisation stands.
    revokeApiKey: access.agencyEvenSuspended(
      'OWNER',
      'MANAGER',
    )(outcome('RevokeApiKeyPayload', (_parent, { input }, { viewer }) => revokeApiKey(viewer, input))),
    approveAgency: access.admin('MODERATOR')(
      outcome('ApproveAgencyPayload', (_parent, { input }, { viewer }) => approveAgency(viewer, input)),
    ),
    suspendOrganisation: access.admin('MODERATOR')(
      outcome('SuspendOrganisationPayload', (_parent, { input }, { viewer }) => suspendOrganisation(viewer, input)),
    ),
    reinstateOrganisation: access.admin('MODERATOR')(
      outcome('ReinstateOrganisationPayload', (_parent, { input }, { viewer }) => reinstateOrganisation(viewer, input)),
    ),
  },
  Subscription: {
    organisationChanged: subscription(access.signedIn, (_parent, _args, { viewer }) =>
      organisationChanges(viewer.organisationId),
    ),
  },
  Organisation: { id: ({ _id }) => _id },
  Act: {
    id: ({ _id }) => _id,
    actor: ({ actor }, _args, { loaders }) => loaders.personById.load(actor),
    organisation: ({ subject }, _args, { loaders }) =>
      subject.startsWith('org_') ? loaders.organisationById.load(subject) : null,
    person: ({ subject, before }, _args, { loaders }) => {
      const personId = subject.startsWith('person_') ? subject : memberIn(before);
      return personId === null ? null : loaders.personById.load(personId);
    },
    before: ({ before }) => textOf(before),
    after: ({ after }) => textOf(after),
  },
  Person: {
    id: ({ _id }) => _id,
    email: ({ email, isEmailShown }, _args, { viewer }) =>
      isEmailShown || viewer?.organisationKind === 'PLATFORM' ? email : null,
  },
  Member: {
    id: ({ _id }) => _id,
    person: ({ personId }, _args, context) => colleague(context, personId),
    organisation: ({ organisationId }, _args, context) => organisationOf(context, organisationId),
  },
  Viewer: {
    person: ({ personId }, _args, context) => colleague(context, personId),
    organisation: ({ organisationId }, _args, context) => organisationOf(context, organisationId),
    suspendedBecause: async ({ organisationId }, _args, context) =>
      (await organisationOf(context, organisationId)).suspendedBecause,
    memberships: ({ personId }) => membershipsOf(personId),
    permissions: (viewer) => permissionsOf(viewer),
  },
  Session: {
    id: ({ _id }) => _id,
    isCurrent: ({ _id }, _args, { viewer }) => viewer?.sessionId === _id,
    organisation: ({ organisationId }, _args, context) => organisationOf(context, organisationId),
    endsAt: ({ expiresAt }) => expiresAt,
  },
  ApiKey: {
    id: ({ _id }) => _id,
    state: (key) => keyStateAt(key, now()),
    createdBy: ({ createdBy }, _args, context) => colleague(context, createdBy),
    revokedBy: ({ revokedBy }, _args, context) => (revokedBy === null ? null : colleague(context, revokedBy)),
  },
  Invitation: {
    id: ({ _id }) => _id,
    organisation: ({ organisationId }, _args, context) => organisationOf(context, organisationId),
    /** Whoever holds the link reads the inviter's name; the address is for members. */
    invitedBy: async ({ organisationId, invitedBy }, _args, context) =>
      context.viewer?.organisationId === organisationId
        ? colleague(context, invitedBy)
        : (await context.loaders.personById.load(invitedBy))!,
  },
};
