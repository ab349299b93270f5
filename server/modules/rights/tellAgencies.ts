import { config } from '../../config';
import { after } from '../../platform/clock';
import { idFrom } from '../../platform/ids';
import { inTransaction } from '../../platform/transaction';
import { type EventTopics, type MarketEvent } from '../events';
import { addressesOf } from '../accounts';
import { nicheTree } from '../catalog';
import { type Lead, leadsById } from '../leads';
import { requestMessage } from '../messages';
import { LETTER_MS } from './rules';
import { agencyLetter, leadNamed, repeatNamed, repeatOfOwnNamed } from './words';

/** Tells every agency that brought an erased person to erase its own copy, once, however often the news comes. */
export async function tellAgencies(
  erased: EventTopics['lead.erased'],
  event: MarketEvent<'lead.erased'>,
): Promise<void> {
  const lead = (await leadsById([erased.leadId])).get(erased.leadId);
  if (erased.because !== 'PERSON' || !lead) return;
  const letters = await Promise.all(
    erased.agencyIds.map(async (agencyId) => ({
      letter: letterTo(agencyId, lead, erased.repeats ?? []),
      addresses: await addressesOf(agencyId),
    })),
  );
  await inTransaction(async () => {
    for (const { letter, addresses } of letters)
      for (const { personId, email } of addresses) {
        const id = idFrom('message', event.id, personId);
        await requestMessage({ id, channel: 'EMAIL', to: email, ...letter, expiresAt: after(event.at, LETTER_MS) });
      }
  });
}

/** Its own lead with the way to it; of repeats when they came, since they have no page. */
function letterTo(agencyId: string, lead: Lead, repeats: readonly { agencyId: string; at: string }[]) {
  const niche = nicheTree().byId(lead.nicheId)?.name ?? '';
  const own = lead.agencyId === agencyId;
  return agencyLetter(niche, [
    ...(own ? [leadNamed(niche, lead.submittedAt, `${config.publicUrl}/leads/${lead._id}`)] : []),
    ...repeats
      .filter((one) => one.agencyId === agencyId)
      .map(({ at }) => (own ? repeatOfOwnNamed : repeatNamed)(niche, new Date(at))),
  ]);
}
