import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { act } from '../accounts/flows';
import { type Actor, type World } from '../kit/world';

/** A program of a business that is told by webhooks, and what it got. */
export interface Receiver {
  url: string;
  got: { path: string; headers: IncomingHttpHeaders; body: string }[];
  /** What it answers with from now on; 0 for silence. */
  answers(status: number, headers?: Record<string, string>): void;
  stop(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const got: Receiver['got'] = [];
  let [status, extra] = [200, {} as Record<string, string>];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      got.push({ path: request.url!, headers: request.headers, body: Buffer.concat(parts).toString() });
      if (status > 0) response.writeHead(status, extra).end('thanks');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    got,
    answers: (next, headers = {}) => void ([status, extra] = [next, headers]),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The signatures that a message should bear by some secrets, as another program than the market's makes them. */
export const signaturesOf = ({ headers, body }: Receiver['got'][number], ...secrets: string[]): string =>
  secrets
    .map((secret) => {
      const at = new Date(Number(headers['webhook-timestamp']) * 1000);
      return new Webhook(secret).sign(String(headers['webhook-id']), at, body);
    })
    .join(' ');

export const ALL = ['REQUEST_DENIED', 'CONSENT_WITHDRAWN', 'CONTACT_CORRECTED', 'CONTACT_ERASED'];
export const ENDPOINT = 'id url name types state secretMadeAt formerSecretUntil';

export async function added(
  world: World,
  business: Actor,
  url: string,
  types = ALL,
): Promise<{ id: string; secret: string }> {
  const input = { url, name: 'Our CRM', types };
  const answer = await act(world, business, 'addWebhookEndpoint', input, `secret endpoint { ${ENDPOINT} }`);
  if (!answer.endpoint) throw new Error(`not added: ${JSON.stringify(answer)}`);
  return { id: answer.endpoint.id as string, secret: answer.secret as string };
}

const DELIVERIES = `query ($id: ID!, $state: WebhookDeliveryState, $first: Int, $after: String) {
  webhookDeliveries(endpointId: $id, state: $state, first: $first, after: $after) {
    nodes { id type state at body nextAttemptAt cardId attempts { at status fault } }
    pageInfo { hasNextPage endCursor }
  }
}`;

export interface Sent {
  id: string;
  type: string | null;
  state: string;
  nextAttemptAt: string | null;
  body: string;
  cardId: string | null;
  attempts: { at: string; status: number | null; fault: string | null }[];
}

export const deliveriesOf = async (
  world: World,
  business: Actor,
  id: string,
  further: { state?: string; first?: number; after?: string } = {},
): Promise<Sent[]> => (await world.ask(business, DELIVERIES, { id, ...further })).nodes;

/** What is due is sent. */
export async function send(world: World): Promise<number> {
  await world.settle();
  return world.runJob('webhooks.send');
}
