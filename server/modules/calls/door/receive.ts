import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { config } from '../../../config';
import { after, now } from '../../../platform/clock';
import { UserError } from '../../../platform/errors';
import { log } from '../../../platform/log';
import { regionTree } from '../../catalog';
import { noteNews } from '../life/noteNews';
import { type Taken } from '../life/taken';
import { noteRecording } from '../recording/noteRecording';
import { type Call, type RawEvent } from '../model';
import { LONGEST_FREE_SECONDS, LONGEST_SECONDS, LOST_MS, RING_SECONDS } from '../rules';
import { account, hasStandIn, isSetUp } from '../telephony/account';
import { CALL_SID, fieldOf, newsOf, secondsOf } from '../telephony/news';
import { type Hook, HOOKS } from '../telephony/paths';
import { type Fields, isSigned } from '../telephony/signature';
import { askAgain, BUSY_LINE, dial, END, sayAndEnd } from '../telephony/twiml';
import { announcementIn, wordsOfRefusal } from '../voice/words';
import { answerCall } from './answerCall';
import { callerOf } from './callerOf';

/** The doors by which the provider tells of calls and asks what to do with them, for the market's address or another one. */
export function callHooks(router: Router): void {
  for (const hook of Object.keys(HOOKS) as Hook[]) router.post(HOOKS[hook], form, demandSignature, DOORS[hook]);
}

const form = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 200 });

const fieldsOf = (request: Request): Fields => (request.body ?? {}) as Fields;

/** Whoever is not the provider is refused before anything is looked at. */
const demandSignature: RequestHandler = (request, response, next) => {
  const fields = fieldsOf(request);
  const given = request.header('x-twilio-signature') ?? '';
  const address = `${config.publicUrl}${request.originalUrl}`;
  if (isSetUp() && isSigned(account().token, address, fields, given) && fields['AccountSid'] === account().sid)
    return next();
  log.warn({ door: request.path }, 'news of a call was refused: its signature does not hold');
  response
    .status(403)
    .json({ error: 'SignatureRefused', message: 'The signature does not hold for this address and body.' });
};

const sendTwiml = (response: Response, twiml: string): void =>
  void response.set('cache-control', 'no-store').type('text/xml').send(twiml);

const addressOf = (hook: Hook): string => `${config.publicUrl}${HOOKS[hook]}`;

const incoming: RequestHandler = async (request, response) => {
  const fields = fieldsOf(request);
  const [callSid, to] = [fieldOf(fields, 'CallSid') ?? '', fieldOf(fields, 'To')];
  if (!CALL_SID.test(callSid) || !to) return unknown(response);
  let call: Call | null;
  try {
    call = await answerCall({ callSid, to, from: callerOf(fieldOf(fields, 'From')), beganAt: beganIn(fields, now()) });
  } catch (error) {
    // Too many at this moment: whoever calls hears it ring a little longer.
    if (!(error instanceof UserError) || error.typename !== 'Busy') throw error;
    return sendTwiml(response, askAgain(addressOf('incoming')));
  }
  if (call && isPast(call, now())) return refuse(response, 'KNOWN', 'incoming', callSid);
  sendTwiml(response, call ? answerFor(call, fieldOf(fields, 'From')) : END);
};

/** Whether no line waits for the answer any more: the provider asks again within seconds, and never once all is over. */
const isPast = ({ startedAt, refusal, verdict }: Call, at: Date): boolean =>
  after(startedAt, LOST_MS) <= at || (refusal === null && verdict !== 'PENDING');

/** The stand-in tells of a call in a moment that took minutes, so it says when it began; the provider is not asked that. */
function beganIn(fields: Fields, at: Date): Date | null {
  const began = hasStandIn() ? new Date(fieldOf(fields, 'StartTime') ?? '') : null;
  return began && began <= at && began >= after(at, -LOST_MS) ? began : null;
}

