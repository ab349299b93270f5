import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import { config } from '../../../config';
import { answeringProblems, Problem } from '../../../http/problems';
import { now } from '../../../platform/clock';
import { log } from '../../../platform/log';
import { takeFrom } from '../../../platform/limits';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { fetchSoon } from './fetchSoon';
import { type MetaDelivery, MetaDeliveries } from './model';

export const HOOK_ADDRESS = '/hooks/meta';

/** As much as Meta sends at a time, and some more. */
const MOST_BYTES = 512 * 1024;
const REQUESTS_PER_MINUTE = 1200;

/**
 * `GET /hooks/meta` answers the challenge by which Meta knows the address; `POST /hooks/meta` takes in which leads there
 * are. A body that Meta signed is stored once, each lead by its id, and answered at once; the leads are fetched later.
 */
export function metaRoutes(router: Router): void {
  router.get(HOOK_ADDRESS, answeringProblems(answerChallenge));
  router.post(HOOK_ADDRESS, bytesOf, answeringProblems(receive));
}

const raw = express.raw({ type: () => true, limit: MOST_BYTES, inflate: false });

/** The body as it came: the signature is over these bytes. */
const bytesOf: RequestHandler = (request, response, next) => {
  raw(request, response, (error?: unknown) => {
    if (!error) return next();
    const isLarge = (error as { status?: number }).status === 413;
    void answeringProblems(async () => {
      if (isLarge) throw new Problem('body-too-large', `A body has at most ${MOST_BYTES / 1024} kB.`);
      throw new Problem('json-malformed', 'The body did not arrive whole, or is packed.');
    })(request, response, next);
  });
};

function settings(): NonNullable<typeof config.meta> {
  if (!config.meta) throw new Problem('not-configured', 'No app of Meta is set up on this market.');
  return config.meta;
}

const isSame = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
};

async function answerChallenge(request: Request, response: Response): Promise<void> {
  await takeFrom('hook-meta', request.ip ?? '', REQUESTS_PER_MINUTE, 60);
  const { verifyToken } = settings();
  const asked = (name: string): string => {
    const value = request.query[name];
    return typeof value === 'string' ? value : '';
  };
  const challenge = asked('hub.challenge');
  const isTrue = asked('hub.mode') === 'subscribe' && isSame(asked('hub.verify_token'), verifyToken);
  if (!isTrue || !/^[\w.-]{1,200}$/.test(challenge))
    throw new Problem('signature-refused', 'The token is not that of this market, or there is no challenge.');
  response.type('text/plain').set('cache-control', 'no-store').send(challenge);
}

async function receive(request: Request, response: Response): Promise<void> {
  await takeFrom('hook-meta', request.ip ?? '', REQUESTS_PER_MINUTE, 60);
  const { appSecret } = settings();
  const body: unknown = request.body;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const expected = `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`;
  if (!isSame(request.get('x-hub-signature-256') ?? '', expected))
    throw new Problem('signature-refused', 'The signature does not hold for this body.');
  await store(leadsTold(bytes));
  response.set('cache-control', 'no-store').json({ received: true });
}

const id = z
  .union([z.string().regex(/^\d{1,40}$/), z.number().int().positive().max(Number.MAX_SAFE_INTEGER)])
  .transform(String);

const bodyShape = z.object({
  object: z.string(),
  entry: z.array(z.object({ id, changes: z.array(z.object({ field: z.string(), value: z.unknown() })).optional() })),
});

const changeShape = z.object({ leadgen_id: id, page_id: id.optional(), form_id: id.optional() });

/** The leads that a signed body tells of. Other news of Meta is passed over; what is none of its bodies is refused. */
function leadsTold(bytes: Buffer): MetaDelivery[] {
  const read = bodyShape.safeParse(jsonOf(bytes));
  if (!read.success) throw new Problem('input-invalid', 'This is no news of a page.');
  if (read.data.object !== 'page') return [];
  const told = read.data.entry.flatMap((entry) =>
    (entry.changes ?? [])
      .filter(({ field }) => field === 'leadgen')
      .map(({ value }) => ({ entry, change: changeShape.safeParse(value) })),
  );
  const rows = told.flatMap(({ entry, change }) => (change.success ? deliveryOf(change.data, entry.id) : []));
  const without = told.length - rows.length;
  if (without > 0 && rows.length === 0)
    throw new Problem('input-invalid', 'A lead is told of without an id that is one.');
  // Refused, the others would be sent again and again, and nothing of them would come in.
  if (without > 0) log.warn({ without, told: told.length }, 'Meta told of leads without an id; the others are taken');
  return [...new Map(rows.map((row) => [row._id, row])).values()];
}

/** An id written as a number longer than one is read exactly. Within a text its quotes would be escaped. */
const LONG_ID = /("(?:leadgen_id|page_id|form_id|id)"\s*:\s*)(\d{16,40})(?=\s*[,}])/g;

function jsonOf(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text.replace(LONG_ID, '$1"$2"'));
  } catch {
    throw new Problem('json-malformed', 'The body cannot be read as JSON in UTF-8.');
  }
}

const deliveryOf = ({ leadgen_id, page_id, form_id }: z.output<typeof changeShape>, entryId: string): MetaDelivery => ({
  _id: leadgen_id,
  pageId: page_id ?? entryId,
  formId: form_id ?? null,
  state: 'WAITING',
  problem: null,
  outcome: null,
  leadId: null,
  agencyId: null,
  tries: 0,
  receivedAt: now(),
  doneAt: null,
});

/** Keeps what is new and queues its fetching, or nothing: Meta sends again what was not answered. */
async function store(rows: readonly MetaDelivery[]): Promise<void> {
  if (rows.length === 0) return;
  const known = await MetaDeliveries.find({ _id: { $in: rows.map(({ _id }) => _id) } }, { _id: 1 })
    .readConcern('local')
    .lean();
  const ids = new Set(known.map(({ _id }) => _id));
  const fresh = rows.filter(({ _id }) => !ids.has(_id));
  if (fresh.length === 0) return;
  try {
    await inTransaction(async () => {
      await MetaDeliveries.insertMany(fresh, { lean: true });
      for (const row of fresh) await fetchSoon(row);
    });
  } catch (error) {
    // The same news twice at once: what the other call stored is known to the next look.
    if (duplicateKeyOf(error) === null) throw error;
    await store(fresh);
  }
}
