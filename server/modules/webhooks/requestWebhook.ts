import { after } from '../../platform/clock';
import { idFrom } from '../../platform/ids';
import {
  type WebhookDelivery,
  WebhookDeliveries,
  type WebhookEndpoint,
  WebhookEndpoints,
  type WebhookType,
} from './model';
import { WEBHOOK } from './rules';

/** What a business is told: ids, words and links, never who somebody is. */
export interface WebhookNews {
  type: WebhookType;
  /** Tells one piece of news from another: what comes twice with the same parts is sent once. */
  key: readonly string[];
  /** When it happened. */
  at: Date;
  cardId: string | null;
  data: Record<string, string>;
}

/** The name of a type as it stands in a message, such as `contact.erased`. */
const wireName = (type: WebhookType): string => type.toLowerCase().replace('_', '.');

/**
 * Has the addresses of a business told, in the open transaction: they hear it if that commits. One that is paused hears it
 * once it goes on.
 */
export async function requestWebhook(organisationId: string, news: WebhookNews): Promise<void> {
  const endpoints = await WebhookEndpoints.find({ organisationId, types: news.type }).lean<WebhookEndpoint[]>();
  for (const { _id: endpointId } of endpoints) {
    const { type, at, cardId } = news;
    const message = { type: wireName(type), timestamp: at.toISOString(), data: news.data };
    const id = idFrom('webhook', endpointId, ...news.key);
    const { _id, ...row } = newDelivery(id, { endpointId, organisationId, type, cardId, at, message });
    await WebhookDeliveries.updateOne({ _id }, { $setOnInsert: row }, { upsert: true });
  }
}

interface Wanted extends Pick<WebhookDelivery, 'endpointId' | 'organisationId' | 'type' | 'cardId' | 'at'> {
  message: object;
}

/** A message that is due at once. */
export function newDelivery(id: string, { message, ...of }: Wanted): WebhookDelivery {
  const expiresAt = after(of.at, WEBHOOK.keptMs);
  const body = JSON.stringify(message);
  return { _id: id, ...of, body, state: 'PENDING', nextAt: of.at, tries: 0, attempts: [], expiresAt };
}
