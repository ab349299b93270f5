import { type ModuleManifest } from '../../platform/manifest';
import { collections } from './model';
import { resolvers } from './resolvers';
import { migrations } from './seed/migrations';
import { startTrees, stopTrees } from './trees';

export { findRegion } from './findRegion';
export { type FormField, type Niche, type Region } from './model';
export { type Choice, nicheNameIn, questionIn } from './nicheWords';
export { type Tree } from './tree';
export { nicheTree, onCatalogChange, regionTree } from './trees';

export const manifest: ModuleManifest = {
  name: 'catalog',
  resolvers,
  collections,
  migrations,
  start: startTrees,
  stop: stopTrees,
};
