import { type SendCodeAgainInput } from '../../../generated/graphql';
import { hadOne, takeOne } from '../../../platform/limits';
import { newCode } from '../../../platform/oneTimeCode';
import { inTransaction } from '../../../platform/transaction';
import { config } from '../../../config';
import { requestMessage } from '../../messages';
import { LeadContacts, Leads, type Lead, type LeadContactRow } from '../model';
import { writtenTo } from '../vault/furtherContacts';
import { questionBehind } from './answer';
import { freshCode, questionOf } from './askToConfirm';
import { answeredBefore, linkNotOpen } from './errors';
import { type ConfirmationRow, Confirmations } from './model';
import { CONFIRM_LIMIT } from './rules';
import { textOf } from './words';

/** Sends another code to the phone that was asked; the one before is no longer good. Errors as `confirmRequest`. */
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
  const contact = await LeadContacts.findById(row.leadId).lean<LeadContactRow>();
  const to = contact && writtenTo(contact, 'PHONE', row.contactHash);
  if (!lead || !to) throw linkNotOpen();
  const plain = newCode();
  const code = freshCode(row._id, plain);
  const { expiresAt, language = 'en' } = row;
  const question = {
    ...(await questionOf(lead, language)),
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
