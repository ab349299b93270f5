import { after, DAY, now } from '../../../platform/clock';
import { addressesOf } from '../../accounts';
import { requestMessage } from '../../messages';

/** A letter that waits longer than this is sent no more. */
const LETTER_MS = 7 * DAY;

/** One letter to a business that somebody it knows by a campaign had their data erased: who that was, in a sentence, and by what it knows them. */
export async function tellErased(businessId: string, whoWas: string, which: readonly string[]): Promise<void> {
  const text = [
    `${whoWas} Erase what you hold of them in your own systems, unless the law or a contract with them tells you to keep it.`,
    ...which,
  ].join('\n\n');
  for (const { email } of await addressesOf(businessId))
    await requestMessage({
      channel: 'EMAIL',
      to: email,
      subject: 'A person had their data erased',
      text,
      expiresAt: after(now(), LETTER_MS),
    });
}
