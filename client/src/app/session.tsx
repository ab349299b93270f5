import { ApolloProvider } from '@apollo/client/react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import {
  LogOutDocument,
  type Permission,
  SwitchOrganisationDocument,
  type ViewerFieldsFragment,
} from '../generated/app';
import { type Api, createApi } from './apollo';
import { tellStanding, useStanding } from './standing';
import { keepToken, NotRenewed, renewToken } from './token';

export type Viewer = ViewerFieldsFragment;

export interface Session {
  /** Who is logged in; null for a visitor, undefined while that is being found out. */
  viewer: Viewer | null | undefined;
  /** True when a session ended by itself, until the next login. */
  hasEnded: boolean;
  /** Why the session could not be looked up: the server's words, or none where it cannot be reached. */
  problem: { message?: string } | null;
  retry(): void;
  may(permission: Permission): boolean;
  /** Takes up a session that a login, sign-up or invitation gave. */
  begin(accessToken: string, viewer: Viewer): Promise<void>;
  logOut(everywhere?: boolean): Promise<void>;
  switchTo(organisationId: string): Promise<void>;
}

const TRY_AGAIN_MS = 4000;

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is for components inside SessionProvider.');
  return session;
}

/** The viewer on pages that only a logged-in person reaches. */
export function useViewer(): Viewer {
  const { viewer } = useSession();
  if (!viewer) throw new Error('This page is for logged-in people.');
  return viewer;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [viewer, setViewer] = useState<Viewer | null | undefined>(undefined);
  const [hasEnded, setHasEnded] = useState(false);
  const [problem, setProblem] = useState<Session['problem']>(null);
  const [api] = useState<Api>(() =>
    createApi({
      ended() {
        setHasEnded(true);
        setViewer(null);
      },
      forbidden: tellStanding,
    }),
  );
  const { client } = api;
  useStanding(client, viewer, setViewer);

  const restore = useCallback(() => {
    renewToken()
      .then((renewal) => {
        setProblem(null);
        setViewer(renewal?.viewer ?? null);
      })
      .catch((error: unknown) => setProblem(error instanceof NotRenewed ? { message: error.message } : {}));
  }, []);
  useEffect(restore, [restore]);
  useEffect(() => {
    if (!problem) return undefined;
    // A server that restarts is met again by itself.
    const timer = setTimeout(restore, TRY_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [problem, restore]);

  const become = useCallback(
    async (accessToken: string | null, next: Viewer | null) => {
      keepToken(accessToken);
      api.reopenSocket();
      // Nothing of one organisation may be shown to another.
      await client.clearStore();
      setHasEnded(false);
      setViewer(next);
    },
    [api, client],
  );

  const session = useMemo<Session>(
    () => ({
      viewer,
      hasEnded,
      problem,
      retry: restore,
      may: (permission) => viewer?.permissions.includes(permission) ?? false,
      begin: become,
      async logOut(everywhere = false) {
        await client.mutate({ mutation: LogOutDocument, variables: { input: { everywhere } } });
        await become(null, null);
      },
      async switchTo(organisationId) {
        const { data } = await client.mutate({
          mutation: SwitchOrganisationDocument,
          variables: { input: { organisationId } },
        });
        const answer = data?.switchOrganisation;
        if (answer?.__typename === 'SwitchOrganisationPayload') await become(answer.accessToken, answer.viewer);
        else throw new Error(answer?.message);
      },
    }),
    [viewer, hasEnded, problem, restore, become, client],
  );

  return (
    <SessionContext.Provider value={session}>
      <ApolloProvider client={client}>{children}</ApolloProvider>
    </SessionContext.Provider>
  );
}
