import { nicheTree, regionTree } from '../../catalog';
import {
  type Application,
  approvedApplication,
  approvedOf,
  type Campaign,
  hindrancesOf,
  knownCampaign,
  type PriceFrom,
  priceFrom,
  worthOf,
} from '../../campaigns';
import { type TrackedLink } from '../model';

/** Where a visitor is sent: to the campaign's page, at the price of one of its regions. */
export interface Place extends PriceFrom {
  campaign: Campaign;
}

/**
 * The campaign that takes a visitor of a link at a moment, from what this process knows; null where none does. A link of
 * a niche goes to the campaign that pays most for this agency's visitors, a business that disputes too much counting for
 * less; of those that are worth the same to the one that has spent the smallest part of its day, so that all are served
 * evenly. A visitor whose country is known (null: not known) is priced by it, and goes to a campaign that buys from there
 * before one that does not: by that one nobody would be paid.
 */
export function placeFor(link: TrackedLink, country: string | null, at: Date): Place | null {
  if (link.state !== 'ACTIVE') return null;
  if (link.campaignId !== null) {
    const application = approvedApplication(link.campaignId, link.agencyId);
    return application ? placeIn(application, link.regionId, country, at) : null;
  }
  let best: Place | null = null;
  for (const application of approvedOf(link.agencyId)) {
    const campaign = knownCampaign(application.campaignId);
    if (!campaign || !nicheTree().isWithin(link.nicheId, campaign.nicheId)) continue;
    const place = placeIn(application, link.regionId, country, at);
    if (place && (!best || isBetter(place, best, country))) best = place;
  }
  return best;
}

function placeIn(application: Application, linkRegionId: string, country: string | null, at: Date): Place | null {
  const campaign = knownCampaign(application.campaignId);
  if (campaign?.model !== 'CLICK') return null;
  const price = priceFrom(campaign, application, linkRegionId, country, at);
  return price && hindrancesOf(campaign, price.priceMinor, at).length === 0 ? { campaign, ...price } : null;
}

function isBetter(place: Place, other: Place, country: string | null): boolean {
  const [buys, otherBuys] = [buysFrom(place, country), buysFrom(other, country)];
  if (buys !== otherBuys) return buys;
  const [worth, otherWorth] = [place, other].map(({ campaign, priceMinor }) => worthOf(campaign, priceMinor)) as [
    bigint,
    bigint,
  ];
  if (worth !== otherWorth) return worth > otherWorth;
  const [share, otherShare] = [shareSpent(place.campaign), shareSpent(other.campaign)];
  return share !== otherShare ? share < otherShare : place.campaign._id < other.campaign._id;
}

const buysFrom = ({ regionId }: Place, country: string | null): boolean =>
  country === null || regionTree().byId(regionId)?.countryCode === country;

const shareSpent = ({ spent, dayMinor }: Campaign): number => Number(spent.dayMinor) / Number(dayMinor);
