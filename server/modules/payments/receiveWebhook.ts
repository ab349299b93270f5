import express, { type Request, type RequestHandler, type Response } from 'express';
import type Stripe from 'stripe';
import { now } from '../../platform/clock';
import { enqueueTask } from '../../platform/jobs';
import { log } from '../../platform/log';
import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { PaymentEvents, type PaymentEventRow } from './model';
import { verifiedEvent } from './stripe';

/**
 * `POST /hooks/stripe`. The signature is checked over the raw bytes; an event that holds is stored once and queued, and
 * only then answered 200. What it means is worked out later, from the provider's objects themselves. Anything else is
 * answered 400 and leaves nothing.
 */
export const receiveWebhook: RequestHandler[] = [express.raw({ type: () => true, limit: '512kb' }), receive];

async function receive(request: Request, response: Response): Promise<void> {
  const body: unknown = request.body;
  const event = Buffer.isBuffer(body) ? verifiedEvent(body, request.header('stripe-signature') ?? '', now()) : null;
  if (!event) {
    log.warn('a payment webhook was refused: its signature or its time does not hold');
    response
      .status(400)
      .json({ error: 'SignatureRefused', message: 'The signature does not hold for this body and time.' });
    return;
  }
  await store(rowOf(event));
  response.json({ received: true });
}

async function store(row: PaymentEventRow): Promise<void> {
  try {
    await inTransaction(async () => {
      await PaymentEvents.insertMany([row], { lean: true });
      await enqueueTask('payments.applyEvent', { eventId: row._id }, { key: row._id });
    });
  } catch (error) {
    // The provider sends an event until it is answered, and sometimes twice at once: it is here already.
    if (duplicateKeyOf(error) === null) throw error;
  }
}

/** Only the ids are kept: the rest is read anew when the event is acted on, and may be personal. */
function rowOf(event: Stripe.Event): PaymentEventRow {
  const object = event.data.object as {
    id?: string;
    metadata?: Record<string, string> | null;
    client_reference_id?: string | null;
  };
  const isSession = event.type.startsWith('checkout.session.');
  return {
    _id: event.id,
    type: event.type,
    topUpId: object.metadata?.['topUpId'] ?? object.client_reference_id ?? null,
    cardRefundId: object.metadata?.['cardRefundId'] ?? null,
    sessionId: isSession ? (object.id ?? null) : null,
    state: 'NEW',
    receivedAt: now(),
  };
}
