import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { type Client as SocketClient, createClient } from 'graphql-ws';
import { possibleTypes } from '../generated/possibleTypes';
import { keepRows } from './keepRows';
import { tellReconnect } from './reconnect';
import { currentToken, renewToken } from './token';

/** What the API has to say of the session in the middle of work. */
interface SessionNews {
  /** It turns out to be over. */
  ended(): void;
  /** Something was refused that the page offered: what the viewer may do has changed. */
  forbidden(): void;
}

export interface Api {
  client: ApolloClient;
  /** Opens the socket anew, as somebody else or after the session changed. */
  reopenSocket(): void;
}

type Headers = Record<string, string>;

const bearer = (): Headers => {
  const token = currentToken();
  return token ? { authorization: `Bearer ${token}` } : {};
};

const hasCode = (error: unknown, code: string): boolean =>
  CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === code);

/** Sends a request that met an expired token again with a new one; the person notices nothing. */
const renewal = (news: SessionNews): ApolloLink =>
  new ErrorLink(({ error, operation, forward }) => {
    if (hasCode(error, 'FORBIDDEN')) news.forbidden();
    if (!hasCode(error, 'UNAUTHENTICATED') || operation.getContext().wasRenewed) return undefined;
    return new Observable((observer) => {
      renewToken()
        .then((renewed) => {
          if (!renewed) {
            news.ended();
            observer.error(error);
            return;
          }
          operation.setContext({ wasRenewed: true, headers: bearer() });
          forward(operation).subscribe(observer);
        })
        .catch((reason: unknown) => observer.error(reason));
    });
  });

function openSocket(onReconnect: () => void): SocketClient {
  let hasMissed = false;
  return createClient({
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: async () => {
      if (isStale()) await renewToken().catch(() => null);
      return bearer();
    },
    // A server that restarts or a laptop that wakes up is met again, however long it took.
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: async (retries) => {
      hasMissed = true;
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(500 * 2 ** retries, 8000) * (0.7 + Math.random() * 0.6)),
      );
    },
    keepAlive: 15_000,
    on: {
      connected: () => {
        // What happened while nobody listened is fetched.
        if (hasMissed) onReconnect();
        hasMissed = false;
      },
      closed: () => {
        hasMissed = true;
      },
    },
  });
}

/** True when the token is over its time or nearly so. */
function isStale(): boolean {
  const token = currentToken();
  if (!token) return false;
  const [, body] = token.split('.');
  try {
    const { exp } = JSON.parse(atob(body!.replaceAll('-', '+').replaceAll('_', '/'))) as { exp: number };
    return exp * 1000 < Date.now() + 20_000;
  } catch {
    return true;
  }
}

const newCache = (): InMemoryCache =>
  new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Viewer: { keyFields: false, merge: true },
      BatchColumn: { keyFields: false },
      Earnings: { keyFields: false },
      PriceGuide: { keyFields: false },
    },
  });

/** The one connection to the API: requests by HTTP, subscriptions by a socket that comes back by itself. */
export function createApi(news: SessionNews): Api {
  const cache = newCache();
  const http = ApolloLink.from([
    keepRows(cache),
    renewal(news),
    new SetContextLink(({ headers }) => ({ headers: { ...(headers as Headers), ...bearer() } })),
    new HttpLink({ uri: '/graphql' }),
  ]);
  const open = (): SocketClient =>
    openSocket(() => {
      void client.refetchQueries({ include: 'active' });
      tellReconnect();
    });
  let socket = open();
  const live = new ApolloLink((operation) => new GraphQLWsLink(socket).request(operation));
  const client: ApolloClient = new ApolloClient({
    cache,
    link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, live, http),
    defaultOptions: {
      watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
    },
  });
  return {
    client,
    reopenSocket() {
      void socket.dispose();
      socket = open();
    },
  };
}
