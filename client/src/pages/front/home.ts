import { navigation } from '../../app/areas';
import type { Viewer } from '../../app/session';

const MARKET = '/market';

/** The page that a viewer works on most: the first of its own navigation; staff only look at the market. */
export const homeOf = (viewer: Viewer): string =>
  navigation.find(({ to, isFor }) => isFor(viewer) && !(to === MARKET && viewer.organisation.kind === 'PLATFORM'))
    ?.to ?? '/organisation';

/** Where to go after logging in: back to where one was sent away, never to another site. */
export function wayOn(search: URLSearchParams, viewer: Viewer): string {
  const to = search.get('to') ?? '';
  return /^\/(?![/\\])/.test(to) ? to : homeOf(viewer);
}
