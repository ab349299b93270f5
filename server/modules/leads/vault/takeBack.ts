import { checkEmail } from '../checks/email';
import { checkPhone } from '../checks/phone';
import { LeadContacts, Leads, type Lead, type LeadContactRow } from '../model';
import { isOfOwn, isVerified, type ProofChannel } from '../rules';
import { previewOf } from '../subject/correctContact';
import { FIELD_OF, HASH_OF, writtenTo } from './furtherContacts';
import { listHashesOfContact } from './listHashes';
import { firstContacts } from './replaceOwn';
import { hashIdentity, openIfSound } from './sealContact';
import { sealedAnew } from './sealedAnew';

/**
 * Takes what has taken the place of a lead's phone or e-mail out again, by the word of who has it: what was given first
 * stands there again, or nothing where that could reach nobody. In the open transaction.
 */
export async function takeBack(row: LeadContactRow, channel: ProofChannel): Promise<void> {
  const lead = await Leads.findById(row._id).lean<Lead>();
  const opened = openIfSound(row._id, row.sealed, 'is not taken back');
  if (!lead || !opened) return;
  const { consentIp, ...before } = opened;
  const field = FIELD_OF[channel];
  const hash = firstContacts(row).find((one) => one[HASH_OF[channel]] !== null)?.[HASH_OF[channel]] ?? null;
  const value = hash === null ? null : writtenTo(row, channel, hash);
  const contact = { ...before, [field]: value };
  const email = channel === 'EMAIL' && value !== null ? checkEmail(value, lead.countryCode).normalised : null;
  const hashes = {
    [HASH_OF[channel]]: hash,
    ...(channel === 'EMAIL' ? { domainHash: hashIdentity({ phone: null, email }).domainHash } : {}),
  };
  await LeadContacts.updateOne(
    { _id: row._id },
    {
      $set: { ...hashes, ...sealedAnew({ ...row, ...hashes }, contact, consentIp) },
      $pull: { listHashes: { $in: listHashesOfContact({ phone: null, email: null, [field]: before[field] }) } },
    },
    { overwriteImmutable: true },
  );
  const line = channel === 'PHONE' ? (value === null ? null : checkPhone(value, lead.countryCode).line) : lead.line;
  const reach = { ...lead.reach };
  reach[field] = value === null ? null : 'LIVE';
  const mended = (lead.mended ?? []).filter((one) => one.channel !== channel);
  const proofs = lead.proofs.flatMap(({ alsoGivenAt, ...proof }) => {
    if (proof.channel !== channel) return [alsoGivenAt ? { ...proof, alsoGivenAt } : proof];
    if (isOfOwn({ ...proof, ...(alsoGivenAt ? { alsoGivenAt } : {}) })) return [];
    return alsoGivenAt?.getTime() === row.at.getTime() ? [proof] : [{ ...proof, alsoGivenAt: alsoGivenAt! }];
  });
  const after = { ...lead, line, reach, mended, proofs };
  const facts = { line, reach, mended, proofs, isVerified: isVerified(lead.signals, after) };
  await Leads.updateOne({ _id: lead._id }, { $set: { ...facts, preview: previewOf(after, contact) } });
}
