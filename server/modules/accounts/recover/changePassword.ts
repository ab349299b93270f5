import { z } from 'zod';
import { type ChangePasswordInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { unauthenticated } from '../../../platform/errors';
import { inTransaction } from '../../../platform/transaction';
import { badCredentials } from '../errors';
import { newPassword, password, read, refuseOwnAddress } from '../input';
import { People } from '../model';
import { hashPassword, personByPassword } from '../signIn/passwords';
import { endSessions, requireLiveSession } from '../signIn/sessions';
import { closeOpenLinks } from './resetPassword';

const schema = z.object({ currentPassword: password, newPassword });

/** Replaces the password of the viewer, who must give the current one, and ends all other sessions (S30). */
export async function changePassword(
  viewer: Viewer,
  input: ChangePasswordInput,
  ip: string,
): Promise<{ endedSessions: number }> {
  const { currentPassword, newPassword: wanted } = read(schema, input);
  await requireLiveSession(viewer);
  const { personId, sessionId } = viewer;
  const self = await People.findById(personId, { email: 1 }).lean();
  if (!self) throw unauthenticated();
  refuseOwnAddress(wanted, self.email, 'newPassword');
  const person = await personByPassword(self.email, currentPassword, ip);
  const passwordHash = await hashPassword(wanted);
  return inTransaction(async () => {
    const proven = { _id: personId, passwordChangedAt: person.passwordChangedAt };
    const { matchedCount } = await People.updateOne(proven, { $set: { passwordHash, passwordChangedAt: now() } });
    if (matchedCount === 0) throw badCredentials();
    await closeOpenLinks(personId);
    await recordAct({ actor: personId, act: 'changePassword', subject: personId });
    return { endedSessions: await endSessions({ personId, _id: { $ne: sessionId } }, 'PASSWORD_CHANGED') };
  });
}
