import { useEffect, useMemo, useState } from 'react';
import type { Viewer } from './session';
import { isSameViewer, keepToken, type Renewal, roleChanged, whenLeftElsewhere, whenLost } from './token';

/** The page shows somebody whose session is over, or who gave way to somebody else in this browser. */
export interface Loss {
  /** Who the browser is logged in as now; null when nobody is. */
  other: Viewer | null;
  /** That the session ended by a new role, in the server's words; null where it did not. */
  roleChanged: string | null;
  /** Takes up a new session: all that waits goes on if it is the same person's in the same organisation, else it is dropped. */
  resume(accessToken: string, viewer: Viewer): Promise<void>;
  /** Goes on as whom the browser is logged in as, or as a visitor; what waits is dropped. */
  giveUp(): Promise<void>;
  /** Logs the one who is shown in again instead. */
  takeBack(): void;
}

interface Lost {
  other: Renewal | null;
  settle(renewal: Renewal | null): void;
}

/**
 * Keeps what waits for a new session, until it is there or given up. Where another tab logged out, or logged in somebody
 * else, nothing waits: what is shown is gone at once.
 */
export function useLoss(
  viewer: Viewer | null | undefined,
  onResume: (viewer: Viewer) => void,
  become: (accessToken: string | null, next: Viewer | null, to: string) => Promise<void>,
): Loss | null {
  const [lost, setLost] = useState<Lost | null>(null);
  useEffect(() => whenLost((other) => new Promise((settle) => setLost({ other, settle }))), []);
  useEffect(
    () =>
      whenLeftElsewhere(() => {
        setLost(null);
        lost?.settle(null);
        void become(null, null, '/log-in');
      }),
    [lost, become],
  );
  return useMemo(() => {
    if (!lost || !viewer) return null;
    const { other, settle } = lost;
    const drop = async (accessToken: string | null, next: Viewer | null): Promise<void> => {
      setLost(null);
      settle(null);
      await become(accessToken, next, '/');
    };
    return {
      other: other?.viewer ?? null,
      roleChanged: other ? null : roleChanged(),
      async resume(accessToken, next) {
        if (!isSameViewer(viewer, next)) return drop(accessToken, next);
        keepToken(accessToken, next);
        onResume(next);
        setLost(null);
        settle({ __typename: 'RefreshSessionPayload', accessToken, viewer: next });
      },
      giveUp: () => drop(other?.accessToken ?? null, other?.viewer ?? null),
      takeBack: () => setLost({ other: null, settle }),
    };
  }, [lost, viewer, onResume, become]);
}
