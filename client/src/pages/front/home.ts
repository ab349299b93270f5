import { navigation } from '../../app/areas';
import type { Viewer } from '../../app/session';

/** What staff only look at. */
const OF_OTHERS = ['/market', '/campaigns'];

/** The page that a viewer works on most: the first of its own navigation. */
export const homeOf = (viewer: Viewer): string =>
  navigation.find(
    ({ to, isFor }) => isFor(viewer) && !(viewer.organisation.kind === 'PLATFORM' && OF_OTHERS.includes(to)),
  )?.to ?? '/organisation';

/** Where to go after logging in: back to where one was sent away, never to another site. */
export function wayOn(search: URLSearchParams, viewer: Viewer): string {
  const to = search.get('to') ?? '';
  return /^\/(?![/\\])/.test(to) ? to : homeOf(viewer);
}
