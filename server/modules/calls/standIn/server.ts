import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler } from 'express';
import { log } from '../../../platform/log';
import { callHooks } from '../door/receive';
import { hasStandIn, setStandInPort } from '../telephony/account';
import { standInApi } from './api';

let server: Server | undefined;

/**
 * Opens the stand-in on a free port of the loopback address: its API, and a copy of our doors that it tells its news to. So it
 * needs to know neither our public address nor our port, and nobody outside this machine can reach it. Each process has its
 * own; they share their state through the database.
 */
export async function startStandIn(): Promise<void> {
  if (!hasStandIn()) return;
  const app = express();
  app.disable('x-powered-by');
  callHooks(app);
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
  log.error({ error }, 'the telephony stand-in met a fault');
  if (response.headersSent) return next(error);
  response.status(500).json({ code: 20500, message: 'The stand-in met a fault.', status: 500 });
};
