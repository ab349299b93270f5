import { onChange, onGap } from '../../platform/changes';
import { afterCommit } from '../../platform/transaction';
import { regionTree } from '../catalog';
import {
  type Application,
  applicationFrom,
  type ApplicationRow,
  Applications,
  type Campaign,
  campaignFrom,
  type CampaignRow,
  Campaigns,
} from './model';
import { forgetPromises, settlePromises } from './promised';

/**
 * Every campaign that is not over and every agency that one takes, kept in this process and following the database, so
 * that a link is answered without asking it. It may lie a moment behind: what is billed goes by the database.
 */
const campaigns = new Map<string, Campaign>();
/** The applications by agency and campaign: there is one of both at most. */
const byAgency = new Map<string, Map<string, Application>>();

export const knownCampaigns = (): IterableIterator<Campaign> => campaigns.values();

export const knownCampaign = (id: string): Campaign | undefined => campaigns.get(id);

/** Keeps what is newer than what is known: by the version of its terms, then by what was set aside and spent. */
export function keepCampaign(campaign: Campaign): void {
  const known = campaigns.get(campaign._id);
  if (known && ageOf(known) > ageOf(campaign)) return;
  campaigns.set(campaign._id, campaign);
  settlePromises(campaign);
}

/** Keeps what the open transaction writes, once it has committed. */
export const keepLater = (campaign: Campaign): void => afterCommit(() => keepCampaign(campaign));

/** Each of these only counts on, so their sum tells which of two is the newer. */
const ageOf = ({ version, reserveSeq, spendSeq }: Campaign): number => version + reserveSeq + spendSeq;

export function keepApplication(application: Application): void {
  const { agencyId, campaignId, version } = application;
  const ofAgency = byAgency.get(agencyId) ?? new Map<string, Application>();
  byAgency.set(agencyId, ofAgency);
  const known = ofAgency.get(campaignId);
  if (!known || known.version <= version) ofAgency.set(campaignId, application);
}

/** What an agency's visitors are taken by; undefined where it is not approved. */
export function approvedApplication(campaignId: string, agencyId: string): Application | undefined {
  const application = byAgency.get(agencyId)?.get(campaignId);
  return application?.state === 'APPROVED' ? application : undefined;
}

/** All campaigns that take an agency's visitors, by its applications. */
export function* approvedOf(agencyId: string): IterableIterator<Application> {
  for (const application of byAgency.get(agencyId)?.values() ?? [])
    if (application.state === 'APPROVED') yield application;
}

/** The one of a campaign's regions by which visitors from a region are bought: the nearest around it; null for none. */
export function regionBought(regionIds: readonly string[], regionId: string): string | null {
  const around = regionTree().pathOf(regionId).reverse();
  return around.find(({ _id }) => regionIds.includes(_id))?._id ?? null;
}

async function readAll(): Promise<void> {
  const rows = await Campaigns.find({ state: { $ne: 'ENDED' } }).lean<CampaignRow[]>();
  const taken = await Applications.find({ state: 'APPROVED' }).lean<ApplicationRow[]>();
  campaigns.clear();
  byAgency.clear();
  for (const row of rows) keepCampaign(campaignFrom(row));
  for (const row of taken) keepApplication(applicationFrom(row));
}

let stops: (() => void)[] = [];

/** Listens first, reads then: a change made meanwhile is applied on top. */
export async function startMemory(): Promise<void> {
  stops = [
    onChange<CampaignRow>('campaigns', ({ document }) => document && keepCampaign(campaignFrom(document))),
    onChange<ApplicationRow>(
      'campaign_applications',
      ({ document }) => document && keepApplication(applicationFrom(document)),
    ),
    onGap(readAll),
  ];
  await readAll();
}

export function stopMemory(): void {
  for (const stop of stops) stop();
  stops = [];
  campaigns.clear();
  byAgency.clear();
  forgetPromises();
}
