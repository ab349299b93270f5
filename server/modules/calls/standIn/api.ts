import { randomBytes, timingSafeEqual } from 'node:crypto';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { now } from '../../../platform/clock';
import { duplicateKeyOf } from '../../../platform/transaction';
import { account } from '../telephony/account';
import { freeNumbers } from './fictionNumbers';
import { findObject, StandInTelephony, type StandInRow } from './model';
import { soundOf } from './sound';

export const newSid = (prefix: 'PN' | 'CA' | 'RE'): string => `${prefix}${randomBytes(16).toString('hex')}`;

/**
 * The part of the provider's API that we use, at the same paths and in the same JSON: numbers, calls, recordings. Listens on
 * this machine's loopback only (server.ts).
 */
export function standInApi(): Router {
  const router = Router();
  const base = '/2010-04-01/Accounts/:account';
  router.use('/2010-04-01', demandAccount, express.urlencoded({ extended: false, limit: '100kb' }));
  router.get(`${base}/AvailablePhoneNumbers/:country/:kind.json`, listAvailable);
  router.get(`${base}/IncomingPhoneNumbers.json`, listNumbers);
  router.post(`${base}/IncomingPhoneNumbers.json`, buyNumber);
  router.delete(`${base}/IncomingPhoneNumbers/:sid.json`, removeOf('number'));
  router.get(`${base}/Calls.json`, listLegs);
  router.get(`${base}/Calls/:sid.json`, readCall);
  router.get(`${base}/Calls/:sid/Recordings.json`, listRecordings);
  router.get(`${base}/Recordings/:sid.mp3`, readRecording);
  router.delete(`${base}/Recordings/:sid.json`, removeOf('recording'));
  router.use('/2010-04-01', (_request: Request, response: Response) => {
    refuse(response, 404, 'The stand-in does not imitate this part of the API.');
  });
  return router;
}

function demandAccount(request: Request, response: Response, next: NextFunction): void {
  const { sid, token } = account();
  const expected = Buffer.from(`Basic ${Buffer.from(`${sid}:${token}`).toString('base64')}`);
  const given = Buffer.from(request.headers.authorization ?? '');
  if (expected.length === given.length && timingSafeEqual(expected, given)) return next();
  refuse(response, 401, 'Authenticate');
}

const refuse = (response: Response, status: number, message: string): void =>
  void response.status(status).json({ code: 20000 + status, message, status });

const param = (request: Request, name: string): string => String(request.params[name]);

async function listAvailable(request: Request, response: Response): Promise<void> {
  const kind = param(request, 'kind');
  if (kind !== 'Local') return refuse(response, 404, `The stand-in has no ${kind} numbers.`);
  const rows = await StandInTelephony.find({ kind: 'number' }, { body: 1 }).lean<StandInRow[]>();
  const taken = new Set(rows.map(({ body }) => body['phone_number'] ?? ''));
  const country = param(request, 'country');
  const numbers = freeNumbers(country, taken, 20);
  response.json({
    available_phone_numbers: numbers.map((phone) => ({
      phone_number: phone,
      friendly_name: phone,
      iso_country: country,
    })),
  });
}

async function listNumbers(request: Request, response: Response): Promise<void> {
  const name = request.query['FriendlyName'];
  const rows = await StandInTelephony.find({ kind: 'number', ...(typeof name === 'string' ? { of: name } : {}) })
    .limit(50)
    .lean<StandInRow[]>();
  response.json({ incoming_phone_numbers: rows.map(({ body }) => body) });
}

async function buyNumber(request: Request, response: Response): Promise<void> {
  const wish = (request.body ?? {}) as Record<string, string | undefined>;
  const { PhoneNumber: phone, FriendlyName: name = '', VoiceUrl: voiceUrl = '', StatusCallback: status = '' } = wish;
  if (!phone) return refuse(response, 400, 'Name the number: PhoneNumber.');
  const sid = newSid('PN');
  const body = { sid, phone_number: phone, friendly_name: name, voice_url: voiceUrl, status_callback: status };
  try {
    await StandInTelephony.insertMany([{ _id: sid, kind: 'number', of: name, body, at: now() }]);
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    return refuse(response, 400, `${phone} is not available.`);
  }
  response.status(201).json(body);
}

const removeOf =
  (kind: StandInRow['kind']) =>
  async (request: Request, response: Response): Promise<void> => {
    const { deletedCount } = await StandInTelephony.deleteOne({ _id: param(request, 'sid'), kind });
    if (deletedCount === 0) return refuse(response, 404, 'The requested resource was not found.');
    response.status(204).end();
  };

async function readCall(request: Request, response: Response): Promise<void> {
  const call = await findObject('call', param(request, 'sid'));
  if (!call) return refuse(response, 404, 'The requested resource was not found.');
  response.json(call.body);
}

async function listLegs(request: Request, response: Response): Promise<void> {
  const { ParentCallSid: asked } = request.query;
  const parent = typeof asked === 'string' ? asked : '';
  const rows = await StandInTelephony.find({ kind: 'call', of: parent }).lean<StandInRow[]>();
  response.json({ calls: rows.map(({ body }) => body) });
}

async function listRecordings(request: Request, response: Response): Promise<void> {
  const rows = await StandInTelephony.find({ kind: 'recording', of: param(request, 'sid') }).lean<StandInRow[]>();
  response.json({ recordings: rows.map(({ body }) => body) });
}

async function readRecording(request: Request, response: Response): Promise<void> {
  const recording = await findObject('recording', param(request, 'sid'));
  if (!recording) return refuse(response, 404, 'The requested resource was not found.');
  response.type('audio/wav').send(soundOf(Number(recording.body['duration'])));
}
