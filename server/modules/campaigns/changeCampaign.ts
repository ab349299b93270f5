import { type ChangeCampaignInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { conflict, invalidInput } from '../../platform/errors';
import { alterCampaign } from './alterCampaign';
import { type Campaign } from './model';
import { repriceCampaign } from './prices/reprice';
import { freshCampaign } from './readCampaigns';
import { setAside } from './reserve';
import { requireCallable } from './callable';
import { isAgreed, readTerms } from './terms';

/** Gives a campaign other terms; its prices follow a day later. Throws InvalidInput, NotFound, Conflict. */
export async function changeCampaign(viewer: Viewer, input: ChangeCampaignInput): Promise<{ campaign: Campaign }> {
  const terms = readTerms(input.terms);
  await requireCallable(terms);
  const runs = isAgreed(input.agreedPerDay, terms);
  const changed = await alterCampaign(viewer, 'changeCampaign', input.id, (campaign) => {
    if (campaign.state === 'ENDED') throw conflict('The campaign is over. Start another one.');
    if (terms.nicheId !== campaign.nicheId)
      throw invalidInput('The niche of a campaign stays: start another one for another niche.', ['terms', 'nicheId']);
    if (terms.model !== campaign.model)
      throw invalidInput('What a campaign is paid by stays: start another one for clicks or calls.', [
        'terms',
        'model',
      ]);
    const state = runs ? 'RUNNING' : 'PAUSED';
    return {
      ...terms,
      pausedBecause: null,
      state,
      ...(runs ? { agreedBy: viewer.personId } : {}),
      ...(state === campaign.state ? {} : { stateSince: now() }),
    };
  });
  await repriceCampaign(changed, now());
  await setAside(changed._id);
  return { campaign: await freshCampaign(changed._id) };
}
