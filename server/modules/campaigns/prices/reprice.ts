import { after } from '../../../platform/clock';
import { idFrom } from '../../../platform/ids';
import { inTransaction } from '../../../platform/transaction';
import { keepApplication } from '../campaignMemory';
import {
  type Application,
  applicationFrom,
  type ApplicationRow,
  Applications,
  type Campaign,
  PriceHistory,
  type PriceStep,
  type RegionPrice,
} from '../model';
import { campaignsById } from '../readCampaigns';
import { NOTICE_MS, stepAt } from '../rules';
import { stepOf } from './priceOfVisit';

const idOf = ({ campaignId, agencyId }: Application, regionId: string, { from }: PriceStep): string =>
  idFrom('campaignprice', campaignId, agencyId, regionId, from.toISOString());

/** Keeps new steps for ever, in the open transaction. */
export async function recordSteps(
  application: Application,
  steps: readonly { regionId: string; step: PriceStep }[],
): Promise<void> {
  const { campaignId, agencyId } = application;
  await PriceHistory.insertMany(
    steps.map(({ regionId, step }) => ({
      _id: idOf(application, regionId, step),
      campaignId,
      agencyId,
      regionId,
      ...step,
    })),
  );
}

/**
 * The prices of an application as they are to be at a moment. A region that is new is priced at once; a price that
 * changed is announced and holds a day later. While one is announced no other is, unless the campaign's highest price is no
 * longer what it was announced by.
 */
export function repriced(
  application: Application,
  campaign: Campaign,
  at: Date,
): { prices: RegionPrice[]; added: { regionId: string; step: PriceStep }[] } {
  const added: { regionId: string; step: PriceStep }[] = [];
  const prices = campaign.regionIds.map((regionId): RegionPrice => {
    const known = application.prices.find((price) => price.regionId === regionId);
    if (!known) {
      const step = stepOf(campaign, regionId, application.agencyId, at, at);
      added.push({ regionId, step });
      return { regionId, steps: [step] };
    }
    const latest = known.steps.at(-1)!;
    if (latest.from > at && isStillDue(latest, campaign)) return known;
    const step = stepOf(campaign, regionId, application.agencyId, at, after(at, NOTICE_MS));
    if (step.priceMinor === latest.priceMinor) return known;
    added.push({ regionId, step });
    return { regionId, steps: [stepAt(known, at), ...known.steps.filter(({ from }) => from > at), step] };
  });
  // A region that the campaign left keeps its price: visits on their way are billed by it.
  const left = application.prices.filter(({ regionId }) => !campaign.regionIds.includes(regionId));
  return { prices: [...prices, ...left], added };
}

/**
 * Whether an announced price is what the highest price of its campaign makes of it still. One that is over it never comes to
 * hold; one that was held down to a highest price which was raised since holds no longer than that one stood.
 */
const isStillDue = ({ priceMinor, lines }: PriceStep, { maxPriceMinor }: Campaign): boolean =>
  priceMinor === maxPriceMinor || (priceMinor < maxPriceMinor && lines.every(({ code }) => code !== 'MOST'));

async function repriceApplication(id: string, campaign: Campaign, at: Date): Promise<boolean> {
  const changed = await inTransaction(async () => {
    const row = await Applications.findOne({ _id: id, state: 'APPROVED' }).lean<ApplicationRow>();
    if (!row) return null;
    const application = applicationFrom(row);
    const { prices, added } = repriced(application, campaign, at);
    if (added.length === 0) return null;
    const version = application.version + 1;
    await recordSteps(application, added);
    const { matchedCount } = await Applications.updateOne(
      { _id: id, version: application.version },
      { $set: { prices, version } },
    );
    if (matchedCount === 0) throw new Error(`application ${id} was changed by another at the same moment`);
    return { ...application, prices, version };
  }, 'bulk');
  if (changed) keepApplication(changed);
  return changed !== null;
}

/** Announces what prices of a campaign change, and prices its new regions. */
export async function repriceCampaign(campaign: Campaign, at: Date): Promise<void> {
  const rows = await Applications.find({ campaignId: campaign._id, state: 'APPROVED' }, { _id: 1 }).lean();
  for (const { _id } of rows) await repriceApplication(_id, campaign, at);
}

const AT_ONCE = 500;

/** Works out all prices anew and announces those that change. Answers for how many applications some did. */
export async function repriceAll(at: Date): Promise<number> {
  let changed = 0;
  for (let last = ''; ;) {
    const rows = await Applications.find({ state: 'APPROVED', _id: { $gt: last } }, { campaignId: 1 })
      .sort({ _id: 1 })
      .limit(AT_ONCE)
      .lean<{ _id: string; campaignId: string }[]>();
    const campaigns = await campaignsById(rows.map(({ campaignId }) => campaignId));
    for (const { _id, campaignId } of rows) {
      const campaign = campaigns.get(campaignId);
      if (campaign && campaign.state !== 'ENDED' && (await repriceApplication(_id, campaign, at))) changed++;
    }
    if (rows.length < AT_ONCE) return changed;
    last = rows.at(-1)!._id;
  }
}
