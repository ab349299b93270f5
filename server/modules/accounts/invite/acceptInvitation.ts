import { z } from 'zod';
import { type AcceptInvitationInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { sha256 } from '../../../platform/seal';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { alreadyMember, badCredentials, invitationInvalid } from '../errors';
import { line, newPassword, password, read, token } from '../input';
import { takeOne } from '../limits';
import { type InvitationRow, Invitations, type MemberRow, Members, People } from '../model';
import { LIMIT } from '../rules';
import { hashPassword, personByPassword } from '../signIn/passwords';
import { type Device, type SignedIn, startSession } from '../signIn/sessions';
import { insertPerson } from '../signIn/signUp';
import { memberIdOf } from '../standing';

const schema = z.object({ token, password: password.nullish() });
const newcomer = z.object({ name: line(1, 100), password: newPassword });

/** Makes the person who accepts, in the open transaction where it is a new one; answers with the id. */
type Acceptor = () => Promise<string>;

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
  const acceptor = await acceptorOf(invitation, { ...input, password: typed }, viewer, device);
  try {
    return await inTransaction(async () => {
      const personId = await acceptor();
      await spend(invitation, personId);
      return startSession(await insertMember(invitation, personId), device);
    });
  } catch (error) {
    const pattern = duplicateKeyOf(error)?.keyPattern;
    // The address got a login meanwhile, or that login its membership.
    if (pattern === 'email') throw badCredentials();
    if (pattern !== undefined) throw alreadyMember();
    throw error;
  }
}

/** The invitation that a token opens; null when it was used, withdrawn, or is over its time. */
export async function openInvitation(given: string): Promise<InvitationRow | null> {
  const invitation = await Invitations.findOne({ tokenHash: sha256(given), state: 'OPEN' }).lean<InvitationRow>();
  return invitation && invitation.expiresAt > now() ? invitation : null;
}

/** Who accepts: the login of the invited address, shown by its session or password, or a new person. */
async function acceptorOf(
  { email }: InvitationRow,
  input: { name?: string | null | undefined; password?: string | null | undefined },
  viewer: Viewer | null,
  { ip }: Device,
): Promise<Acceptor> {
  const person = await People.findOne({ email }, { _id: 1 }).lean();
  if (!person) {
    const { name, password: wanted } = read(newcomer, input);
    const passwordHash = await hashPassword(wanted);
    return () => insertPerson({ name, email }, passwordHash);
  }
  if (viewer?.personId !== person._id) await personByPassword(email, input.password ?? '', ip);
  return async () => person._id;
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
