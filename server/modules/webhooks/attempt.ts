import http from 'node:http';
import https from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import { LeadsInside, whereTo } from './address';
import { type WebhookAttempt, type WebhookFault } from './model';
import { isTaken, WEBHOOK } from './rules';

/** What the certificate of an address is refused for (Node's codes of TLS and OpenSSL). */
const OF_CERTIFICATES = /CERT|^ERR_TLS|^ERR_SSL|SELF_SIGNED|UNABLE_TO_/;

/**
 * Sends a message once by POST. Redirects are not followed, since they may lead anywhere; of the answer only the status is
 * read. Never throws: what went wrong is the answer.
 */
export async function attempt(
  address: string,
  { headers, body }: { headers: Record<string, string>; body: string },
): Promise<Omit<WebhookAttempt, 'at'>> {
  try {
    const url = new URL(address);
    const status = await post(url, await whereTo(url), headers, Buffer.from(body));
    return { status, fault: isTaken(status) ? null : 'REFUSED' };
  } catch (error) {
    return { status: null, fault: faultOf(error) };
  }
}

function faultOf(error: unknown): WebhookFault {
  if (error instanceof LeadsInside) return 'LEADS_INSIDE';
  const { name, code = '' } = error as { name: string; code?: string };
  if (name === 'AbortError' || name === 'TimeoutError') return 'TIMED_OUT';
  return OF_CERTIFICATES.test(code) ? 'NOT_SECURE' : 'UNREACHABLE';
}

function post(url: URL, addresses: readonly string[], headers: Record<string, string>, body: Buffer): Promise<number> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': body.length },
        lookup: only(addresses),
        signal: AbortSignal.timeout(WEBHOOK.answerMs),
        // A connection of its own: none is kept that a name led to before.
        agent: false,
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.destroy();
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A look-up that answers with these addresses of the network and no other, so that what was looked at is what is called. */
function only(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (host, { all }, answer) => {
    const [first] = found;
    if (!first) answer(Object.assign(new Error(`No address is known of ${host}`), { code: 'ENOTFOUND' }), '');
    else if (all === true) answer(null, found);
    else answer(null, first.address, first.family);
  };
}
