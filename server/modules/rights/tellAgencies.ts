import { after } from '../../platform/clock';
import { idFrom } from '../../platform/ids';
import { inTransaction } from '../../platform/transaction';
import { type EventTopics, type MarketEvent } from '../events';
import { addressesOf } from '../accounts';
import { requestMessage } from '../messages';
import { LETTER_MS } from './rules';
import { agencyLetter } from './words';

/** Tells every agency that brought an erased person to erase its own copy, once, however often the news comes. */
export async function tellAgencies(
  { agencyIds, because }: EventTopics['lead.erased'],
  event: MarketEvent<'lead.erased'>,
): Promise<void> {
  if (because !== 'PERSON') return;
  const addresses = (await Promise.all(agencyIds.map(addressesOf))).flat();
  await inTransaction(async () => {
    for (const { personId, email } of addresses) {
      const id = idFrom('message', event.id, personId);
      const letter = agencyLetter(1);
      await requestMessage({ id, channel: 'EMAIL', to: email, ...letter, expiresAt: after(event.at, LETTER_MS) });
    }
  });
}
