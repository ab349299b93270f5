import { type ProveMyContactInput } from '../../generated/graphql';
import { after, now } from '../../platform/clock';
import { takeOne } from '../../platform/limits';
import { isCode, requireCodeForm, wrongCode } from '../../platform/oneTimeCode';
import { type ChallengeRow, Challenges } from './model';
import { RIGHTS, RIGHTS_LIMIT } from './rules';
import { challengesIn, contactsOf, openSession } from './session';

/**
 * Shows by its code that a phone or an address is one's own, and opens half an hour to see and decide; beside what an
 * earlier token has proven. A try is spent before it is compared. Tries are counted by the code and by who gives them,
 * never by the contact: or anybody could use up those of its owner. Errors: WrongCode, InvalidInput, TooManyRequests.
 */
export async function proveMyContact(
  { challengeId, code, token }: ProveMyContactInput,
  ip: string,
): Promise<{ token: string }> {
  requireCodeForm(code);
  await takeOne(RIGHTS_LIMIT.provePerIp, ip);
  const open = { provenAt: null, expiresAt: { $gt: now() } };
  const tried = await Challenges.findOneAndUpdate(
    { _id: challengeId, ...open, triesLeft: { $gt: 0 } },
    { $inc: { triesLeft: -1 } },
    { returnDocument: 'after' },
  ).lean<ChallengeRow>();
  if (!tried || !isCode(challengeId, code, tried.codeHash)) throw wrongCode(tried?.triesLeft ?? 0);
  const at = now();
  const proven = { provenAt: at, expiresAt: after(at, RIGHTS.sessionMs) };
  const { modifiedCount } = await Challenges.updateOne({ _id: challengeId, provenAt: null }, { $set: proven });
  // Of two at once with the right code one was first: a code is good for once.
  if (modifiedCount === 0) throw wrongCode(tried.triesLeft);
  const earlier = token && (await contactsOf(token)).length > 0 ? challengesIn(token) : [];
  return { token: openSession([challengeId, ...earlier].slice(0, RIGHTS.mostContacts)) };
}
