import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { config } from '../../../config';
import { after, now, SECOND } from '../../../platform/clock';
import { UserError } from '../../../platform/errors';
import { once } from '../../../platform/idempotency';
import { enqueueTask } from '../../../platform/jobs';
import { inTransaction } from '../../../platform/transaction';
import { expand } from './expand';
import { findObject, type ProviderObject, StandInObjects, type StandInRow } from './model';
import { newRefund, newSession } from './objects';
import { expireIfDue, expireSession, findSession } from './pay';
import { ProviderError, refused } from './providerError';
import { standInSecrets } from './secrets';
import { keep, tell } from './store';
import { refundWish, sessionWish } from './wishes';

/** Where the page to pay on lies, on the market's own address. */
export const CHECKOUT_PATH = '/stand-in/checkout';

type Form = Record<string, unknown>;

/**
 * The part of the provider's API that we use, at the same paths and in the same JSON: checkout sessions, payments,
 * refunds, events, idempotency keys. Listens on this machine's loopback only (server.ts).
 */
export function standInApi(): Router {
  const router = Router();
  router.use('/v1', demandKey, express.urlencoded({ extended: true, limit: '100kb' }));
  router.post('/v1/checkout/sessions', answer(createSession));
  router.get('/v1/checkout/sessions/:id', answer(readSession));
  router.post('/v1/checkout/sessions/:id/expire', answer(endSession));
  router.get(
    '/v1/payment_intents/:id',
    answer(async (request) => expanded(request, 'payment_intent')),
  );
  router.get(
    '/v1/charges/:id',
    answer(async (request) => expanded(request, 'charge')),
  );
  router.post('/v1/refunds', answer(createRefund));
  router.get(
    '/v1/refunds/:id',
    answer(async (request) => expanded(request, 'refund')),
  );
  router.get(
    '/v1/refunds',
    answer(async (request) => listOf('refund', request)),
  );
  router.get(
    '/v1/events/:id',
    answer(async (request) => expanded(request, 'event')),
  );
  router.get(
    '/v1/events',
    answer(async (request) => listOf('event', request)),
  );
  router.use('/v1', (_request: Request, response: Response) => {
    response.status(404).json(refused(404, 'The stand-in does not imitate this part of the API.').body);
  });
  return router;
}

function demandKey(request: Request, response: Response, next: NextFunction): void {
  if (request.headers.authorization === `Bearer ${standInSecrets().apiKey}`) return next();
  response.status(401).json(refused(401, 'Invalid API key provided.').body);
}

/** Answers with the object, or with a refusal in the provider's form. */
function answer(make: (request: Request) => Promise<object>) {
  return async (request: Request, response: Response): Promise<void> => {
    try {
      response.json(await make(request));
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      response.status(error.status).json(error.body);
    }
  };
}

/** Does the work once per idempotency key; the same key with other parameters is the provider's own error. */
async function onceByKey(request: Request, work: () => Promise<ProviderObject>): Promise<ProviderObject> {
  const key = request.header('idempotency-key');
  if (!key) return inTransaction(work);
  const input = { path: request.path, form: request.body as Form };
  try {
    return await once({ actor: 'stand-in', operation: 'api', key, input }, work);
  } catch (error) {
    if (!(error instanceof UserError) || error.typename !== 'Conflict') throw error;
    throw refused(400, 'Keys for idempotent requests can only be used with the same parameters.', {
      type: 'idempotency_error',
    });
  }
}

const createSession = (request: Request): Promise<ProviderObject> => {
  const wish = sessionWish(request.body as Form, now());
  return onceByKey(request, async () => {
    const session = newSession(wish, new URL(CHECKOUT_PATH, config.publicUrl).href);
    await keep(session);
    await enqueueTask(
      'standIn.expireSession',
      { sessionId: session.id },
      { runAt: after(new Date(session.expires_at * SECOND), SECOND) },
    );
    return session;
  });
};

async function readSession(request: Request): Promise<object> {
  const session = await findSession(idOf(request));
  if (!session) throw missing('checkout.session', idOf(request));
  return expand(await expireIfDue(session), request.query['expand']);
}

const endSession = (request: Request): Promise<ProviderObject> =>
  onceByKey(request, async () => {
    const session = await findSession(idOf(request));
    if (!session) throw missing('checkout.session', idOf(request));
    const expired = await expireSession(session.id);
    if (!expired) throw refused(400, `Only Checkout Sessions with a status in ["open"] can be expired.`);
    return expired;
  });

const createRefund = (request: Request): Promise<ProviderObject> => {
  const wish = refundWish(request.body as Form);
  return onceByKey(request, async () => {
    const payment = await findObject('payment_intent', wish.paymentId);
    const charge = payment && (await findObject('charge', String(payment['latest_charge'])));
    if (!payment || !charge) throw missing('payment_intent', wish.paymentId);
    const left = Number(charge['amount']) - Number(charge['amount_refunded']);
    if (left === 0)
      throw refused(400, `Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
    const amount = wish.amount ?? left;
    if (amount > left)
      throw refused(400, 'Refund amount is greater than unrefunded amount on charge.', { param: 'amount' });
    const refund = newRefund(charge, amount, wish.metadata);
    const charged = {
      ...charge,
      amount_refunded: Number(charge['amount_refunded']) + amount,
      refunded: amount === left,
    };
    await keep(refund);
    await keep(charged);
    await tell('charge.refunded', charged);
    await tell('refund.created', refund);
    return refund;
  });
};

async function expanded(request: Request, object: string): Promise<object> {
  const found = await findObject(object, idOf(request));
  if (!found) throw missing(object, idOf(request));
  return expand(found, request.query['expand']);
}

const LISTED = 100;

async function listOf(object: string, request: Request): Promise<object> {
  const payment = request.query['payment_intent'];
  const filter = { object, ...(typeof payment === 'string' ? { paymentId: payment } : {}) };
  const rows = await StandInObjects.find(filter).sort({ at: -1 }).limit(LISTED).lean<StandInRow[]>();
  return { object: 'list', url: request.path, has_more: false, data: rows.map(({ body }) => body) };
}

const idOf = (request: Request): string => String(request.params['id']);

const missing = (object: string, id: string): ProviderError =>
  refused(404, `No such ${object}: '${id}'`, { code: 'resource_missing', param: 'id' });
