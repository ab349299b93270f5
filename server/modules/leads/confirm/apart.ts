import mongoose from '../../../platform/mongoose';
import { after, now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { hadOne } from '../../../platform/limits';
import { type CollectionSpec, type TaskKind } from '../../../platform/manifest';
import { openFields, sealFields, type SealedFields } from '../../../platform/seal';
import { enqueueTask } from '../../../platform/jobs';
import { canSend } from '../../messages';
import { OLD_MS } from '../checks/captured';
import { storeTexts } from '../accept/storeTexts';
import { type SentByForm } from '../candidate';
import { type Language } from '../languages';
import { type ProofChannel } from '../rules';
import { suppress, suppressedAmong, trustAgain } from '../suppress/suppressions';
import { HASH_OF } from '../vault/furtherContacts';
import { closeOthers, closeSame } from './closeQuestions';
import { type ConfirmationRow, Confirmations, type QuestionAbout } from './model';
import { type Answer, CONFIRM, CONFIRM_LIMIT } from './rules';
import { sendQuestion } from './sendQuestion';

/**
 * Questions that belong to no lead. Where whoever sends a hosted form is another agency's lead already, or has a phone that
 * is kept out, nothing of the request is kept (0042); but a message that does not come would tell the sender that the market
 * knows the phone. So what was typed is asked all the same. The contact lies sealed until the link is over, the answers do
 * what they do of a request that nobody bought, and no lead changes by them.
 */
interface AskedApart {
  /** That of its question. */
  _id: string;
  /** The id that the lead would have. */
  leadId: string;
  standsFor: string;
  agencyId: string;
  channel: ProofChannel;
  contactHash: string;
  sealed: SealedFields;
  language: Language;
  about: QuestionAbout;
  expiresAt: Date;
}

const COLLECTION = 'asked_apart';
const { Mixed } = mongoose.Schema.Types;

const AskedApart = mongoose.model(
  'AskedApart',
  new mongoose.Schema<AskedApart>(
    {
      _id: String,
      leadId: String,
      standsFor: String,
      agencyId: String,
      channel: String,
      contactHash: String,
      sealed: Mixed,
      language: String,
      about: Mixed,
      expiresAt: Date,
    },
    { collection: COLLECTION, versionKey: false, minimize: false },
  ),
);

export const askedApartCollection: CollectionSpec = {
  name: COLLECTION,
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      required: ['leadId', 'standsFor', 'agencyId', 'channel', 'contactHash', 'sealed', 'about', 'expiresAt'],
      properties: { expiresAt: { bsonType: 'date' } },
    },
  },
  indexes: [{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }, { key: { standsFor: 1 } }, { key: { contactHash: 1 } }],
};

/** Has the sender of a form asked by these channels though no lead was stored. In the transaction of the sending. */
export async function queueApart(
  { agencyId, language }: Pick<AskedApart, 'agencyId' | 'language'>,
  channels: readonly ProofChannel[],
  sent: SentByForm,
): Promise<void> {
  const about = { nicheId: sent.nicheId, askedFor: sent.askedFor, consent: sent.consent };
  await storeTexts(new Map([[sent.consent.textHash, sent.consentText]]));
  for (const channel of channels) {
    const [to, contactHash, standsFor] = [sent.reached[channel], sent[HASH_OF[channel]], sent.standsFor[channel]];
    if (to === null || contactHash === null || standsFor === null) continue;
    const _id = newId('confirm');
    const sealed = sealFields(COLLECTION, _id, { to });
    const expiresAt = after(now(), CONFIRM.linkMs);
    const of = { leadId: sent.leadId, standsFor, agencyId, channel, contactHash, language };
    await AskedApart.insertMany([{ _id, ...of, sealed, about, expiresAt }], { lean: true });
    await enqueueTask(askApart.name, { id: _id }, { key: _id });
  }
}

