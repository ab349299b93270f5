import { z } from 'zod';
import { type AcceptInvitationInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { sha256 } from '../../../platform/seal';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { alreadyMember, invitationInvalid, passwordOfLoginNeeded } from '../errors';
import { password, read, token } from '../input';
import { takeOne } from '../limits';
import { type InvitationRow, Invitations, type MemberRow, Members } from '../model';
import { LIMIT } from '../rules';
import { holderOf } from '../signIn/people';
import { type Device, type SignedIn, startSession } from '../signIn/sessions';
import { memberIdOf } from '../standing';

const schema = z.object({ token, password: password.nullish() });

/** Turns an open invitation into a membership, once, and logs in there. */
export async function acceptInvitation(
  input: AcceptInvitationInput,
  viewer: Viewer | null,
  device: Device,
): Promise<SignedIn> {
  const { token: given, password: typed } = read(schema, input);
  await takeOne(LIMIT.tokenPerIp, device.ip);
  const invitation = await openInvitation(given);
  if (!invitation) throw invitationInvalid();
  const acceptor = await holderOf(invitation.email, { name: input.name, password: typed }, viewer, device.ip);
  try {
    return await inTransaction(async () => {
      const personId = await acceptor();
      await spend(invitation, personId);
      return startSession(await insertMember(invitation, personId), device);
    });
  } catch (error) {
    const pattern = duplicateKeyOf(error)?.keyPattern;
    // The address got a login meanwhile, or that login its membership.
    if (pattern === 'email') throw passwordOfLoginNeeded();
    if (pattern !== undefined) throw alreadyMember();
    throw error;
  }
}

/** The invitation that a token opens; null when it was used, withdrawn, or is over its time. */
export async function openInvitation(given: string): Promise<InvitationRow | null> {
  const invitation = await Invitations.findOne({ tokenHash: sha256(given), state: 'OPEN' }).lean<InvitationRow>();
  return invitation && invitation.expiresAt > now() ? invitation : null;
}

async function spend({ _id }: InvitationRow, personId: string): Promise<void> {
  const open = { _id, state: 'OPEN' as const, expiresAt: { $gt: now() } };
  const { matchedCount } = await Invitations.updateOne(open, { $set: { state: 'ACCEPTED', acceptedBy: personId } });
  if (matchedCount === 0) throw invitationInvalid();
}

async function insertMember({ organisationId, role, invitedBy }: InvitationRow, personId: string): Promise<MemberRow> {
  const member: MemberRow = {
    _id: memberIdOf(organisationId, personId),
    personId,
    organisationId,
    role,
    invitedBy,
    joinedAt: now(),
  };
  await Members.insertMany([member]);
  return member;
}
