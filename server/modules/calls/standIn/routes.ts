import express, { type Request, type Response, type Router } from 'express';
import { phoneAsWritten } from '../../leads';
import { TrackedNumbers, type TrackedNumber } from '../model';
import { phonePage, type Offered } from './page';
import { NoSuchNumber, placeCall, type Placed } from './placeCall';
import { readPlay } from './readPlay';

/** The page to place calls by, on the market's own address; programs send JSON to the same. */
export const STAND_IN_PATH = '/stand-in/phone';

export function standInPages(router: Router): void {
  router.get(STAND_IN_PATH, show);
  router.post(
    STAND_IN_PATH,
    express.urlencoded({ extended: false, limit: '10kb' }),
    express.json({ limit: '10kb' }),
    place,
  );
}

async function offered(): Promise<Offered[]> {
  const rows = await TrackedNumbers.find({ state: { $in: ['ACTIVE', 'PAUSED'] } })
    .sort({ createdAt: -1 })
    .limit(200)
    .lean<TrackedNumber[]>();
  return rows.map(({ phone, name, state }) => ({
    phone: phone!,
    label: `${phoneAsWritten(phone!)}, ${name}${state === 'PAUSED' ? ' (paused)' : ''}`,
  }));
}

async function show(request: Request, response: Response): Promise<void> {
  const { number, said } = request.query;
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  );
  response.setHeader('cache-control', 'no-store');
  const chosen = typeof number === 'string' ? number : null;
  response.type('html').send(phonePage(await offered(), chosen, typeof said === 'string' ? said.slice(0, 500) : null));
}

async function place(request: Request, response: Response): Promise<void> {
  const isProgram = request.is('json') !== false && request.is('json') !== null;
  const read = await readPlay(request.body);
  const number = 'fault' in read ? '' : read.number;
  const result = 'fault' in read ? read : await attempt(read);
  if (isProgram) {
    response.status('fault' in result ? 400 : 200).json(result);
    return;
  }
  const said = 'fault' in result ? result.fault : wordsOf(result);
  // So that no page of the browser's history is the answer to a form.
  response.redirect(303, `${STAND_IN_PATH}?${new URLSearchParams({ number, said }).toString()}`);
}

async function attempt(
  wish: Exclude<Awaited<ReturnType<typeof readPlay>>, { fault: string }>,
): Promise<Placed | { fault: string }> {
  try {
    return await placeCall(wish.number, wish.play, wish.isLive);
  } catch (error) {
    if (error instanceof NoSuchNumber) return { fault: error.message };
    throw error;
  }
}

const wordsOf = ({ heard, putThroughTo }: Placed): string =>
  [
    putThroughTo ? `The call was put through to ${putThroughTo}.` : 'The call was not put through.',
    heard ? `The caller heard: ${heard}` : '',
  ]
    .join(' ')
    .trim();
