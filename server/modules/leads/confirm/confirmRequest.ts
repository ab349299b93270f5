import { type ConfirmRequestInput } from '../../../generated/graphql';
import { now } from '../../../platform/clock';
import { emit } from '../../../platform/outbox';
import { log } from '../../../platform/log';
import { isCode, requireCodeForm, wrongCode } from '../../../platform/oneTimeCode';
import { isPublic } from '../../../platform/visitor/addresses';
import { config } from '../../../config';
import { addProof, releaseAnswered } from '../addProof';
import { LeadContacts, type LeadContactRow } from '../model';
import { trustAgain } from '../suppress/suppressions';
import { alsoGivenAt, FIELD_OF } from '../vault/furtherContacts';
import { promoteProven } from '../vault/promoteFurther';
import { answeredBefore } from './errors';
import { giveAnswer, questionBehind } from './answer';
import { type ConfirmationRow, Confirmations } from './model';

/**
 * A person says that the request is theirs: by the button behind the link of a letter, or with the code of a text message.
 * The channel is proven from then on, by the contact that was asked; one that was given later is the lead's own from then
 * on, where nobody has answered on the first and somebody has on the other channel since. Errors: LinkNotOpen, WrongCode,
 * InvalidInput, Conflict, TooManyRequests.
 */
export async function confirmRequest(
  { token, code }: ConfirmRequestInput,
  ip: string,
): Promise<{ confirmation: ConfirmationRow }> {
  const row = await questionBehind(token, ip);
  // It proves the contact all the same: behind a proxy that the server is not told of everybody comes from there.
  if (config.isProduction && !isPublic(ip))
    log.warn(
      { leadId: row.leadId },
      'a confirmation came from the address of no line: set TRUST_PROXY if there is a proxy',
    );
  if (row.channel === 'PHONE' && row.state === 'OPEN') await requireCode(row, code ?? '');
  const confirmation = await giveAnswer('confirmRequest', row, async ({ channel, leadId, contactHash }) => {
    const method = channel === 'PHONE' ? 'CONFIRMED_BY_CODE' : 'CONFIRMED_BY_LINK';
    const contact = await LeadContacts.findById(leadId).lean<LeadContactRow>();
    const givenAt = contact && alsoGivenAt(contact, channel, contactHash);
    await addProof(leadId, { channel, method, at: now(), ...(givenAt ? { alsoGivenAt: givenAt } : {}) });
    await trustAgain(contactHash);
    const promoted = givenAt ? await promoteProven(leadId, channel, contactHash, now()) : null;
    if (!promoted) return;
    const { agencyId } = promoted;
    await emit('contact.corrected', leadId, { leadId, agencyId, fields: [FIELD_OF[channel]] });
    await releaseAnswered(promoted);
  });
  return { confirmation };
}

/** Spends one of the code's tries before looking at it, so that many at once get no further than one by one. */
async function requireCode(row: ConfirmationRow, code: string): Promise<void> {
  requireCodeForm(code);
  const tried = await Confirmations.findOneAndUpdate(
    { _id: row._id, state: 'OPEN', 'code.triesLeft': { $gt: 0 }, 'code.expiresAt': { $gt: now() } },
    { $inc: { 'code.triesLeft': -1 } },
    { returnDocument: 'after' },
  ).lean<ConfirmationRow>();
  if (tried?.code) {
    if (isCode(tried._id, code, tried.code.hash)) return;
    throw wrongCode(tried.code.triesLeft);
  }
  const stands = await Confirmations.findById(row._id, { state: 1 }).lean();
  // Answered meanwhile by another press: that is told as the answer is given.
  if (stands && stands.state === 'CONFIRMED') return;
  throw stands && stands.state !== 'OPEN' ? answeredBefore(stands.state) : wrongCode(0);
}
