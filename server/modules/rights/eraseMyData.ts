import { type EraseMyDataInput } from '../../generated/graphql';
import { after, now } from '../../platform/clock';
import { newId } from '../../platform/ids';
import { takeOne } from '../../platform/limits';
import { erasePerson, leadsById } from '../leads';
import { salesOfLeads } from '../market';
import { requestMessage } from '../messages';
import { Challenges, type ErasureRow, Erasures } from './model';
import { LETTER_MS, RIGHTS_LIMIT } from './rules';
import { challengesIn, type OwnContact, requireContacts, sessionOver } from './session';
import { receiptLetter, receiptText } from './words';

/**
 * Erases all that is held under the contacts that were proven, keeps them out for good, and gives a receipt, which is sent
 * too. Whoever received it is told by the events. Asked again by the same token it gives the same receipt, at once too.
 * Errors: SessionOver, Busy, TooManyRequests.
 */
export async function eraseMyData({ token }: EraseMyDataInput, ip: string): Promise<{ receipt: ErasureRow }> {
  await takeOne(RIGHTS_LIMIT.readPerIp, ip);
  const challengeIds = challengesIn(token);
  const earlier = await receiptBy(challengeIds);
  if (earlier) return { receipt: earlier };
  const contacts = await requireContacts(token);
  const receipt = await erasePerson(contacts, async (leadIds) => {
    const { deletedCount } = await Challenges.deleteMany({ contactHash: { $in: contacts.map(({ hash }) => hash) } });
    // Another request was first, and has erased it all.
    if (deletedCount === 0) return null;
    const row = await receiptOf(contacts, leadIds, challengeIds);
    await Erasures.insertMany([row], { lean: true });
    for (const contact of contacts) await send(contact, row);
    return row;
  });
  const made = receipt ?? (await receiptBy(challengeIds));
  if (!made) throw sessionOver();
  return { receipt: made };
}

/** As it is now: it may have been made a moment ago. */
async function receiptBy(challengeIds: readonly string[]): Promise<ErasureRow | null> {
  if (challengeIds.length === 0) return null;
  return Erasures.findOne({ challengeIds: { $in: [...challengeIds] } })
    .readConcern('local')
    .lean<ErasureRow>();
}

async function receiptOf(
  contacts: readonly OwnContact[],
  leadIds: readonly string[],
  challengeIds: string[],
): Promise<ErasureRow> {
  const leads = await leadsById(leadIds);
  const sales = await salesOfLeads(leadIds);
  return {
    _id: newId('erasure'),
    at: now(),
    channels: contacts.map(({ channel }) => channel),
    leadIds: [...leadIds],
    agencyIds: [...new Set([...leads.values()].map(({ agencyId }) => agencyId))],
    buyerIds: [...new Set(sales.map(({ buyerId }) => buyerId))],
    challengeIds,
  };
}

async function send({ channel, value }: OwnContact, { _id, at }: ErasureRow): Promise<void> {
  const words = channel === 'EMAIL' ? receiptLetter(_id, at) : { text: receiptText(_id) };
  const by = channel === 'EMAIL' ? ('EMAIL' as const) : ('SMS' as const);
  await requestMessage({ channel: by, to: value, ...words, expiresAt: after(at, LETTER_MS) });
}
