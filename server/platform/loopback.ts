import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { log } from './log';

/** Something that listens on this machine alone. */
export interface LoopbackServer {
  port: number;
  stop(): Promise<void>;
}

interface Loopback {
  /** What the log calls it. */
  name: string;
  /** Gives it its routes. */
  build: (app: Express) => void;
  /** What it answers with status 500 when it meets a fault. */
  fault: object;
}

/** Opens an app on a free port of the loopback address, where nobody outside this machine can reach it. */
export async function listenOnLoopback({ name, build, fault }: Loopback): Promise<LoopbackServer> {
  const app = express();
  app.disable('x-powered-by');
  build(app);
  app.use(((error: unknown, _request, response, next) => {
    log.error({ error }, `${name} met a fault`);
    if (response.headersSent) return next(error);
    response.status(500).json(fault);
  }) satisfies ErrorRequestHandler);
  const listener = createServer(app);
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (listener.address() as AddressInfo).port,
    async stop() {
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
