import DataLoader from 'dataloader';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { type Wallet, walletsOf } from '../ledger';
import { applicationsOf } from './applications/readApplications';
import { type Application, type Campaign } from './model';
import { leastPricesOf } from './prices/leastPriceOf';
import { campaignsById } from './readCampaigns';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = (viewer: Viewer | null) => ({
  campaignById: new DataLoader<string, Campaign | null>(async (ids) => {
    const found = await campaignsById(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
  /** What the next visit or call costs at the least. */
  leastPrice: new DataLoader<Campaign, bigint | null, string>((campaigns) => leastPricesOf(campaigns, now()), {
    cacheKeyFn: ({ _id }) => _id,
  }),
  /** Of businesses; null where it was never opened. */
  walletOf: new DataLoader<string, Wallet | null>(async (businessIds) => {
    const found = await walletsOf(businessIds);
    return businessIds.map((id) => found.get(id) ?? null);
  }),
  /** The viewer agency's own applications, by campaign. */
  ownApplication: new DataLoader<string, Application | null>(async (ids) => {
    if (viewer?.organisationKind !== 'AGENCY') return ids.map(() => null);
    const found = await applicationsOf(viewer.organisationId, ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
});

export type CampaignLoaders = ReturnType<typeof loaders>;
