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
 * never by the contact: or anybody could use up those of its owner. Given again while it is good, as by a hand that
 * presses twice or after an answer that was lost, the right code opens what it opened, to the same end: the challenge is
 * told to whoever asked for the code and to nobody else, so it is they who give it again. Errors: WrongCode, InvalidInput,
 * TooManyRequests.
 */
export async function proveMyContact(
  { challengeId, code, token }: ProveMyContactInput,
  ip: string,
): Promise<{ token: string }> {
  requireCodeForm(code);
  await takeOne(RIGHTS_LIMIT.provePerIp, ip);
  const at = now();
  const isGood = { createdAt: { $gt: after(at, -RIGHTS.codeMs) }, expiresAt: { $gt: at } };
  const tried = await Challenges.findOneAndUpdate(
    { _id: challengeId, ...isGood, triesLeft: { $gt: 0 } },
    { $inc: { triesLeft: -1 } },
    { returnDocument: 'after' },
  ).lean<ChallengeRow>();
  if (!tried || !isCode(challengeId, code, tried.codeHash)) throw wrongCode(tried?.triesLeft ?? 0);
  // Of several at once one begins the half hour. Whoever was right with the last try has tries again to repeat it.
  const proven = { provenAt: at, expiresAt: after(at, RIGHTS.sessionMs), triesLeft: RIGHTS.codeTries };
  await Challenges.updateOne({ _id: challengeId, provenAt: null }, { $set: proven });
  const earlier = token && (await contactsOf(token)).length > 0 ? challengesIn(token) : [];
  return { token: openSession([...new Set([challengeId, ...earlier])].slice(0, RIGHTS.mostContacts)) };
}
