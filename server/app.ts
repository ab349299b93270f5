import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { expressMiddleware } from '@as-integrations/express5';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { GraphQLError } from 'graphql';
import helmet from 'helmet';
import { config } from './config';
import { makeApollo } from './graphql/apollo';
import { makeSchema } from './graphql/schema';
import { serveSubscriptions } from './graphql/socket';
import { explorerRoutes } from './http/explorer';
import { leadRoutes } from './http/leadDoor';
import { operationsRoutes } from './http/operations';
import { pageRoutes } from './http/page';
import { pingRoutes } from './http/pingDoor';
import { makeContext } from './http/requestContext';
import { manifests } from './modules';
import { fileJobs } from './platform/files';
import { forgetLimiters } from './platform/limits';
import { connectDatabase, disconnectDatabase } from './platform/database';
import { log } from './platform/log';
import { prepareDatabase } from './platform/prepareDatabase';
import { startChanges, stopChanges } from './platform/changes';
import { startWorker } from './platform/worker';
import { UserError } from './platform/errors';

export interface AppOptions {
  mongodbUri: string;
  databaseName: string;
  /** Whether this process also delivers events and runs jobs. */
  runsWorker: boolean;
}

export interface App {
  express: Express;
  httpServer: Server;
  /** Starts to listen; answers with the port. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no new work, lets what runs end, closes the database. */
  stop(): Promise<void>;
}

/** Builds the whole server without listening; tests and scripts use it as it is. */
export async function startApp(options: AppOptions): Promise<App> {
  const state = { isDraining: false };
  await connectDatabase(options.mongodbUri, options.databaseName);
  await prepareDatabase(manifests);
  await startChanges(
    manifests.flatMap(({ collections }) => (collections ?? []).filter((c) => c.watched).map((c) => c.name)),
  );
  for (const module of manifests) await module.start?.();

  const app = express();
  const httpServer = createServer(app);
  const schema = makeSchema();
  const socket = serveSubscriptions(schema, httpServer);
  const apollo = makeApollo(schema, httpServer);
  await apollo.start();
  mountDoors(app, state);
  app.use(
    '/graphql',
    express.json({ limit: '100kb' }),
    expressMiddleware(apollo, { context: ({ req, res }) => makeContext(req, res) }),
    answerUnreadable,
  );
  app.use(['/api', '/hooks', '/stand-in'], answerMissing);
  app.use(pageRoutes());
  app.use(answerFaults);

  const worker = options.runsWorker ? startWorker(allWork()) : null;
  return {
    express: app,
    httpServer,
    listen: (port, host) => listen(httpServer, port, host),
    async stop() {
      state.isDraining = true;
      await socket.dispose();
      await apollo.stop();
      await worker?.stop();
      for (const module of [...manifests].reverse()) await module.stop?.();
      await stopChanges();
      forgetLimiters();
      await disconnectDatabase();
    },
  };
}

/** Handlers, jobs and tasks of all modules: what the worker does. */
export const allWork = () => ({
  handlers: manifests.flatMap(({ handlers }) => handlers ?? []),
  jobs: [...fileJobs, ...manifests.flatMap(({ jobs }) => jobs ?? [])],
  tasks: manifests.flatMap(({ tasks }) => tasks ?? []),
});

function mountDoors(app: Express, state: { isDraining: boolean }): void {
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustsOwnMachine ? 'loopback' : config.trustProxy);
  const first = express.Router();
  for (const { firstRoutes } of manifests) firstRoutes?.(first);
  app.use(first);
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          'upgrade-insecure-requests': config.isProduction ? [] : null,
          // A recorded call is fetched with the session's token and played from memory.
          'media-src': ["'self'", 'blob:'],
        },
      },
    }),
  );
  app.use(operationsRoutes(state));
  app.use(compression());
  const doors = express.Router();
  for (const { routes } of manifests) routes?.(doors);
  app.use(doors);
  app.use(leadRoutes());
  app.use(pingRoutes());
  if (!config.isProduction) app.use(explorerRoutes());
}

/** A request of GraphQL that cannot be read is answered as those that can: clients look for `errors`. */
const answerUnreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = statusOf(error);
  if (response.headersSent || status >= 500) return next(error);
  const code = status === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_REQUEST';
  response.status(status).json({ errors: [{ message: wordsFor(status), extensions: { code } }] });
};

/** Doors that are not GraphQL answer refusals and faults as JSON; faults are logged, never shown. */
const answerFaults: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (response.headersSent) {
    // Half of an answer is out: the caller must not take it for the whole.
    log.error({ error }, 'a door met a fault in the middle of its answer');
    response.destroy();
    return;
  }
  if (error instanceof UserError) {
    response.status(400).json({ error: error.typename, message: error.message, ...error.fields });
    return;
  }
  const status = statusOf(error);
  if (status >= 500) log.error({ error }, 'a door met a fault');
  response.status(status).json({
    error: ERROR_NAMES[status] ?? (status < 500 ? 'BadRequest' : 'Fault'),
    message: ownWordsOf(error) ?? wordsFor(status),
  });
};

/** What a verb says of wrong input is for whoever asked; null for any other error. */
const ownWordsOf = (error: unknown): string | null =>
  error instanceof GraphQLError && error.extensions.code === 'BAD_USER_INPUT' ? error.message : null;

const ERROR_NAMES: Readonly<Record<number, string>> = {
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'NotFound',
  413: 'PayloadTooLarge',
};

/** What no door took under /api, /hooks and /graphql is answered in their language, not with a page. */
const answerMissing: express.RequestHandler = (_request, response) => {
  response.status(404).json({ error: 'NotFound', message: 'There is nothing at this address.' });
};

function statusOf(error: unknown): number {
  const given = (error as { status?: unknown } | null)?.status;
  if (typeof given === 'number' && given >= 400 && given < 600) return given;
  const code = (error as { extensions?: { code?: string } } | null)?.extensions?.code;
  return code === 'UNAUTHENTICATED' ? 401 : code === 'FORBIDDEN' ? 403 : code === 'BAD_USER_INPUT' ? 400 : 500;
}

function wordsFor(status: number): string {
  if (status === 401) return 'Log in first, or refresh the session.';
  if (status === 403) return 'Your role does not allow this.';
  if (status === 413) return 'The request is too large.';
  return status < 500 ? 'The request could not be read.' : 'Something failed on our side.';
}

function listen(httpServer: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(port, host, () => resolve((httpServer.address() as AddressInfo).port));
  });
}
