import { onChange, onGap } from '../../platform/changes';
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

/**
 * Every campaign that is not over and every agency that one takes, kept in this process and following the database, so
 * that a link is answered without asking it. It may lie a moment behind: what is billed goes by the database.
 */
const campaigns = new Map<string, Campaign>();
const applications = new Map<string, Application>();
/** The ids of the applications by agency. */
const byAgency = new Map<string, Set<string>>();

export const knownCampaign = (id: string): Campaign | undefined => campaigns.get(id);

/** Keeps what is newer than what is known: by the version of its terms, then by what was set aside and spent. */
export function keepCampaign(campaign: Campaign): void {
  const known = campaigns.get(campaign._id);
  if (known && ageOf(known) > ageOf(campaign)) return;
  campaigns.set(campaign._id, campaign);
}

/** Each of these only counts on, so their sum tells which of two is the newer. */
const ageOf = ({ version, reserveSeq, spendSeq }: Campaign): number => version + reserveSeq + spendSeq;

export function keepApplication(application: Application): void {
  const known = applications.get(application._id);
  if (known && known.version > application.version) return;
  applications.set(application._id, application);
  const ofAgency = byAgency.get(application.agencyId) ?? new Set();
  byAgency.set(application.agencyId, ofAgency.add(application._id));
}

/** What an agency's visitors are taken by; undefined where it is not approved. */
export function approvedApplication(campaignId: string, agencyId: string): Application | undefined {
  for (const application of approvedOf(agencyId)) if (application.campaignId === campaignId) return application;
  return undefined;
}

/** All campaigns that take an agency's visitors, by its applications. */
export function* approvedOf(agencyId: string): IterableIterator<Application> {
  for (const id of byAgency.get(agencyId) ?? []) {
    const application = applications.get(id);
    if (application?.state === 'APPROVED') yield application;
  }
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
  applications.clear();
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
  applications.clear();
  byAgency.clear();
}
