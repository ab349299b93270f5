import { config } from '../../config';
import { after, DAY } from '../../platform/clock';
import { idFrom } from '../../platform/ids';
import { inTransaction } from '../../platform/transaction';
import { type EventTopics } from '../events';
import { addressesOf } from '../accounts';
import { nicheTree } from '../catalog';
import { type Sale, salesOfLeads } from '../market';
import { requestMessage } from '../messages';
import { requestWebhook, type WebhookType } from '../webhooks';
import { openAmong } from './contacts';
import { soldLead } from './findCard';
import { makeCards } from './makeCards';
import { CardEvents, WRITTEN } from './model';
import { cardIdOf } from './rules';
import { tellCard } from './tellCard';

/** What a buyer hears of the person of a lead that it bought, and what it has to do. */
const NEWS = {
  DENIED_BY_PERSON: {
    subject: 'A person says that a request was not theirs',
    text: 'The person of this lead answered that somebody else left the contact. Do not contact them. While the dispute window is open you can dispute the lead as a prank: this answer is the proof.',
  },
  CONSENT_WITHDRAWN: {
    subject: 'A person withdrew their consent',
    text: 'The person of this lead withdrew the consent to be contacted. Do not contact them any more, and stop what you send them.',
  },
  CONTACT_CORRECTED: {
    subject: 'A contact that you bought was corrected',
    text: 'The person of this lead corrected it, or somebody answered that a phone or an e-mail that stood with it is not theirs. Take what the card says now into your own systems, and use nothing that it says no longer.',
  },
  ERASED: {
    subject: 'A person had their data erased',
    text: 'The person of this lead had their data erased. Do not contact them any more, and erase what you hold of them in your own systems. The card is closed and its notes are gone; what you paid and your right to dispute stay as they were.',
  },
} as const;

export type NewsOfPerson = keyof typeof NEWS;

/** A letter that waits longer than this is sent no more; the card tells it still. */
const LETTER_MS = 7 * DAY;

/**
 * Tells whoever bought a lead what its person said: on the card, by a letter to those who answer for the buyer, and to its
 * programs by a webhook. Each hears it once, however often the news comes. Whose card is closed may hold a copy still: it
 * hears what it has to stop or erase, and nothing else.
 */
export async function tellBuyers(leadId: string, kind: NewsOfPerson, event: { id: string; at: Date }): Promise<void> {
  const isForAll = kind === 'ERASED' || kind === 'CONSENT_WITHDRAWN';
  const sold = await salesOfLeads([leadId]);
  const open = isForAll ? null : await openAmong(sold);
  const sales = sold.filter(({ _id }) => open?.has(_id) ?? true);
  await makeCards(sales.map(soldLead));
  for (const sale of sales) {
    await tellCard(sale._id, kind, event, NEWS[kind].text);
    await inTransaction(async () => {
      await write(sale, kind, event);
      await tellPrograms(sale, kind, event, kind === 'ERASED' ? { because: 'PERSON' } : {});
    });
  }
}

/**
 * Closes the cards of a lead whose person was erased: what was noted of the person goes. Where the calendar erased it, its
 * card and its webhook say so, and no letter is written.
 */
export async function closeErased(
  leadId: string,
  because: EventTopics['lead.erased']['because'],
  event: { id: string; at: Date },
): Promise<void> {
  const sales = await salesOfLeads([leadId]);
  const cardIds = sales.map(({ _id }) => cardIdOf(_id));
  await CardEvents.updateMany({ cardId: { $in: cardIds }, kind: { $in: WRITTEN } }, { $set: { text: null } });
  if (because === 'PERSON') return tellBuyers(leadId, 'ERASED', event);
  for (const sale of sales) {
    await tellCard(sale._id, 'ERASED', event, TIME_IS_OVER);
    await inTransaction(() => tellPrograms(sale, 'ERASED', event, { because }));
  }
}

const TIME_IS_OVER = 'The time for which contacts of this niche are kept is over, so the contact was erased.';

async function write(sale: Sale, kind: NewsOfPerson, event: { id: string; at: Date }): Promise<void> {
  const { subject, text } = NEWS[kind];
  const niche = nicheTree().byId(sale.nicheId)?.name ?? '';
  for (const { personId, email } of await addressesOf(sale.buyerId)) {
    await requestMessage({
      id: idFrom('message', event.id, sale._id, personId),
      channel: 'EMAIL',
      to: email,
      subject: `${subject} (${niche})`,
      text: `${text}\n\n${linkOf(sale)}\n`,
      expiresAt: after(event.at, LETTER_MS),
    });
  }
}

const linkOf = (sale: Sale): string => `${config.publicUrl}/cards/${cardIdOf(sale._id)}`;

const WEBHOOKS: Record<NewsOfPerson, WebhookType> = {
  DENIED_BY_PERSON: 'REQUEST_DENIED',
  CONSENT_WITHDRAWN: 'CONSENT_WITHDRAWN',
  CONTACT_CORRECTED: 'CONTACT_CORRECTED',
  ERASED: 'CONTACT_ERASED',
};

function tellPrograms(
  sale: Sale,
  kind: NewsOfPerson,
  event: { id: string; at: Date },
  further: Record<string, string>,
): Promise<void> {
  const cardId = cardIdOf(sale._id);
  const niche = nicheTree().byId(sale.nicheId)?.slug ?? '';
  const data = { saleId: sale._id, cardId, leadId: sale.leadId, niche, card: linkOf(sale), ...further };
  return requestWebhook(sale.buyerId, { type: WEBHOOKS[kind], key: [event.id, sale._id], at: event.at, cardId, data });
}
