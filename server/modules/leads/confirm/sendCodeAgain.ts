import { type SendCodeAgainInput } from '../../../generated/graphql';
import { hadOne, takeOne } from '../../../platform/limits';
import { newCode } from '../../../platform/oneTimeCode';
import { inTransaction } from '../../../platform/transaction';
import { config } from '../../../config';
import { requestMessage } from '../../messages';
import { Leads, type Lead } from '../model';
import { questionBehind } from './answer';
import { answeredBefore, linkNotOpen } from './errors';
import { type ConfirmationRow, Confirmations } from './model';
import { contactAsked } from './readConfirmation';
import { CONFIRM_LIMIT } from './rules';
import { factsOfQuestion, freshCode, questionOf } from './sendQuestion';
import { textOf } from './words';

/**
 * Sends another code to the phone that was asked. Past the limit of the phone nothing is sent, with the same answer, and the
 * code that came last is good anew: nobody is left with none. Errors as `confirmRequest`.
 */
export async function sendCodeAgain(
  { token }: SendCodeAgainInput,
  ip: string,
): Promise<{ confirmation: ConfirmationRow }> {
  const row = await questionBehind(token, ip);
  if (row.channel !== 'PHONE') throw linkNotOpen();
  if (row.state !== 'OPEN') throw answeredBefore(row.state);
  await takeOne(CONFIRM_LIMIT.codesPerLink, row._id);
  const isSent = await hadOne(CONFIRM_LIMIT.perContact, row.contactHash);
  const lead = await Leads.findById(row.leadId).lean<Lead>();
  const to = await contactAsked(row);
  const facts = row.about ?? (lead && factsOfQuestion(lead, undefined));
  if (!facts || to === null) throw linkNotOpen();
  const plain = newCode();
  const fresh = freshCode(row._id, plain);
  const code = isSent || !row.code ? fresh : { ...fresh, hash: row.code.hash };
  const { expiresAt, language = 'en' } = row;
  const question = {
    ...(await questionOf({ agencyId: row.agencyId, ...facts }, language)),
    language,
    url: `${config.publicUrl}/v/${token}`,
    expiresAt,
  };
  await inTransaction(async () => {
    const { matchedCount } = await Confirmations.updateOne({ _id: row._id, state: 'OPEN' }, { $set: { code } });
    if (matchedCount === 0) throw linkNotOpen();
    const message = { channel: 'SMS' as const, to, text: textOf(question, plain), expiresAt: code.expiresAt };
    if (isSent) await requestMessage(message);
  });
  return { confirmation: { ...row, code } };
}
