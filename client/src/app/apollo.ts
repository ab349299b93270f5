import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import i18next from 'i18next';
import { map, tap } from 'rxjs';
import { possibleTypes } from '../generated/possibleTypes';
import { keepRows } from './keepRows';
import { tellReconnect } from './reconnect';
import { bearer, openSocket, type Socket } from './socket';
import { tellWithin } from './told';
import { renewToken } from './token';

export interface Api {
  client: ApolloClient;
  /** Closes the socket; what is still on its way by HTTP arrives where nobody looks. */
  dispose(): void;
}

const hasCode = (error: unknown, code: string): boolean =>
  CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === code);

/**
 * Sends a request that met an expired token again with a new one; the person notices nothing. Where the session is over it
 * waits until the person has logged in again. `onForbidden` hears of what was refused though the page offered it.
 */
const renewal = (onForbidden: () => void): ApolloLink =>
  new ErrorLink(({ error, operation, forward }) => {
    if (hasCode(error, 'FORBIDDEN')) onForbidden();
    if (!hasCode(error, 'UNAUTHENTICATED') || operation.getContext().wasRenewed) return undefined;
    return new Observable((observer) => {
      renewToken()
        .then((renewed) => {
          if (!renewed) {
            observer.error(error);
            return;
          }
          operation.setContext({ wasRenewed: true, headers: bearer() });
          forward(operation).subscribe(observer);
        })
        .catch((reason: unknown) => observer.error(reason));
    });
  });

const newCache = (): InMemoryCache =>
  new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Viewer: { keyFields: false, merge: true },
      BatchColumn: { keyFields: false },
      Rule: { keyFields: ['code'] },
      Earnings: { keyFields: false },
      PriceGuide: { keyFields: false },
    },
  });

/** Tells the live connection what the requests know of the net: a request that never came there is no answer of the server. */
const noticing = (socket: Socket): ApolloLink =>
  new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap({
        next: () => socket.reached(),
        error: (error) => error instanceof TypeError && socket.doubt(),
      }),
    ),
  );

/** Has what the server says in the language of the page, before anybody reads it. */
const telling = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    map((result) => {
      tellWithin(result.data);
      tellWithin(result.errors);
      return result;
    }),
  ),
);

/**
 * The connection to the API of one person in one organisation, with what it has learnt: requests by HTTP, subscriptions by
 * a socket that comes back by itself. `onDoubt` hears when what the viewer may do may have become another.
 */
export function createApi(onDoubt: () => void): Api {
  const cache = newCache();
  const socket = openSocket(() => {
    void client.refetchQueries({ include: 'active' });
    tellReconnect();
    onDoubt();
  });
  const http = ApolloLink.from([
    keepRows(cache),
    renewal(onDoubt),
    new SetContextLink(({ headers }) => ({ headers: { ...(headers as Record<string, string>), ...bearer() } })),
    noticing(socket),
    new HttpLink({ uri: '/graphql' }),
  ]);
  const client: ApolloClient = new ApolloClient({
    cache,
    link: telling.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(socket.client),
      http,
    ),
    defaultOptions: {
      watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
    },
  });
  // What is shown was told in the language before.
  const tellAnew = (): void => void client.refetchQueries({ include: 'active' });
  i18next.on('languageChanged', tellAnew);
  return {
    client,
    dispose() {
      i18next.off('languageChanged', tellAnew);
      socket.dispose();
    },
  };
}
