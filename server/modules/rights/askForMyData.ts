import { type AskForMyDataInput } from '../../generated/graphql';
import { config } from '../../config';
import { after, MINUTE, now } from '../../platform/clock';
import { conflict, invalidInput } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { hadOne, takeOne, takeOneOfEach } from '../../platform/limits';
import { hashOfCode, newCode } from '../../platform/oneTimeCode';
import { networkOf } from '../../platform/network';
import { sealFields } from '../../platform/seal';
import { inTransaction } from '../../platform/transaction';
import { type Identity, type Language, languageOf } from '../leads';
import { canSend, requestMessage } from '../messages';
import { identityIn } from './identityIn';
import { type ChallengeRow, Challenges } from './model';
import { RIGHTS, RIGHTS_LIMIT } from './rules';
import { codeLetter, codeText, landlineWords } from './words';

/**
 * Sends a code to a phone or an address, so that whoever reads it can see what is held under it. Nothing is looked up:
 * neither answer nor time nor message tells whether anybody is known (S16). Where no further one is sent it is said, by
 * how many were asked for alone.
 */
export async function askForMyData(
  { contact, language: tag }: AskForMyDataInput,
  ip: string,
): Promise<{ challengeId: string; minutes: number }> {
  const identity = identityIn(contact);
  const language = languageOf(tag ?? '');
  // Said by the number alone, known or not.
  if (identity.isLandline) throw invalidInput(landlineWords(config.peopleEmail), ['contact']);
  await takeOne(RIGHTS_LIMIT.askPerIp, ip);
  const by = identity.channel === 'EMAIL' ? 'EMAIL' : 'SMS';
  if (!canSend(by))
    throw conflict(
      by === 'EMAIL'
        ? 'This market sends no e-mails at the moment. Try your phone number.'
        : 'This market sends no text messages at the moment. Try your e-mail address.',
    );
  await takeOneOfEach([
    [RIGHTS_LIMIT.askPerContactHere, `${identity.hash} ${networkOf(ip)}`],
    [RIGHTS_LIMIT.askPerContact, identity.hash],
  ]);
  const isShort = await hadOne(RIGHTS_LIMIT.shortPerContact, identity.hash);
  const code = isShort ? newCode() : newCode(RIGHTS.longDigits);
  const row = challengeFor(identity, code, language);
  await inTransaction(async () => {
    await Challenges.insertMany([row], { lean: true });
    const words = by === 'EMAIL' ? codeLetter(code, language) : { text: codeText(code, language) };
    await requestMessage({ channel: by, to: identity.to, ...words, expiresAt: row.expiresAt });
  });
  return { challengeId: row._id, minutes: RIGHTS.codeMs / MINUTE };
}

function challengeFor({ channel, hash, to }: Identity, code: string, language: Language): ChallengeRow {
  const _id = newId('rights');
  const createdAt = now();
  return {
    _id,
    channel,
    contactHash: hash,
    sealed: sealFields('rights_challenges', _id, { to }),
    codeHash: hashOfCode(_id, code),
    language,
    triesLeft: RIGHTS.codeTries,
    createdAt,
    provenAt: null,
    expiresAt: after(createdAt, RIGHTS.codeMs),
  };
}
