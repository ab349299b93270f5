import { config } from '../../config';
import { after, DAY } from '../../platform/clock';
import { idFrom } from '../../platform/ids';
import { addressesOf } from '../accounts';
import { requestMessage } from '../messages';
import { type WebhookEndpoint } from './model';

const LETTER_MS = 7 * DAY;

/**
 * A letter to those who answer for a business that one of its addresses does not take messages, in the open transaction:
 * one a day for each address, however many were given up.
 */
export async function tellGivenUp(endpoint: WebhookEndpoint, isGone: boolean, at: Date): Promise<void> {
  const { _id, organisationId, name } = endpoint;
  const why = isGone
    ? `Your address "${name}" answered a webhook with 410 (gone), so nothing is sent there any more.`
    : `Your address "${name}" has taken no webhook for 72 hours, so what waited longest was given up.`;
  const text = [
    `${why} What it was told of stands on your cards and in the letters that you got.`,
    'Put it right, or give another address; what was given up can be sent again from there:',
    `${config.publicUrl}/organisation/webhooks`,
  ].join('\n\n');
  const day = at.toISOString().slice(0, 10);
  for (const { personId, email } of await addressesOf(organisationId))
    await requestMessage({
      id: idFrom('message', _id, isGone ? 'gone' : day, personId),
      channel: 'EMAIL',
      to: email,
      subject: `Webhooks do not reach "${name}"`,
      text,
      expiresAt: after(at, LETTER_MS),
    });
}