/** The answer to a call: the same however often it is asked for. */
function answerFor(call: Call, from: string | null): string {
  const country = regionTree().byId(call.regionId)!.countryCode;
  if (call.refusal === 'CALLED_TOO_OFTEN' || call.refusal === 'TOO_MANY_UNPAID') return BUSY_LINE;
  if (call.refusal) return sayAndEnd(wordsOfRefusal(call.refusal, country));
  // The phone of the campaign and no other: nothing of the request says where to.
  return dial({
    phone: call.phone!,
    ...(call.masked !== null && from ? { callerId: from } : {}),
    ringSeconds: RING_SECONDS,
    longestSeconds: call.held.minor > 0n ? LONGEST_SECONDS : LONGEST_FREE_SECONDS,
    recording: call.isRecorded ? { announcement: announcementIn(country), callback: addressOf('recorded') } : null,
    legCallback: addressOf('leg'),
    action: addressOf('dialled'),
  });
}

/** What a door reads of its form: of which call it tells, and what. */
type Reading = (fields: Fields) => Pick<RawEvent, 'source' | 'leg'> & {
  callSid: string | null;
  status: string | null;
  length: string | null;
};

const READINGS: Readonly<Record<'status' | 'leg' | 'dialled', Reading>> = {
  status: (fields) => ({
    source: 'STATUS',
    leg: 'CALLER',
    callSid: fieldOf(fields, 'CallSid'),
    status: fieldOf(fields, 'CallStatus'),
    // How long the caller was on the line says nothing of how long anybody was talked to.
    length: null,
  }),
  leg: (fields) => ({
    source: 'LEG',
    leg: 'BUSINESS',
    callSid: fieldOf(fields, 'ParentCallSid'),
    status: fieldOf(fields, 'CallStatus'),
    length: fieldOf(fields, 'CallDuration'),
  }),
  dialled: (fields) => ({
    source: 'DIALLED',
    leg: 'BUSINESS',
    callSid: fieldOf(fields, 'CallSid'),
    status: fieldOf(fields, 'DialCallStatus'),
    length: fieldOf(fields, 'DialCallDuration'),
  }),
};

/** What each door answers once the news is kept. */
const DONE: Readonly<Record<keyof typeof READINGS, (response: Response) => void>> = {
  status: (response) => void response.status(204).end(),
  leg: (response) => void response.status(204).end(),
  dialled: (response) => sendTwiml(response, END),
};

const news =
  (hook: keyof typeof READINGS): RequestHandler =>
  async (request, response) => {
    const fields = fieldsOf(request);
    const { callSid, ...told } = READINGS[hook](fields);
    if (!callSid || !CALL_SID.test(callSid)) return unknown(response);
    const event = newsOf(fields, { ...told, callSid }, now());
    if ('fault' in event) return doubt(response, event.fault, hook, callSid);
    const taken = await noteNews(event);
    // A line waits for what to do next, so that door answers the same again.
    if (taken === 'KEPT' || (taken === 'KNOWN' && hook === 'dialled')) DONE[hook](response);
    else refuse(response, taken, hook, callSid);
  };

const recorded: RequestHandler = async (request, response) => {
  const fields = fieldsOf(request);
  const [callSid, length] = [fieldOf(fields, 'CallSid'), fieldOf(fields, 'RecordingDuration')];
  if (length !== null && secondsOf(length) === null) return doubt(response, 'its length is none', 'recorded', callSid);
  const taken = await noteRecording(fields);
  if (taken === 'KEPT') response.status(204).end();
  else refuse(response, taken, 'recorded', callSid);
};

const unknown = (response: Response): void =>
  void response.status(404).json({ error: 'NotFound', message: 'There is no such call.' });

function doubt(response: Response, fault: string, door: Hook, callSid: string | null): void {
  log.warn({ door, callSid, fault }, 'news of a call is not believed');
  response.status(422).json({ error: 'NotBelieved', message: `This is not believed: ${fault}.` });
}

/** What was told before, or of a call of long ago, is refused where nobody waits for the answer, so that it is seen. */
function refuse(response: Response, taken: Exclude<Taken, 'KEPT'>, door: Hook, callSid: string | null): void {
  if (taken === 'NO_CALL') return unknown(response);
  if (taken === 'STALE') return doubt(response, 'its call came more than a day ago', door, callSid);
  log.warn({ door, callSid }, 'news of a call was told before');
  response.status(409).json({ error: 'ToldBefore', message: 'This was told before: nothing was changed by it.' });
}

const DOORS: Readonly<Record<Hook, RequestHandler>> = {
  incoming,
  status: news('status'),
  leg: news('leg'),
  dialled: news('dialled'),
  recorded,
};
