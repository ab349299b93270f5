import { config } from '../config';
import { log } from './log';

export interface TextMessage {
  /** E.164. */
  to: string;
  text: string;
}

const TIMEOUT_MS = 15_000;

/** Answers of the provider after which the same message is refused again: a number that is none, one that opted out. */
const isFinal = (status: number): boolean => status >= 400 && status < 500 && status !== 401 && status !== 429;

/**
 * Hands a text message over to Twilio's API. Answers false where none is set up. Throws when it is not taken for now, so
 * that the event that asked for it is tried again; what is refused for good is logged, without the number, and let go.
 */
export async function sendText({ to, text }: TextMessage): Promise<boolean> {
  const { texter } = config;
  if (!texter) return false;
  const sender: Record<string, string> = texter.from.startsWith('MG')
    ? { MessagingServiceSid: texter.from }
    : { From: texter.from };
  const response = await fetch(`${texter.apiUrl}/2010-04-01/Accounts/${texter.accountSid}/Messages.json`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${texter.accountSid}:${texter.authToken}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ ...sender, To: to, Body: text }).toString(),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  // Read to its end, so that the connection can be used again; what it says may quote the number.
  const answer = (await response.json().catch(() => null)) as { code?: unknown } | null;
  if (response.ok) return true;
  const { status } = response;
  const code = typeof answer?.code === 'number' ? answer.code : null;
  if (!isFinal(status)) throw new Error(`The provider of text messages answered with ${status}, code ${code}`);
  log.warn({ status, code }, 'a text message was refused by its provider');
  return true;
}
