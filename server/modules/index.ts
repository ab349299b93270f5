import { type ModuleManifest } from '../platform/manifest';
import { type Viewer } from '../graphql/viewer';
import { type AccountLoaders, manifest as accounts } from './accounts';

/** Every module of the market, from the lowest level up. */
export const manifests: readonly ModuleManifest[] = [accounts];

/** All loaders of the modules: made anew for each request, so nothing is shared between users. */
export type Loaders = AccountLoaders;

export function makeLoaders(viewer: Viewer | null): Loaders {
  return Object.assign({}, ...manifests.map(({ loaders }) => loaders?.(viewer) ?? {})) as Loaders;
}
