import { z } from 'zod';
import { config } from '../../../config';
import { type RequestPasswordResetInput } from '../../../generated/graphql';
import { after, MINUTE, now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { enqueueTask } from '../../../platform/jobs';
import { type TaskKind } from '../../../platform/manifest';
import { newSecret, openFields, sealFields, type SealedFields, sha256 } from '../../../platform/seal';
import { inTransaction } from '../../../platform/transaction';
import { email, read } from '../input';
import { hadOne, takeOne } from '../limits';
import { requestMail } from '../mail';
import { PasswordResets, People } from '../model';
import { LIFETIME, LIMIT } from '../rules';

const schema = z.object({ email });
const TASK = 'preparePasswordReset';

/**
 * Takes the request and does the same work for every address, so that neither answer nor time tells whether it has a
 * login (S24): the address is looked up later, by the task.
 */
export async function requestPasswordReset(input: RequestPasswordResetInput, ip: string): Promise<{ minutes: number }> {
  const { email: address } = read(schema, input);
  await takeOne(LIMIT.resetPerIp, ip);
  const requestId = newId('reset');
  await enqueueTask(TASK, { requestId, sealed: sealFields('tasks', requestId, { address }) });
  return { minutes: LIFETIME.passwordResetMs / MINUTE };
}

/**
 * Makes the link and asks for its mail if the address has a login and was not sent three of them just now. Links that it
 * was sent before stay good: a stranger who asks for many takes nothing from the one who reads the mails. That there
 * were too many is told to nobody: it would tell that the login exists.
 */
async function prepare({ requestId, sealed }: { requestId: string; sealed: SealedFields }): Promise<void> {
  const { address } = openFields('tasks', requestId, sealed);
  const person = await People.findOne({ email: address! }, { email: 1 }).lean();
  if (!person || !(await hadOne(LIMIT.resetPerAccount, person._id))) return;
  const at = now();
  const token = newSecret();
  const expiresAt = after(at, LIFETIME.passwordResetMs);
  await inTransaction(async () => {
    await PasswordResets.insertMany([
      { _id: newId('reset'), personId: person._id, tokenHash: sha256(token), createdAt: at, expiresAt, usedAt: null },
    ]);
    const link = `${config.publicUrl}/reset-password#token=${token}`;
    await requestMail('passwordReset', { to: person.email, link, personId: person._id, expiresAt });
  });
}

export const passwordResetTask: TaskKind = { name: TASK, run: prepare };
