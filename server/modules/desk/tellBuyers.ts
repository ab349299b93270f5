import { config } from '../../config';
import { after, DAY } from '../../platform/clock';
import { idFrom } from '../../platform/ids';
import { inTransaction } from '../../platform/transaction';
import { addressesOf } from '../accounts';
import { nicheTree } from '../catalog';
import { type Sale, salesOfLeads } from '../market';
import { requestMessage } from '../messages';
import { soldLead } from './findCard';
import { makeCards } from './makeCards';
import { cardIdOf } from './rules';
import { tellCard } from './tellCard';

/** What a buyer hears of the person of a lead that it bought, and what it has to do. */
const NEWS = {
  DENIED_BY_PERSON: {
    subject: 'A person says that a request was not theirs',
    text: 'The person of this lead answered that somebody else left the contact. Do not contact them. While the dispute window is open, a dispute as a prank is decided by this answer.',
  },
  CONSENT_WITHDRAWN: {
    subject: 'A person withdrew their consent',
    text: 'The person of this lead withdrew the consent to be contacted. Do not contact them any more, and stop what you send them.',
  },
} as const;

export type NewsOfPerson = keyof typeof NEWS;

/** A letter that waits longer than this is sent no more; the card tells it still. */
const LETTER_MS = 7 * DAY;

/**
 * Tells whoever bought a lead what its person said: on the card, and by a letter to those who answer for the buyer. Each
 * hears it once, however often the news comes. What was refunded in full is no longer the buyer's.
 */
export async function tellBuyers(leadId: string, kind: NewsOfPerson, event: { id: string; at: Date }): Promise<void> {
  const sales = (await salesOfLeads([leadId])).filter(({ state }) => state !== 'REFUNDED');
  await makeCards(sales.map(soldLead));
  for (const sale of sales) {
    await tellCard(sale._id, kind, event, NEWS[kind].text);
    await write(sale, kind, event);
  }
}

async function write(sale: Sale, kind: NewsOfPerson, event: { id: string; at: Date }): Promise<void> {
  const { subject, text } = NEWS[kind];
  const niche = nicheTree().byId(sale.nicheId)?.name ?? '';
  const link = `${config.publicUrl}/cards/${cardIdOf(sale._id)}`;
  const addresses = await addressesOf(sale.buyerId);
  await inTransaction(async () => {
    for (const { personId, email } of addresses) {
      await requestMessage({
        id: idFrom('message', event.id, sale._id, personId),
        channel: 'EMAIL',
        to: email,
        subject: `${subject} (${niche})`,
        text: `${text}\n\n${link}\n`,
        expiresAt: after(event.at, LETTER_MS),
      });
    }
  });
}
