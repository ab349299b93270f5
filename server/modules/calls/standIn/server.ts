import { listenOnLoopback, type LoopbackServer } from '../../../platform/loopback';
import { callHooks } from '../door/receive';
import { hasStandIn, setStandInPort } from '../telephony/account';
import { standInApi } from './api';

let server: LoopbackServer | undefined;

/**
 * Opens the stand-in: its API, and a copy of our doors that it tells its news to. So it needs to know neither our public
 * address nor our port. Each process has its own; they share their state through the database.
 */
export async function startStandIn(): Promise<void> {
  if (!hasStandIn()) return;
  server = await listenOnLoopback({
    name: 'the telephony stand-in',
    build(app) {
      callHooks(app);
      app.use(standInApi());
    },
    fault: { code: 20500, message: 'The stand-in met a fault.', status: 500 },
  });
  setStandInPort(server.port);
}

export async function stopStandIn(): Promise<void> {
  const running = server;
  if (!running) return;
  server = undefined;
  setStandInPort(null);
  await running.stop();
}
