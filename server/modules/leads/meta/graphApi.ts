import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { config } from '../../../config';
import { SECOND } from '../../../platform/clock';

/** Why Meta did not give what was asked. What may be otherwise in a while is UNREACHABLE. */
export type GraphProblem = 'TOKEN_REFUSED' | 'NOT_FOUND' | 'UNREACHABLE' | 'UNREADABLE';

export class GraphRefusal extends Error {
  constructor(readonly problem: GraphProblem) {
    super(problem);
    this.name = 'GraphRefusal';
  }
}

/** A lead as Meta keeps it: the answers of its form by their names. */
export interface MetaLead {
  id: string;
  createdAt: Date;
  formId: string;
  /** `fb` or `ig`; null where Meta does not say. */
  platform: string | null;
  answers: { name: string; values: string[] }[];
}

/** What we ask of Meta. One implementation, so that tests and another version of the API change one place. */
export interface GraphApi {
  /** The name of the page, where the token is that page's own. */
  readPage(pageId: string, token: string): Promise<{ name: string }>;
  /** Has the leads of the page sent to the market's hook. */
  subscribePage(pageId: string, token: string): Promise<void>;
  readLead(leadgenId: string, token: string): Promise<MetaLead>;
}

const TIMEOUT_MS = 15 * SECOND;
const MOST_BYTES = 256 * 1024;

const text = z.string().max(5000);

const pageShape = z.object({ id: text, name: text });

/** `2026-11-27T10:00:00+0000`, as Meta writes moments. */
const moment = z
  .string()
  .transform((value) => new Date(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')))
  .refine((at) => !Number.isNaN(at.getTime()));

const leadShape = z.object({
  id: text,
  created_time: moment,
  form_id: text,
  platform: text.nullish(),
  field_data: z.array(z.object({ name: z.string().max(500), values: z.array(text).max(50) })).max(200),
});

/** Meta's Graph API as the settings tell. The token travels in a header, never in an address that may be logged. */
export const graphApi: GraphApi = {
  async readPage(pageId, token) {
    // Whose the token is, not what it may look at: names of pages are open to many.
    const { id, name } = await ask(pageShape, 'GET', 'me', { fields: 'id,name' }, token);
    if (id !== pageId) throw new GraphRefusal('TOKEN_REFUSED');
    return { name };
  },
  async subscribePage(pageId, token) {
    await ask(z.object({}), 'POST', `${pageId}/subscribed_apps`, { subscribed_fields: 'leadgen' }, token);
  },
  async readLead(leadgenId, token) {
    const fields = 'id,created_time,form_id,platform,field_data';
    const read = await ask(leadShape, 'GET', leadgenId, { fields }, token);
    const { id, created_time, form_id, platform, field_data } = read;
    return { id, createdAt: created_time, formId: form_id, platform: platform ?? null, answers: field_data };
  },
};

async function ask<S extends z.ZodType>(
  shape: S,
  method: 'GET' | 'POST',
  path: string,
  parameters: Record<string, string>,
  token: string,
): Promise<z.output<S>> {
  const { meta } = config;
  if (!meta) throw new GraphRefusal('UNREACHABLE');
  const proof = createHmac('sha256', meta.appSecret).update(token).digest('hex');
  const query = new URLSearchParams({ ...parameters, appsecret_proof: proof });
  const { status, body } = await answered(`${meta.graphUrl}/${path}?${query.toString()}`, method, token);
  if (status < 200 || status > 299) throw new GraphRefusal(problemOf(status, body));
  const read = shape.safeParse(body);
  if (!read.success) throw new GraphRefusal('UNREADABLE');
  return read.data;
}

/** The answer as JSON; null where it is none. Silence of 15 seconds, redirects and floods are no answer. */
async function answered(address: string, method: string, token: string): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(address, {
      method,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, body: await jsonOf(response) };
  } catch {
    throw new GraphRefusal('UNREACHABLE');
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error('The answer is larger than any lead');
    chunks.push(Buffer.from(chunk));
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}

/** Codes of Meta's errors: the token is over, revoked, or does not reach so far. */
const TOKEN_CODES = new Set([10, 102, 190, 200, 210, 298, 299]);
const MISSING_CODE = 100;

function problemOf(status: number, body: unknown): GraphProblem {
  const error = (body as { error?: { code?: unknown; is_transient?: unknown } } | null)?.error;
  const code = Number(error?.code);
  if (status >= 500 || status === 429 || error?.is_transient === true) return 'UNREACHABLE';
  if (TOKEN_CODES.has(code) || status === 401) return 'TOKEN_REFUSED';
  return code === MISSING_CODE || status === 404 ? 'NOT_FOUND' : 'UNREACHABLE';
}