/** Asks by the rules and limits of a lead and its repeats; what is not asked is kept no longer. */
export const askApart: TaskKind = {
  name: 'forms.askApart',
  async run({ id }: { id: string }): Promise<void> {
    const row = await AskedApart.findById(id).lean<AskedApart>();
    if (!row || (await Confirmations.exists({ _id: id }))) return;
    const leadId = await askedAs(row);
    if (leadId === null) return void (await AskedApart.deleteOne({ _id: id }));
    const { standsFor, agencyId, channel, contactHash, language, about } = row;
    const asked = { leadId, standsFor, agencyId, channel, contactHash, language, about, to: contactIn(row) };
    const keep = (expiresAt: Date) => AskedApart.updateOne({ _id: id }, { $set: { expiresAt } });
    await sendQuestion(asked, about, { _id: id, keep });
  },
};

/** As what request it is asked: one that stands for the same, else its own; null where it is not. */
async function askedAs({ leadId, standsFor, channel, contactHash }: AskedApart): Promise<string | null> {
  if (!canSend(channel === 'EMAIL' ? 'EMAIL' : 'SMS')) return null;
  const hashes = { phoneHash: null, emailHash: null, [HASH_OF[channel]]: contactHash };
  if ((await suppressedAmong([hashes])).get(0)?.isKeptOut) return null;
  const going = await Confirmations.findOne({ standsFor, state: { $in: ['OPEN', 'CONFIRMED'] } })
    .sort({ askedAt: 1 })
    .lean<ConfirmationRow>();
  const askedId = going?.leadId ?? leadId;
  const before = await Confirmations.find({ leadId: askedId, channel }).lean<ConfirmationRow[]>();
  const same = before.filter((one) => one.contactHash === contactHash);
  const again = after(now(), -CONFIRM.askAgainMs);
  if (same.some(({ state, askedAt }) => state !== 'OPEN' || askedAt > again)) return null;
  if (same.length === 0 && new Set(before.map((one) => one.contactHash)).size >= CONFIRM.mostContacts) return null;
  if (!(await hadOne(CONFIRM_LIMIT.perLead, `${askedId} ${channel}`))) return null;
  return (await hadOne(CONFIRM_LIMIT.perContact, contactHash)) ? askedId : null;
}

const contactIn = ({ _id, sealed }: Pick<AskedApart, '_id' | 'sealed'>): string =>
  openFields(COLLECTION, _id, sealed).to ?? '';

/** The phone or the address that was asked; null once its link is over. */
export async function contactAskedApart({ _id }: Pick<ConfirmationRow, '_id'>): Promise<string | null> {
  const row = await AskedApart.findById(_id, { sealed: 1 }).lean<Pick<AskedApart, '_id' | 'sealed'>>();
  return row && contactIn(row);
}

/** What an answer does where there is no lead: it speaks of the contact that was asked. In the open transaction. */
export async function answerApart(answer: Answer, asked: ConfirmationRow): Promise<void> {
  const { leadId, channel, contactHash } = asked;
  if (answer === 'confirmRequest') return trustAgain(contactHash);
  if (answer === 'denyRequest') await suppress(contactHash, 'DENIED', after(now(), CONFIRM.deniedMs));
  else await suppress(contactHash, 'WITHDRAWN', after(now(), OLD_MS));
  const hasOther = await Confirmations.exists({
    leadId,
    channel,
    contactHash: { $ne: contactHash },
    state: { $in: ['OPEN', 'CONFIRMED'] },
  });
  await (hasOther ? closeSame(asked, answer) : closeOthers(asked, answer));
}

/** Forgets the questions that stand for one of these, or were sent to one of these contacts. In the open transaction. */
export async function forgetApart(of: { standsFor: string[] } | { contactHash: string[] }): Promise<void> {
  const among = 'standsFor' in of ? { standsFor: { $in: of.standsFor } } : { contactHash: { $in: of.contactHash } };
  await AskedApart.deleteMany(among);
  await Confirmations.deleteMany({ standsFor: { $exists: true }, ...among });
}
