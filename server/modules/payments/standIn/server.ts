import { config } from '../../../config';
import { listenOnLoopback, type LoopbackServer } from '../../../platform/loopback';
import { receiveWebhook } from '../receiveWebhook';
import { standInApi } from './api';
import { setStandInPort } from './secrets';

/** Whether this process imitates the provider: only without the provider's key, and never in production. */
export const hasStandIn = (): boolean => config.stripe === null && !config.isProduction;

let server: LoopbackServer | undefined;

/**
 * Opens the stand-in: its API, and a copy of our webhook door that it delivers to. So it needs to know neither our public
 * address nor our port. Each process has its own; they share their state through the database.
 */
export async function startStandIn(): Promise<void> {
  if (!hasStandIn()) return;
  server = await listenOnLoopback({
    name: 'the payment stand-in',
    build(app) {
      // The provider's client writes lists as `expand[0]=…`.
      app.set('query parser', 'extended');
      app.post('/hooks/stripe', ...receiveWebhook);
      app.use(standInApi());
    },
    fault: { error: { type: 'api_error', message: 'The stand-in met a fault.' } },
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
