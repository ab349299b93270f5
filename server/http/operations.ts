import { Router } from 'express';
import mongoose from '../platform/mongoose';
import { config } from '../config';
import { manifests } from '../modules';
import { changesLagMs } from '../platform/changes';
import { metrics } from '../platform/metrics';

/** /health says that the process lives, /ready that it may get traffic, /metrics what it did. */
export function operationsRoutes(state: { isDraining: boolean }): Router {
  const router = Router();
  router.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/ready', async (_request, response) => {
    const waitsFor = await notReady(state.isDraining);
    response.status(waitsFor.length === 0 ? 200 : 503).json({ ready: waitsFor.length === 0, waitsFor });
  });
  router.get('/metrics', async (request, response) => {
    if (config.metricsToken && request.headers.authorization !== `Bearer ${config.metricsToken}`) {
      response.status(401).json({ error: 'Send the metrics token as bearer token.' });
      return;
    }
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  return router;
}

const PING_MS = 2000;

/** A process that is so far behind shows a market of yesterday; another one may answer better. */
const MOST_LAG_MS = 30_000;

async function notReady(isDraining: boolean): Promise<string[]> {
  const waiting = manifests.filter(({ isReady }) => isReady?.() === false).map(({ name }) => name);
  if (isDraining) waiting.push('shutdown');
  if (changesLagMs() > MOST_LAG_MS) waiting.push('changes');
  const ping = mongoose.connection.db?.admin().command({ ping: 1 }, { timeoutMS: PING_MS });
  const isDatabaseUp = await (ping ?? Promise.reject(new Error('not connected'))).then(
    () => true,
    () => false,
  );
  return isDatabaseUp ? waiting : [...waiting, 'database'];
}
