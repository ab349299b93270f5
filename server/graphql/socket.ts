import { type IncomingMessage, type Server } from 'node:http';
import { type GraphQLSchema, GraphQLError, getOperationAST, OperationTypeNode, parse, validate } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocket, WebSocketServer } from 'ws';
import { liveViewer, readAccessToken, requireLiveSession } from '../modules/accounts';
import { makeLoaders } from '../modules';
import { newId } from '../platform/ids';
import { log } from '../platform/log';
import { type Context, type Viewer } from './context';
import { maskError } from './errorMask';
import { allRules, MAX_TOKENS, refuseForbiddenVariables, refuseTooComplex } from './guards';
import { addressOf, admit, hasRoomFor, mayFollow, seat } from './socketLimits';

/** An open socket whose session ended is closed within this time (S27 asks for 60 s). */
const SESSION_CHECK_MS = 20_000;
const MAX_MESSAGE_BYTES = 100 * 1024;

interface Extra extends Record<PropertyKey, unknown> {
  socket: WebSocket;
  request: IncomingMessage;
  viewer?: Viewer | null;
  watch?: NodeJS.Timeout;
}

/** Subscriptions over WebSocket at /graphql, under the same limits as HTTP; nothing but subscriptions runs here. */
export function serveSubscriptions(schema: GraphQLSchema, httpServer: Server): { dispose: () => Promise<void> } {
  const sockets = new WebSocketServer({
    server: httpServer,
    path: '/graphql',
    maxPayload: MAX_MESSAGE_BYTES,
    verifyClient: ({ req }, answer) => answer(hasRoomFor(req), 429, 'Too many requests'),
  });
  sockets.on('connection', admit);
  const server = useServer<Record<string, unknown>, Extra>(
    {
      schema,
      async onConnect({ connectionParams, extra }) {
        const { socket, request } = extra;
        const authorization = connectionParams?.authorization;
        const hasToken = typeof authorization === 'string';
        extra.viewer = hasToken ? await readAccessToken(authorization) : null;
        if (hasToken && !extra.viewer) return false;
        // It may have gone meanwhile: what is counted from here on is given back when it closes.
        if (socket.readyState !== WebSocket.OPEN) return false;
        if (!seat(socket, extra.viewer?.personId ?? null, addressOf(request))) return false;
        if (extra.viewer) watchSession(extra, extra.viewer);
        return true;
      },
      onClose({ extra }) {
        clearInterval(extra.watch);
      },
      onSubscribe({ extra, subscriptions }, _id, { query, variables, operationName }) {
        try {
          if (!mayFollow(Object.keys(subscriptions).length, Boolean(extra.viewer))) throw followsTooMuch();
          refuseForbiddenVariables(variables);
          const document = parse(query, { maxTokens: MAX_TOKENS });
          const errors = validate(schema, document, allRules);
          if (errors.length > 0) return errors.map(withoutHint);
          if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) {
            return [new GraphQLError('Only subscriptions run on the socket. Send queries and mutations by POST.')];
          }
          refuseTooComplex(schema, document, variables ?? {}, operationName ?? undefined);
          return undefined;
        } catch (error) {
          return [error instanceof GraphQLError ? error : new GraphQLError('This request could not be read.')];
        }
      },
      context: ({ extra }) => contextOf(extra),
      onNext: (_context, _id, _payload, _args, { data = null, errors }) =>
        errors ? { data, errors: errors.map((error) => maskError(error.toJSON(), error)) } : { data },
      onError: (_context, _id, _payload, errors) => errors.map((error) => maskError(error.toJSON(), error)),
    },
    sockets,
  );
  sockets.on('connection', breakQuietly);
  return { dispose: async () => server.dispose() };
}

/** A socket that breaks is closed by itself; the library would print whatever broke it. */
function breakQuietly(socket: WebSocket): void {
  socket.removeAllListeners('error');
  socket.on('error', (error) => log.debug({ error }, 'a socket broke'));
}

/** Validation hints at names near a wrong one; over HTTP Apollo hides them (S1). */
const withoutHint = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message.replace(/ ?Did you mean .*$/, ''), { ...(error.nodes ? { nodes: error.nodes } : {}) });

const followsTooMuch = (): GraphQLError =>
  new GraphQLError('This connection follows as much as it may. End a subscription first.', {
    extensions: { code: 'BAD_USER_INPUT', reason: 'TooManyRequests' },
  });

function watchSession(extra: Extra, viewer: Viewer): void {
  extra.watch = setInterval(() => {
    requireLiveSession(viewer, { evenSuspended: true }).catch((error: unknown) => {
      // A database that does not answer is no reason to log anybody out.
      if (error instanceof GraphQLError) extra.socket.close(4403, 'Session ended');
    });
  }, SESSION_CHECK_MS);
  extra.watch.unref();
}

/** Loaders live for one event: what a subscription shows later must not come from what it read at first. */
function contextOf(extra: Extra): Context {
  const viewer = extra.viewer ?? null;
  let loaders: Context['loaders'] | null = null;
  return {
    viewer,
    liveViewer,
    get loaders() {
      if (!loaders) {
        loaders = makeLoaders(viewer);
        setImmediate(() => (loaders = null));
      }
      return loaders;
    },
    requestId: newId('req'),
    ip: addressOf(extra.request),
    userAgent: String(extra.request.headers['user-agent'] ?? ''),
    http: null,
  };
}
