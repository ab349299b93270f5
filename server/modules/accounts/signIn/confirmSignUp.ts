import { z } from 'zod';
import { type ConfirmSignUpInput, type PendingSignUp } from '../../../generated/graphql';
import { now } from '../../../platform/clock';
import { openFields, sha256 } from '../../../platform/seal';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { passwordOfLoginNeeded, signUpTokenInvalid } from '../errors';
import { password, read, token, tradeName } from '../input';
import { takeOne } from '../limits';
import { People, type SignUpRow, SignUps } from '../model';
import { refuseNameOfOthers } from '../nameOfOthers';
import { LIMIT } from '../rules';
import { openOrganisation } from './openOrganisation';
import { holderOf } from './people';
import { type Device, type SignedIn, startSession } from './sessions';

const schema = z.object({ token, password, organisationName: tradeName.nullish() });

/** What is opened by the link that carries a token. */
const openBy = (given: string) => ({ tokenHash: sha256(given), usedAt: null, expiresAt: { $gt: now() } });

/**
 * Makes the organisation that the link was mailed for and logs its owner in: a new person where the address has no login
 * by now, else that login, shown by its password. A name that is another organisation's by now is refused, and another may be
 * given. A refusal does not spend the link.
 */
export async function confirmSignUp(input: ConfirmSignUpInput, device: Device): Promise<SignedIn> {
  const { token: given, password: typed, organisationName } = read(schema, input);
  await takeOne(LIMIT.tokenPerIp, device.ip);
  const open = openBy(given);
  const signUp = await SignUps.findOne(open).lean<SignUpRow>();
  if (!signUp) throw signUpTokenInvalid();
  const { name, email, organisation: wished } = wishOf(signUp);
  const organisation = organisationName ?? wished;
  const holder = await holderOf(email, { name, password: typed }, null, device.ip);
  try {
    return await inTransaction(async () => {
      // First, so that of two at once the later one hears that the link was used, not that its address has a login.
      const { matchedCount } = await SignUps.updateOne({ ...open, _id: signUp._id }, { $set: { usedAt: now() } });
      if (matchedCount === 0) throw signUpTokenInvalid();
      const personId = await holder();
      await refuseNameOfOthers({ personId, organisationId: null }, organisation, 'organisationName');
      const owner = await openOrganisation({ ...signUp, name: organisation }, personId);
      return startSession(owner, device);
    });
  } catch (error) {
    // By another link the address got a login meanwhile.
    if (duplicateKeyOf(error)?.keyPattern === 'email') throw passwordOfLoginNeeded();
    throw error;
  }
}

const wishOf = ({ _id, sealed }: SignUpRow) =>
  openFields('sign_ups', _id, sealed) as { name: string; email: string; organisation: string };

/** What a token would confirm, for the holder of its link; null when it was used or is over its time. */
export async function pendingSignUp(given: string): Promise<PendingSignUp | null> {
  const signUp = await SignUps.findOne(openBy(given)).lean<SignUpRow>();
  if (!signUp) return null;
  const { email, organisation: organisationName } = wishOf(signUp);
  const hasLogin = (await People.exists({ email })) !== null;
  return { email, organisationName, kind: signUp.kind, hasLogin, expiresAt: signUp.expiresAt };
}
