import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler } from 'express';
import { config } from '../../../config';
import { log } from '../../../platform/log';
import { receiveWebhook } from '../receiveWebhook';
import { standInApi } from './api';
import { setStandInPort } from './secrets';

/** Whether this process imitates the provider: only without the provider's key, and never in production. */
export const hasStandIn = (): boolean => config.stripe === null && !config.isProduction;

let server: Server | undefined;

/**
 * Opens the stand-in on a free port of the loopback address: its API, and a copy of our webhook door that it delivers
 * to. So it needs to know neither our public address nor our port, and nobody outside this machine can reach it. Each
 * process has its own; they share their state through the database.
 */
export async function startStandIn(): Promise<void> {
  if (!hasStandIn()) return;
  const app = express();
  app.disable('x-powered-by');
  // The provider's client writes lists as `expand[0]=…`.
  app.set('query parser', 'extended');
  app.post('/hooks/stripe', ...receiveWebhook);
  app.use(standInApi());
  app.use(answerFault);
  const listener = createServer(app);
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(0, '127.0.0.1', resolve);
  });
  setStandInPort((listener.address() as AddressInfo).port);
  server = listener;
}

export async function stopStandIn(): Promise<void> {
  const listener = server;
  if (!listener) return;
  server = undefined;
  setStandInPort(null);
  listener.closeAllConnections();
  await new Promise((resolve) => listener.close(resolve));
}

const answerFault: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  log.error({ error }, 'the payment stand-in met a fault');
  if (response.headersSent) return next(error);
  response.status(500).json({ error: { type: 'api_error', message: 'The stand-in met a fault.' } });
};
