import { type EraseMyDataInput } from '../../generated/graphql';
import { after, now } from '../../platform/clock';
import { newId } from '../../platform/ids';
import { takeOne } from '../../platform/limits';
import { erasePerson, leadsById } from '../leads';
import { salesOfLeads } from '../market';
import { requestMessage } from '../messages';
import { Challenges, type ErasureRow, Erasures } from './model';
import { LETTER_MS, RIGHTS_LIMIT } from './rules';
import { type OwnContact, requireContacts } from './session';
import { receiptLetter, receiptText } from './words';

/**
 * Erases all that is held under the contacts that were proven, keeps them out for good, and gives a receipt, which is sent
 * too. Whoever received it is told by the events. Errors: SessionOver, Busy, TooManyRequests.
 */
export async function eraseMyData({ token }: EraseMyDataInput, ip: string): Promise<{ receipt: ErasureRow }> {
  await takeOne(RIGHTS_LIMIT.readPerIp, ip);
  const contacts = await requireContacts(token);
  const receipt = await erasePerson(contacts, async (leadIds) => {
    const row = await receiptOf(contacts, leadIds);
    await Erasures.insertMany([row], { lean: true });
    for (const contact of contacts) await send(contact, row);
    await Challenges.deleteMany({ contactHash: { $in: contacts.map(({ hash }) => hash) } });
    return row;
  });
  return { receipt };
}

async function receiptOf(contacts: readonly OwnContact[], leadIds: readonly string[]): Promise<ErasureRow> {
  const leads = await leadsById(leadIds);
  const sales = await salesOfLeads(leadIds);
  return {
    _id: newId('erasure'),
    at: now(),
    channels: contacts.map(({ channel }) => channel),
    leadIds: [...leadIds],
    agencyIds: [...new Set([...leads.values()].map(({ agencyId }) => agencyId))],
    buyerIds: [...new Set(sales.map(({ buyerId }) => buyerId))],
  };
}

async function send({ channel, value }: OwnContact, { _id, at }: ErasureRow): Promise<void> {
  const words = channel === 'EMAIL' ? receiptLetter(_id, at) : { text: receiptText(_id) };
  const by = channel === 'EMAIL' ? ('EMAIL' as const) : ('SMS' as const);
  await requestMessage({ channel: by, to: value, ...words, expiresAt: after(at, LETTER_MS) });
}
