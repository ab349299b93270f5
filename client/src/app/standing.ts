import type { ApolloClient } from '@apollo/client';
import { useEffect } from 'react';
import { OrganisationChangedDocument, ViewerAsOfNowDocument } from '../generated/app';
import type { Viewer } from './session';

/** Who waits for an approval, or for the end of a suspension, looks for it so often. */
const LOOK_EVERY_MS = 10_000;

const CHANGED = 'leadbourse:standing';

/** Says that what the viewer may do, or is called, turned out to be another than the page believes. */
export const tellStanding = (): void => void window.dispatchEvent(new Event(CHANGED));

/**
 * Keeps what the viewer may do, and the names in the frame, as the platform has them: looked at anew when the platform
 * tells of a change, when the page comes to the front, when something that it offered was refused, and from time to time
 * while the organisation waits for a decision about it.
 */
export function useStanding(
  client: ApolloClient,
  viewer: Viewer | null | undefined,
  onChange: (viewer: Viewer) => void,
): void {
  const isWaiting = viewer ? viewer.organisation.status !== 'ACTIVE' : false;
  useEffect(() => {
    if (!viewer) return undefined;
    const look = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return;
      const { data } = await client.query({ query: ViewerAsOfNowDocument, fetchPolicy: 'network-only' });
      const now = data?.viewer;
      if (!now || now.organisation.id !== viewer.organisation.id || isSame(now, viewer)) return;
      onChange(now);
      await client.refetchQueries({ include: 'active' });
    };
    // A look that fails changes nothing; the next one follows.
    const tryToLook = (): void => void look().catch(() => undefined);
    const timer = isWaiting ? setInterval(tryToLook, LOOK_EVERY_MS) : undefined;
    const live = client
      .subscribe({ query: OrganisationChangedDocument })
      .subscribe({ next: tryToLook, error: () => undefined });
    window.addEventListener(CHANGED, tryToLook);
    document.addEventListener('visibilitychange', tryToLook);
    return () => {
      clearInterval(timer);
      live.unsubscribe();
      window.removeEventListener(CHANGED, tryToLook);
      document.removeEventListener('visibilitychange', tryToLook);
    };
  }, [client, viewer, isWaiting, onChange]);
}

const isSame = (one: Viewer, other: Viewer): boolean =>
  one.person.name === other.person.name &&
  one.organisation.name === other.organisation.name &&
  one.role === other.role &&
  one.organisation.status === other.organisation.status &&
  one.permissions.join() === other.permissions.join();
