import { type ModuleManifest } from '../../platform/manifest';
import { collections } from './model';
import { resolvers } from './resolvers';
import { migrations } from './seed/migrations';
import { startTrees, stopTrees } from './trees';

export { findRegion } from './findRegion';
export { type CityTier, type FieldKind, type FormField, type Niche, type Region, type RegionKind } from './model';
export { type Tree } from './tree';
export { nicheTree, type NicheTree, onCatalogChange, regionTree, type RegionTree } from './trees';

export const manifest: ModuleManifest = {
  name: 'catalog',
  resolvers,
  collections,
  migrations,
  start: startTrees,
  stop: stopTrees,
};
