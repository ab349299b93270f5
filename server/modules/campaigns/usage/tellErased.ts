import { after, DAY, now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { addressesOf } from '../../accounts';
import { requestMessage } from '../../messages';
import { requestWebhook } from '../../webhooks';

/** A letter that waits longer than this is sent no more. */
const LETTER_MS = 7 * DAY;

/** What a business knows somebody by whom it was sent, in a sentence with a link, and as ids. */
interface Known {
  told: string;
  ids: { campaignId: string; clickId?: string; callId?: string };
}

/**
 * Tells a business, in the open transaction, that somebody it knows by a campaign had their data erased: one letter with who
 * that was, in a sentence, and by what it knows them, and one webhook for each of these.
 */
export async function tellErased(businessId: string, whoWas: string, which: readonly Known[]): Promise<void> {
  const at = now();
  for (const { ids } of which)
    await requestWebhook(businessId, {
      type: 'CONTACT_ERASED',
      key: [newId('erasure')],
      at,
      cardId: null,
      data: { ...ids, because: 'PERSON' },
    });
  const text = [
    `${whoWas} Erase what you hold of them in your own systems, unless the law or a contract with them tells you to keep it.`,
    ...which.map(({ told }) => told),
  ].join('\n\n');
  for (const { email } of await addressesOf(businessId))
    await requestMessage({
      channel: 'EMAIL',
      to: email,
      subject: 'A person had their data erased',
      text,
      expiresAt: after(at, LETTER_MS),
    });
}
