import { nicheTree, regionTree } from '../../catalog';
import {
  type Application,
  approvedApplication,
  approvedOf,
  type Campaign,
  type Hindrance,
  hindrancesOf,
  knownCampaign,
  type PriceFrom,
  priceFrom,
  promisedTo,
  worthOf,
} from '../../campaigns';
import { type ClosedBy } from '../judge/verdicts';
import { type TrackedLink } from '../model';

/** Where a visitor is sent: to the campaign's page, at the price of one of its regions. */
export interface Place extends PriceFrom {
  campaign: Campaign;
}

/** Whom a link leads to; or why to nobody, and who would take the visitor if more were set aside. */
export interface Found {
  place: Place | null;
  closedBy: ClosedBy | null;
  short: Campaign | null;
}

/** Who follows a link, and when. */
export interface Comer {
  /** Null: not known. */
  country: string | null;
  visitor: string;
  at: Date;
}

/**
 * The campaign that takes a visitor of a link at a moment, from what this process knows; null where none does. A link of
 * a niche goes to the campaign that pays most for this agency's visitors, a business that disputes too much counting for
 * less; of those that are worth the same to the one that has spent the smallest part of its day, so that all are served
 * evenly. A visitor whose country is known (null: not known) is priced by it, and goes to a campaign that buys from there
 * before one that does not: by that one nobody would be paid. What visitors cost who are on their way is not left.
 */
export function placeFor(link: TrackedLink, comer: Comer): Found {
  if (link.state !== 'ACTIVE') return closed('LINK_PAUSED');
  if (link.campaignId !== null) {
    const application = approvedApplication(link.campaignId, link.agencyId);
    return application ? foundIn(application, link.regionId, comer) : closed('NOT_TAKEN');
  }
  let best: Place | null = null;
  let short: Campaign | null = null;
  for (const application of approvedOf(link.agencyId)) {
    const campaign = knownCampaign(application.campaignId);
    if (!campaign || !nicheTree().isWithin(link.nicheId, campaign.nicheId)) continue;
    const found = foundIn(application, link.regionId, comer);
    short ??= found.short;
    if (found.place && (!best || isBetter(found.place, best, comer.country))) best = found.place;
  }
  return { place: best, closedBy: null, short: best ? null : short };
}

const closed = (closedBy: ClosedBy): Found => ({ place: null, closedBy, short: null });

function foundIn(application: Application, linkRegionId: string, { country, visitor, at }: Comer): Found {
  const campaign = knownCampaign(application.campaignId);
  if (campaign?.model !== 'CLICK') return closed('ENDED');
  const price = priceFrom(campaign, application, linkRegionId, country, at);
  if (!price) return closed('NOT_TAKEN');
  const [first, ...more] = hindrancesOf(campaign, price.priceMinor, at, promisedTo(campaign._id, visitor));
  if (!first) return { place: { campaign, ...price }, closedBy: null, short: null };
  return { place: null, closedBy: first, short: isOnlyMoney(first, more) ? campaign : null };
}

const isOnlyMoney = (first: Hindrance, more: readonly Hindrance[]): boolean =>
  first === 'NO_MONEY' && more.length === 0;

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
