import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

/** A page as the fake of Meta's Graph API knows it. */
interface FakePage {
  name: string;
  token: string;
}

export interface GraphFake {
  address: string;
  pages: Map<string, FakePage>;
  /** Leads by their ids, as Meta answers them. */
  leads: Map<string, object>;
  /** What was asked: method, path and query, and the headers. */
  asked: { method: string; path: string; query: URLSearchParams; headers: IncomingMessage['headers'] }[];
  /** Answers instead of the true ones; null for the true ones. */
  answer: { status: number; body: string } | 'hangUp' | null;
  close(): Promise<void>;
}

/** Meta's Graph API on this machine, as far as the market asks it. */
export async function startGraph(): Promise<GraphFake> {
  const fake: Omit<GraphFake, 'address' | 'close'> = { pages: new Map(), leads: new Map(), asked: [], answer: null };
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://graph');
    fake.asked.push({ method: request.method!, path: pathname, query: searchParams, headers: request.headers });
    if (fake.answer === 'hangUp') return void request.socket.destroy();
    const [status, body] = fake.answer
      ? [fake.answer.status, fake.answer.body]
      : answerTo(fake, pathname, request.headers.authorization ?? '');
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return Object.assign(fake, { address, close });
}

export const graphError = (code: number, status = 400) => ({
  status,
  body: JSON.stringify({ error: { message: 'said by Meta', type: 'OAuthException', code } }),
});

function answerTo({ pages, leads }: Pick<GraphFake, 'pages' | 'leads'>, path: string, authorization: string) {
  const [, id = '', rest] = path.split('/');
  const page = [...pages].find(([, { token }]) => authorization === `Bearer ${token}`);
  const refused = graphError(190, 401);
  if (!page) return [refused.status, refused.body] as const;
  const found =
    rest === 'subscribed_apps' ? { success: true } : id === 'me' ? { id: page[0], name: page[1].name } : leads.get(id);
  const missing = graphError(100);
  return found ? ([200, JSON.stringify(found)] as const) : ([missing.status, missing.body] as const);
}
