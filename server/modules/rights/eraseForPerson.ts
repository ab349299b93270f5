import { type EraseForPersonInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { invalidInput } from '../../platform/errors';
import { together } from '../../platform/inputs';
import { takeOne } from '../../platform/limits';
import { requireReason } from '../../platform/reasons';
import { erasePerson, type Identity, type Language, languageOfPerson } from '../leads';
import { canSend } from '../messages';
import { eraseBeside } from './heldBeside';
import { identityIn } from './identityIn';
import { type ChallengeRow, Challenges, type ErasureRow, Erasures } from './model';
import { receiptOf, sendReceipt } from './receipts';
import { RIGHTS_LIMIT } from './rules';

/**
 * An admin erases what is held under a phone or an address for a person to whom no code can be sent, and keeps it out, with
 * the reach of the person's own erasure. Whether anything was held is not told: this must be no way to look people up.
 * Errors: InvalidInput, TooManyRequests.
 */
export async function eraseForPerson(
  { personId }: Viewer,
  { contact, reason: written }: EraseForPersonInput,
): Promise<{ number: string; at: Date }> {
  const [identity, reason] = together(
    () => identityIn(contact),
    () => requireReason(written),
  );
  if (names(reason, identity))
    throw invalidInput('Leave the phone or address out of the reason: it is kept, and they are to be erased.', [
      'reason',
    ]);
  await takeOne(RIGHTS_LIMIT.erasePerAdmin, personId);
  const { channel, hash, to: value } = identity;
  // Asked before: by then nothing tells it any more.
  const language = await languageFor(identity);
  const receipt = await erasePerson([identity], async (leadIds) => {
    await Challenges.deleteMany({ contactHash: hash });
    const row: ErasureRow = await receiptOf([channel], leadIds, await eraseBeside([{ ...identity, value }]));
    await Erasures.insertMany([row], { lean: true });
    await recordAct({ actor: personId, act: 'eraseForPerson', subject: row._id, reason, after: { channel } });
    // A landline takes no text message: there the admin tells the number of the receipt.
    const isReached = canSend(channel === 'EMAIL' ? 'EMAIL' : 'SMS') && !identity.isLandline;
    if (isReached && row.leadIds.length > 0) await sendReceipt({ channel, value, language }, row);
    return row;
  });
  return { number: receipt._id, at: receipt.at };
}

/** The language of the page in which they asked for a code just now, else that of their latest request. */
async function languageFor(identity: Identity): Promise<Language> {
  const asked = await Challenges.findOne({ contactHash: identity.hash }, { language: 1 })
    .sort({ _id: -1 })
    .lean<Pick<ChallengeRow, 'language'>>();
  return asked?.language ?? (await languageOfPerson(identity)) ?? 'en';
}

/** So many digits are a phone's own. */
const TAIL = 7;

/** Whether words name the phone or the address. */
function names(words: string, { channel, to }: Identity): boolean {
  if (channel === 'EMAIL') return words.toLowerCase().includes(to.toLowerCase());
  return words.replace(/\D/gu, '').includes(to.slice(-TAIL));
}
