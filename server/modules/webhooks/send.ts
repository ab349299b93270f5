import { after, now } from '../../platform/clock';
import { groupBy } from '../../platform/groupBy';
import { log } from '../../platform/log';
import { webhookAttempts } from '../../platform/metrics';
import { inTransaction } from '../../platform/transaction';
import { attempt } from './attempt';
import {
  type WebhookAttempt,
  type WebhookDelivery,
  WebhookDeliveries,
  type WebhookEndpoint,
  WebhookEndpoints,
} from './model';
import { GONE, waitAfter, WEBHOOK } from './rules';
import { signedHeaders } from './secrets';
import { tellGivenUp } from './tellGivenUp';

const BATCH = 500;
/** Addresses that are sent to side by side; to each one message after the other. */
const LANES = 16;
/** An address takes the time of a lane for no longer. */
const LONGEST_MS = 20_000;

/** Sends the messages that are due; answers with how many attempts it made. */
export async function sendDue(at: Date): Promise<number> {
  const due = await WebhookDeliveries.find({ state: 'PENDING', nextAt: { $lte: at } })
    .sort({ nextAt: 1 })
    .limit(BATCH)
    .lean<WebhookDelivery[]>();
  const queues = [...groupBy(due, ({ endpointId }) => endpointId).values()].map((queue) =>
    queue.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  );
  const runLane = async (): Promise<number> => {
    let attempts = 0;
    for (let queue = queues.shift(); queue; queue = queues.shift()) attempts += await sendTo(queue);
    return attempts;
  };
  const made = await Promise.all(Array.from({ length: LANES }, runLane));
  return made.reduce((sum, attempts) => sum + attempts, 0);
}

/**
 * One address that fails or is slow waits alone: the rest of its messages are put off a little, however many they are, so
 * that the next run is full of others'.
 */
async function sendTo(deliveries: readonly WebhookDelivery[]): Promise<number> {
  const startedAt = performance.now();
  let attempts = 0;
  for (const delivery of deliveries) {
    const isTaken = await sendOne(delivery);
    if (isTaken !== null) attempts++;
    if (isTaken === false || performance.now() - startedAt > LONGEST_MS) {
      await putOff(delivery.endpointId);
      break;
    }
  }
  return attempts;
}

async function putOff(endpointId: string): Promise<void> {
  const at = now();
  await WebhookDeliveries.updateMany(
    { endpointId, state: 'PENDING', nextAt: { $lte: at } },
    { $set: { nextAt: after(at, WEBHOOK.putOffMs) } },
  );
}

/** Answers whether the address took it; null where it was not sent. */
async function sendOne({ _id, endpointId, nextAt }: WebhookDelivery): Promise<boolean | null> {
  const at = now();
  const endpoint = await WebhookEndpoints.findById(endpointId).lean<WebhookEndpoint>();
  const isSent = endpoint?.state === 'ACTIVE';
  // Nobody else sends it meanwhile; whoever dies over it has not sent it, for all that is known, and the next one does.
  const claimed = await WebhookDeliveries.findOneAndUpdate(
    { _id, state: 'PENDING', nextAt },
    isSent
      ? { $set: { nextAt: after(at, WEBHOOK.leaseMs) }, $inc: { tries: 1 } }
      : { $set: { nextAt: after(at, WEBHOOK.pausedMs) } },
    { returnDocument: 'after' },
  ).lean<WebhookDelivery>();
  if (!claimed || !isSent) return null;
  const { body } = claimed;
  const result = await attempt(endpoint.url, { headers: signedHeaders(endpoint, { id: _id, body, at }), body });
  await inTransaction(() => note(endpoint, claimed, { at, ...result }));
  const { status, fault } = result;
  webhookAttempts.inc({ outcome: fault ?? 'DELIVERED' });
  log.info({ delivery: _id, endpoint: endpointId, status, fault, tries: claimed.tries }, 'a webhook was sent');
  return fault === null;
}

async function note(endpoint: WebhookEndpoint, delivery: WebhookDelivery, made: WebhookAttempt): Promise<void> {
  const { _id, tries, nextAt } = delivery;
  const wait = waitAfter(tries);
  const isGone = made.status === GONE;
  const next =
    made.fault === null
      ? { state: 'DELIVERED' as const }
      : isGone || wait === null
        ? { state: 'FAILED' as const }
        : { nextAt: after(now(), wait) };
  // Whoever was slower than the lease finds it taken by another: what that one did counts.
  const { modifiedCount } = await WebhookDeliveries.updateOne(
    { _id, state: 'PENDING', nextAt },
    { $set: next, $push: { attempts: { $each: [made], $slice: -WEBHOOK.mostAttemptsKept } } },
  );
  if (modifiedCount === 0 || next.state !== 'FAILED') return;
  // Another address that was given meanwhile is not gone.
  if (isGone) await WebhookEndpoints.updateOne({ _id: endpoint._id, url: endpoint.url }, { $set: { state: 'GONE' } });
  await tellGivenUp(endpoint, isGone, made.at);
}
