import { z } from 'zod';
import { after, HOUR, MINUTE, SECOND } from '../../../platform/clock';
import { seconds, type SessionWish } from './objects';
import { refused } from './providerError';

/** What callers of the imitated API may ask for: every field that we send, and no other. */

const metadata = z.record(z.string().max(40), z.string().max(500)).default({});
const minor = z.coerce.number().int().positive().max(99_999_999);

const sessionForm = z.strictObject({
  mode: z.literal('payment'),
  client_reference_id: z.string().max(200).optional(),
  metadata,
  payment_intent_data: z.strictObject({ metadata }).default({ metadata: {} }),
  line_items: z
    .array(
      z.strictObject({
        quantity: z.coerce.number().int().positive(),
        price_data: z.strictObject({
          currency: z.string().length(3).toLowerCase(),
          unit_amount: minor,
          product_data: z.strictObject({ name: z.string() }),
        }),
      }),
    )
    .min(1)
    .max(1),
  success_url: z.url(),
  cancel_url: z.url().optional(),
  expires_at: z.coerce.number().int().optional(),
});

const refundForm = z.strictObject({
  payment_intent: z.string(),
  amount: minor.optional(),
  reason: z.enum(['requested_by_customer', 'duplicate', 'fraudulent']).optional(),
  metadata,
});

function parsed<T>(schema: z.ZodType<T>, form: Record<string, unknown>): T {
  const result = schema.safeParse(form);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw refused(400, issue?.message ?? 'Invalid request', { param: issue?.path.join('.') ?? '' });
}

/** A session's wish; its end must lie 30 minutes to 24 hours ahead, as the provider demands. */
export function sessionWish(form: Record<string, unknown>, at: Date): SessionWish {
  const wish = parsed(sessionForm, form);
  const [item] = wish.line_items;
  if (!item) throw refused(400, 'Missing line_items', { param: 'line_items' });
  const expiresAt = wish.expires_at ?? seconds(after(at, 24 * HOUR));
  const ahead = expiresAt * SECOND - at.getTime();
  if (ahead < 30 * MINUTE - MINUTE || ahead > 24 * HOUR) {
    throw refused(400, 'The `expires_at` timestamp must be between 30 minutes and 24 hours from now.', {
      param: 'expires_at',
    });
  }
  return {
    amount_total: item.quantity * item.price_data.unit_amount,
    currency: item.price_data.currency,
    client_reference_id: wish.client_reference_id ?? null,
    metadata: wish.metadata,
    payment_metadata: wish.payment_intent_data.metadata,
    success_url: wish.success_url,
    cancel_url: wish.cancel_url ?? null,
    expires_at: expiresAt,
  };
}

export interface RefundWish {
  paymentId: string;
  /** All that is left when null. */
  amount: number | null;
  metadata: Record<string, string>;
}

export function refundWish(form: Record<string, unknown>): RefundWish {
  const wish = parsed(refundForm, form);
  return { paymentId: wish.payment_intent, amount: wish.amount ?? null, metadata: wish.metadata };
}
