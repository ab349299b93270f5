import { z } from 'zod';
import { config } from '../../../config';
import { type InviteMemberInput } from '../../../generated/graphql';
import { type Role, type Viewer } from '../../../graphql/viewer';
import { after, now } from '../../../platform/clock';
import { busy } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { together } from '../../../platform/inputs';
import { newSecret, sha256 } from '../../../platform/seal';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { alreadyMember } from '../errors';
import { email, read } from '../input';
import { hadOne, takeOne } from '../limits';
import { requestMail } from '../mail';
import { type InvitationRow, Invitations, Members, Organisations, People } from '../model';
import { requireMayGrant } from '../policy';
import { LIFETIME, LIMIT } from '../rules';
import { requireLiveSession } from '../signIn/sessions';
import { memberIdOf } from '../standing';

const schema = z.object({ email, role: z.string() });

/**
 * Offers a place in the viewer's organisation to an address. The link goes out by mail (no more than a few a day to one
 * address, whoever invites it) and is given to the inviter this once, to hand on; only its hash is kept. An earlier open
 * offer to the address is withdrawn.
 */
export async function inviteMember(
  viewer: Viewer,
  input: InviteMemberInput,
): Promise<{ invitation: InvitationRow; link: string }> {
  const [{ email: address }] = together(
    () => read(schema, input),
    () => requireMayGrant(viewer, input.role),
  );
  await requireLiveSession(viewer);
  await takeOne(LIMIT.invitePerOrganisation, viewer.organisationId);
  const person = await People.findOne({ email: address }, { _id: 1 }).lean();
  if (person && (await Members.exists({ _id: memberIdOf(viewer.organisationId, person._id) }))) throw alreadyMember();
  const isMailed = await hadOne(LIMIT.invitePerAddress, address);
  const offer = await offerOf(viewer, input.role);
  const token = newSecret();
  const invitation = invitationTo(address, input.role, viewer, token);
  const link = `${config.publicUrl}/join#token=${token}`;
  try {
    await inTransaction(async () => {
      await replaceInvitation(invitation);
      const { expiresAt } = invitation;
      const mail = { to: address, link, personId: person?._id ?? null, expiresAt, offer };
      if (isMailed) await requestMail('invitation', mail);
    });
  } catch (error) {
    if (duplicateKeyOf(error)) throw busy();
    throw error;
  }
  return { invitation, link };
}

/** In words, since whoever gets the letter may know neither the market nor what it is about. */
async function offerOf({ organisationId, personId }: Viewer, role: Role) {
  const [organisation, inviter] = await Promise.all([
    Organisations.findById(organisationId, { name: 1 }).lean<{ name: string }>(),
    People.findById(personId, { name: 1 }).lean<{ name: string }>(),
  ]);
  return organisation && inviter ? { organisation: organisation.name, inviter: inviter.name, role } : undefined;
}

function invitationTo(address: string, role: Role, viewer: Viewer, token: string): InvitationRow {
  const at = now();
  return {
    _id: newId('invite'),
    organisationId: viewer.organisationId,
    email: address,
    role,
    tokenHash: sha256(token),
    invitedBy: viewer.personId,
    state: 'OPEN',
    createdAt: at,
    expiresAt: after(at, LIFETIME.invitationMs),
    acceptedBy: null,
  };
}

async function replaceInvitation(invitation: InvitationRow): Promise<void> {
  const { organisationId, email: to } = invitation;
  await Invitations.updateMany({ organisationId, email: to, state: 'OPEN' }, { $set: { state: 'WITHDRAWN' } });
  await Invitations.insertMany([invitation]);
}
