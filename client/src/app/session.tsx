import { ApolloProvider } from '@apollo/client/react';
import {
  createContext,
  Fragment,
  type ReactNode,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import {
  LogOutDocument,
  type Permission,
  SwitchOrganisationDocument,
  type ViewerFieldsFragment,
} from '../generated/app';
import { createApi } from './apollo';
import { dropDraftsOf } from './drafts';
import { type Loss, useLoss } from './loss';
import { tellStanding, useStanding } from './standing';
import { keepToken, NotRenewed, renewToken } from './token';

export type Viewer = ViewerFieldsFragment;

export interface Session {
  /** Who is logged in; null for a visitor, undefined while that is being found out. */
  viewer: Viewer | null | undefined;
  /** The session of the viewer is over, or gave way to another one: what is shown stays until it is known how to go on. */
  loss: Loss | null;
  /** Why the session could not be looked up: the server's words, or none where it cannot be reached. */
  problem: { message?: string } | null;
  retry(): void;
  may(permission: Permission): boolean;
  /** Takes up a session that a login, sign-up or invitation gave, and goes on at an address. */
  begin(accessToken: string, viewer: Viewer, to?: string): Promise<void>;
  /** Ends the session and leads to the start page. */
  logOut(): Promise<void>;
  /** Leads to the start page as a visitor, after the server ended the session. */
  leave(): Promise<void>;
  /** Works in another organisation of the same login from its start page on; throws the server's words. */
  switchTo(organisationId: string): Promise<void>;
}

/** Why the server did not do it, in its words. */
export class NotDone extends Error {}

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

/**
 * Who is logged in, for all that is inside. What is inside begins anew, with an empty cache and its own socket, when the
 * person or the organisation changes: nothing of one is shown to another. What was typed while it was being found out who
 * is there stays. `goTo` leads to an address.
 */
export function SessionProvider({ goTo, children }: { goTo: (path: string) => Promise<void>; children: ReactNode }) {
  const [viewer, setViewer] = useState<Viewer | null | undefined>(undefined);
  const [api, setApi] = useState(() => createApi(tellStanding));
  const { client } = api;
  useStanding(client, viewer, setViewer);
  const [found, setFound] = useState<string | null>(null);
  const onFound = useCallback((whom: Viewer | null): void => {
    setFound((before) => before ?? nameOf(whom));
    setViewer(whom);
  }, []);
  const { problem, restore } = useRestore(onFound);

  const become = useCallback(
    async (accessToken: string | null, next: Viewer | null, to: string) => {
      keepToken(accessToken, next);
      if (viewer && !next) dropDraftsOf(viewer.person.id);
      setFound('another');
      api.dispose();
      setApi(createApi(tellStanding));
      // The pages of the one are gone before the other is there.
      setViewer(undefined);
      // Drawn in turn with the address, which the router draws as a transition: else the page that is left would hear that
      // nobody is logged in, and ask for a login that leads back to it.
      await goTo(to).finally(() => startTransition(() => setViewer(next)));
    },
    [api, goTo, viewer],
  );
  const loss = useLoss(viewer, setViewer, become);

  const session = useMemo<Session>(
    () => ({
      viewer,
      loss,
      problem,
      retry: restore,
      may: (permission) => viewer?.permissions.includes(permission) ?? false,
      begin: (accessToken, next, to = '/') => become(accessToken, next, to),
      async logOut() {
        await client.mutate({ mutation: LogOutDocument, variables: { input: {} } });
        await become(null, null, '/');
      },
      leave: () => become(null, null, '/'),
      async switchTo(organisationId) {
        const { data } = await client.mutate({
          mutation: SwitchOrganisationDocument,
          variables: { input: { organisationId } },
        });
        const answer = data?.switchOrganisation;
        if (answer?.__typename === 'SwitchOrganisationPayload') await become(answer.accessToken, answer.viewer, '/');
        else throw new NotDone(answer?.message);
      },
    }),
    [viewer, loss, problem, restore, become, client],
  );

  const isOpened = viewer === undefined ? found === null : nameOf(viewer) === found;
  return (
    <SessionContext.Provider value={session}>
      <ApolloProvider client={client}>
        <Fragment key={isOpened ? 'opened' : nameOf(viewer ?? null)}>{children}</Fragment>
      </ApolloProvider>
    </SessionContext.Provider>
  );
}

const nameOf = (viewer: Viewer | null): string =>
  viewer ? `${viewer.person.id} in ${viewer.organisation.id}` : 'visitor';

/** Looks for the session that the browser has, when the page opens and until the server is reached. */
function useRestore(onFound: (viewer: Viewer | null) => void) {
  const [problem, setProblem] = useState<Session['problem']>(null);
  const restore = useCallback(() => {
    renewToken()
      .then((renewal) => {
        setProblem(null);
        onFound(renewal?.viewer ?? null);
      })
      .catch((error: unknown) => setProblem(error instanceof NotRenewed ? { message: error.message } : {}));
  }, [onFound]);
  useEffect(restore, [restore]);
  useEffect(() => {
    if (!problem) return undefined;
    // A server that restarts is met again by itself.
    const timer = setTimeout(restore, TRY_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [problem, restore]);
  return { problem, restore };
}
