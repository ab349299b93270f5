import { type Request } from 'express';
import { type Viewer } from '../graphql/viewer';
import { liveViewer, readAccessToken } from '../modules/accounts';
import { unauthenticated } from '../platform/errors';

/**
 * Who asks, from the bearer token; null when none was sent. A token that was sent but does not hold is refused, never
 * treated as nobody.
 */
export async function viewerOf(request: Request): Promise<Viewer | null> {
  const { authorization } = request.headers;
  if (authorization === undefined) return null;
  const viewer = await readAccessToken(authorization);
  if (!viewer) throw unauthenticated('The access token is not valid any more. Refresh the session.');
  return viewer;
}

/** Who asks at a door that hands out or takes in whole files: somebody, whose session the database knows as live. */
export async function liveViewerOf(request: Request, options: { evenSuspended?: boolean } = {}): Promise<Viewer> {
  const viewer = await viewerOf(request);
  if (!viewer) throw unauthenticated();
  return liveViewer(viewer, options);
}
