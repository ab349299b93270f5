import { type ChangeCampaignInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { conflict, invalidInput } from '../../platform/errors';
import { together } from '../../platform/inputs';
import { alterCampaign } from './alterCampaign';
import { formerAfter } from './formerTerms';
import { type Campaign, type CampaignTermsKept } from './model';
import { repriceCampaign } from './prices/reprice';
import { freshCampaign } from './readCampaigns';
import { setAside } from './reserve';
import { requireCallable } from './callable';
import { type CampaignKept, requireOutside } from './outside';
import { isAgreed, readTerms } from './terms';

/** Gives a campaign other terms, for visitors that come from now on; its prices follow a day later. Throws InvalidInput, NotFound, Conflict. */
export async function changeCampaign(viewer: Viewer, input: ChangeCampaignInput): Promise<CampaignKept> {
  const terms = readTerms(input.terms);
  await requireCallable(terms);
  const isTargetKnown = await requireOutside(terms);
  const runs = isAgreed(input.agreedPerDay, terms);
  const changed = await alterCampaign(viewer, 'changeCampaign', input.id, (campaign) => {
    if (campaign.state === 'ENDED') throw conflict('The campaign is over. Start another one.');
    requireKept(terms, campaign);
    const at = now();
    const state = runs ? 'RUNNING' : 'PAUSED';
    return {
      ...terms,
      former: formerAfter(campaign, terms, at),
      pausedBecause: null,
      state,
      ...(runs ? { agreedBy: viewer.personId } : {}),
      ...(state === campaign.state ? {} : { stateSince: at }),
    };
  });
  await repriceCampaign(changed, now());
  await setAside(changed._id);
  return { campaign: await freshCampaign(changed._id), isTargetKnown };
}

/** What agencies were taken by and what budgets are counted by stays. Throws InvalidInput with every field that differs. */
function requireKept(terms: CampaignTermsKept, campaign: Campaign): void {
  const refuse = (isOther: boolean, field: string, message: string) => (): void => {
    if (isOther) throw invalidInput(message, ['terms', field]);
  };
  const least = campaign.minSeconds ?? Infinity;
  together(
    refuse(
      terms.nicheId !== campaign.nicheId,
      'nicheId',
      'The niche of a campaign stays: start another one for another niche.',
    ),
    refuse(
      terms.model !== campaign.model,
      'model',
      'What a campaign is paid by stays: start another one for clicks or calls.',
    ),
    // The spending of a day is kept by the day's name: another zone, there and back, would begin a day twice.
    refuse(
      terms.timeZone !== campaign.timeZone,
      'timeZone',
      `The time zone of a campaign stays ${campaign.timeZone}, since its days are counted by it: start another one for another zone.`,
    ),
    // Agencies were taken at a price for calls of this length.
    refuse(
      (terms.minSeconds ?? 0) > least,
      'minSeconds',
      `The minimum length stays at ${least} seconds or is lowered, since agencies joined by it: start another campaign for longer calls.`,
    ),
  );
}
