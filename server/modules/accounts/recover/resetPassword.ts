import { z } from 'zod';
import { type ResetPasswordInput } from '../../../generated/graphql';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { UserError } from '../../../platform/errors';
import { sha256 } from '../../../platform/seal';
import { inTransaction } from '../../../platform/transaction';
import { resetTokenInvalid } from '../errors';
import { newPassword, read, refuseOwnAddress, token } from '../input';
import { forgive, takeOne } from '../limits';
import { PasswordResets, People } from '../model';
import { LIMIT } from '../rules';
import { hashPassword } from '../signIn/passwords';
import { type Device, endSessions, type SignedIn, startSession, usualMembership } from '../signIn/sessions';

const schema = z.object({ token, newPassword });

/**
 * Sets the password of the login that the link was made for, ends all its sessions and starts one on this device: a
 * login that others have locked by guessing is open to its owner this way. Null when it belongs to no organisation.
 */
export async function resetPassword(input: ResetPasswordInput, device: Device): Promise<SignedIn | null> {
  const { token: given, newPassword: wanted } = read(schema, input);
  await takeOne(LIMIT.tokenPerIp, device.ip);
  const open = { tokenHash: sha256(given), usedAt: null, expiresAt: { $gt: now() } };
  const reset = await PasswordResets.findOne(open).lean();
  if (!reset) throw resetTokenInvalid();
  const { personId } = reset;
  const person = await People.findById(personId, { email: 1 }).lean();
  refuseOwnAddress(wanted, person?.email ?? '', 'newPassword');
  const passwordHash = await hashPassword(wanted);
  const signedIn = await inTransaction(async () => {
    const at = now();
    const { matchedCount } = await PasswordResets.updateOne({ ...open, _id: reset._id }, { $set: { usedAt: at } });
    if (matchedCount === 0) throw resetTokenInvalid();
    await closeOpenLinks(personId);
    await People.updateOne({ _id: personId }, { $set: { passwordHash, passwordChangedAt: at } });
    await endSessions({ personId }, 'PASSWORD_CHANGED');
    await recordAct({ actor: personId, act: 'resetPassword', subject: personId });
    return logInAnew(personId, device);
  });
  // All links are spent: who forgets the new password too is sent another one.
  await forgive(LIMIT.resetPerAccount, personId);
  return signedIn;
}

/** A password that was set anew ends the other links that would set it. */
export async function closeOpenLinks(personId: string): Promise<void> {
  await PasswordResets.deleteMany({ personId, usedAt: null });
}

async function logInAnew(personId: string, device: Device): Promise<SignedIn | null> {
  const person = await People.findById(personId, { lastOrganisationId: 1 }).lean();
  try {
    return await startSession(await usualMembership(personId, person?.lastOrganisationId ?? null), device);
  } catch (error) {
    if (error instanceof UserError && error.typename === 'NoMembership') return null;
    throw error;
  }
}
