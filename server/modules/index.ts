import { type ModuleManifest } from '../platform/manifest';
import { type Viewer } from '../graphql/viewer';
import { type AccountLoaders, manifest as accounts } from './accounts';
import { type CampaignLoaders, manifest as campaigns } from './campaigns';
import { type CallLoaders, manifest as calls } from './calls';
import { manifest as catalog } from './catalog';
import { type CertificateLoaders, manifest as certificates } from './certificates';
import { type ClickLoaders, manifest as clicks } from './clicks';
import { type DeskLoaders, manifest as desk } from './desk';
import { type DisputeLoaders, manifest as disputes } from './disputes';
import { type LeadLoaders, manifest as leads } from './leads';
import { manifest as ledger } from './ledger';
import { type ListingLoaders, manifest as listings } from './listings';
import { manifest as market, type MarketLoaders } from './market';
import { manifest as messages } from './messages';
import { manifest as ownLists } from './ownLists';
import { manifest as payments, type PaymentLoaders } from './payments';
import { manifest as pings } from './pings';
import { manifest as pricing } from './pricing';
import { manifest as rights } from './rights';
import { manifest as recordings } from './recordings';
import { manifest as webhooks } from './webhooks';

/** Every module of the market, from the lowest level up. A new module is added here and in levels.ts. */
export const manifests: readonly ModuleManifest[] = [
  messages,
  accounts,
  ledger,
  catalog,
  payments,
  webhooks,
  pricing,
  leads,
  listings,
  ownLists,
  market,
  desk,
  disputes,
  rights,
  pings,
  campaigns,
  certificates,
  recordings,
  clicks,
  calls,
];

/** All loaders of the modules: made anew for each request, so nothing is shared between users. */
export type Loaders = AccountLoaders &
  PaymentLoaders &
  LeadLoaders &
  ListingLoaders &
  MarketLoaders &
  DeskLoaders &
  DisputeLoaders &
  CertificateLoaders &
  CampaignLoaders &
  ClickLoaders &
  CallLoaders;

export function makeLoaders(viewer: Viewer | null): Loaders {
  return Object.assign({}, ...manifests.map(({ loaders }) => loaders?.(viewer) ?? {})) as Loaders;
}
