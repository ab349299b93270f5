import { type EndCampaignInput, type PauseCampaignInput, type ResumeCampaignInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { conflict } from '../../platform/errors';
import { alterCampaign } from './alterCampaign';
import { type Campaign } from './model';
import { requireCallable } from './callable';
import { requireStillOutside } from './outside';
import { campaignsById, freshCampaign } from './readCampaigns';
import { setAside } from './reserve';
import { mayMove } from './rules';
import { isAgreed } from './terms';

const ALREADY = {
  RUNNING: 'The campaign runs already.',
  PAUSED: 'The campaign is paused already.',
  ENDED: 'The campaign is over already.',
} as const;

function moved(campaign: Campaign, state: Campaign['state']): Partial<Campaign> {
  if (campaign.state === 'ENDED' && state !== 'ENDED') throw conflict('The campaign is over. Start another one.');
  if (!mayMove(campaign.state, state)) throw conflict(ALREADY[state]);
  return { state, stateSince: now(), pausedBecause: null };
}

/** Stops a campaign until it is resumed. Throws NotFound, Conflict. */
export const pauseCampaign = async (viewer: Viewer, { id }: PauseCampaignInput): Promise<{ campaign: Campaign }> => ({
  campaign: await alterCampaign(viewer, 'pauseCampaign', id, (campaign) => moved(campaign, 'PAUSED')),
});

/** Ends a campaign for good. Throws NotFound, Conflict. */
export const endCampaign = async (viewer: Viewer, { id }: EndCampaignInput): Promise<{ campaign: Campaign }> => ({
  campaign: await alterCampaign(viewer, 'endCampaign', id, (campaign) => moved(campaign, 'ENDED')),
});

/** Lets a campaign take visitors again, the amount at stake agreed anew. Throws InvalidInput, NotFound, Conflict. */
export async function resumeCampaign(
  viewer: Viewer,
  { id, agreedPerDay }: ResumeCampaignInput,
): Promise<{ campaign: Campaign }> {
  const known = (await campaignsById([id])).get(id);
  if (known?.businessId === viewer.organisationId) {
    await requireCallable(known);
    await requireStillOutside(known);
  }
  await alterCampaign(viewer, 'resumeCampaign', id, (campaign) => {
    const changes = moved(campaign, 'RUNNING');
    isAgreed(agreedPerDay, campaign);
    return { ...changes, agreedBy: viewer.personId };
  });
  await setAside(id);
  return { campaign: await freshCampaign(id) };
}
