import { setTimeout } from 'node:timers/promises';
import { config } from '../../../config';
import { after, now } from '../../../platform/clock';
import { log } from '../../../platform/log';
import { account } from '../telephony/account';
import { HOOKS } from '../telephony/paths';
import { signatureOf } from '../telephony/signature';
import { newSid } from './api';
import { StandInTelephony, type StandInRow } from './model';
import { type Play, secondsOf, statusOf, type Step, stepsOf } from './script';

/** A call that was placed: what the caller met. */
export interface Placed {
  callSid: string;
  /** What was said to the caller, and where the call was put through to; null where to nowhere. */
  heard: string;
  putThroughTo: string | null;
}

/** There is no such number at the stand-in. */
export class NoSuchNumber extends Error {}

const SECOND_MS = 1000;
let stopping = new AbortController();

/** Calls that are under way end with the process, untold: as when a provider is lost. */
export function hangUpAll(): void {
  stopping.abort();
  stopping = new AbortController();
}

/**
 * Calls a number of the stand-in as somebody would, and tells the market of it as the provider does: signed, by its doors.
 * `isLive`: the call takes its time, and this answers when it was put through; else all of it is told at once.
 */
export async function placeCall(to: string, play: Play, isLive = false): Promise<Placed> {
  const takes = isLive && play.order === 'straight' ? 0 : secondsOf(play);
  const number = await StandInTelephony.findOne({ kind: 'number', 'body.phone_number': to }).lean<StandInRow>();
  if (!number) throw new NoSuchNumber(`The stand-in has no number ${to}.`);
  const [call, leg] = [newSid('CA'), newSid('CA')];
  await keep(call, '', { sid: call, status: 'in-progress', duration: null, end_time: null });
  const twiml = await ring(number.body['voice_url'] ?? '', {
    CallSid: call,
    From: play.from,
    To: to,
    CallStatus: 'ringing',
    Direction: 'inbound',
    // What is told at once took longer: its clock has gone on so far.
    StartTime: after(now(), -takes * SECOND_MS).toISOString(),
  });
  const said = [...twiml.matchAll(/<Say[^>]*>([^<]*)<\/Say>/g)].map(([, text]) => unescaped(text!)).join(' ');
  const dialled = /<Number[^>]*>([^<]+)<\/Number>/.exec(twiml)?.[1] ?? null;
  const heard = twiml.includes('<Reject') ? 'the busy tone' : said;
  const placed = { callSid: call, heard, putThroughTo: dialled };
  const going = dialled ? goOn({ number, call, leg, twiml, play, isLive }) : endOf(number, call, twiml);
  if (!isLive) await going;
  else going.catch((error: unknown) => log.warn({ error }, 'a call of the stand-in broke off'));
  return placed;
}

const MOST_RINGS = 5;

/** Asks what is to become of a call, and again where that is the answer. */
async function ring(address: string, fields: Record<string, string>): Promise<string> {
  for (let rings = 1; ; rings++) {
    const twiml = await tell(address, fields);
    if (!twiml.includes('<Redirect') || rings === MOST_RINGS) return twiml;
    await setTimeout(SECOND_MS);
  }
}

/** Nobody was put through: the caller heard why, or that the line is busy. */
async function endOf(number: StandInRow, call: string, twiml: string): Promise<void> {
  const [status, duration] = twiml.includes('<Reject') ? ['busy', '0'] : ['completed', '5'];
  await keep(call, '', { sid: call, status, duration, end_time: now().toUTCString() });
  const fields = { CallSid: call, CallStatus: status, CallDuration: duration, SequenceNumber: '0' };
  await tell(number.body['status_callback'] ?? '', { ...fields, Timestamp: now().toUTCString() });
}

interface Going {
  number: StandInRow;
  call: string;
  leg: string;
  twiml: string;
  play: Play;
  isLive: boolean;
}

async function goOn({ number, call, leg, twiml, play, isLive }: Going): Promise<void> {
  const { signal } = stopping;
  const recordedAt = attribute(twiml, 'Dial', 'recordingStatusCallback');
  const recording = recordedAt ? newSid('RE') : null;
  const addresses: Record<Step['to'], string> = {
    leg: attribute(twiml, 'Number', 'statusCallback') ?? '',
    dialled: attribute(twiml, 'Dial', 'action') ?? '',
    recorded: recordedAt ?? '',
    status: number.body['status_callback'] ?? '',
  };
  const talked = play.answer === 'yes' ? play.seconds : 0;
  const steps = stepsOf(play, { call, leg, recording });
  const from = after(now(), isLive && play.order === 'straight' ? 0 : -talked * SECOND_MS).toUTCString();
  const known = { sid: leg, status: statusOf(play.answer), duration: String(talked), start_time: from };
  // The provider knows the end before it tells it.
  if (!isLive) await keep(leg, call, { ...known, end_time: now().toUTCString() });
  else await keep(leg, call, { ...known, status: 'in-progress', duration: null, end_time: null });
  if (recording && play.answer === 'yes') await keepRecording(recording, call, talked);
  let told = 0;
  for (const step of play.order === 'backwards' ? steps.toReversed() : steps) {
    if (isLive && play.order === 'straight') await setTimeout((step.after - told) * SECOND_MS, undefined, { signal });
    told = step.after;
    if (isLive && step.fields['CallStatus'] === statusOf(play.answer))
      await keep(leg, call, { ...known, end_time: now().toUTCString() });
    const fields = { ...step.fields, ...clock(step) };
    for (let times = 0; times < play.times; times++) await tell(addresses[step.to], fields, times > 0);
  }
}

/** News of legs says when it happened, that of doors that are asked what to do does not. */
const clock = ({ to }: Step): Record<string, string> =>
  to === 'leg' || to === 'status' ? { Timestamp: now().toUTCString() } : {};

const keep = (sid: string, parent: string, body: StandInRow['body']): Promise<unknown> =>
  StandInTelephony.updateOne(
    { _id: sid },
    { $set: { kind: 'call', of: parent, body }, $setOnInsert: { at: now() } },
    { upsert: true },
  );

const keepRecording = (sid: string, call: string, seconds: number): Promise<unknown> =>
  StandInTelephony.insertMany([
    { _id: sid, kind: 'recording', of: call, body: { sid, duration: String(seconds) }, at: now() },
  ]);

const TIMEOUT_MS = 20 * SECOND_MS;

/**
 * Tells the market something, signed for its public address of now, whatever it was when the number was bought: at a real
 * provider its owner would change it there. It goes to the copy of its doors on this machine. What is told again may be
 * refused as such.
 */
async function tell(address: string, fields: Record<string, string>, isAgain = false): Promise<string> {
  const { sid, token, apiUrl } = account();
  const all = { AccountSid: sid, ApiVersion: '2010-04-01', ...fields };
  const url = new URL(new URL(address).pathname + new URL(address).search, config.publicUrl);
  if (!Object.values<string>(HOOKS).includes(url.pathname)) throw new Error(`${url.pathname} is no door of the market`);
  const response = await fetch(`${apiUrl}${url.pathname}${url.search}`, {
    method: 'POST',
    headers: { 'x-twilio-signature': signatureOf(token, url.href, all) },
    body: new URLSearchParams(all),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const text = await response.text();
  if (!response.ok && !(isAgain && response.status === 409))
    throw new Error(`the market answered ${response.status} to news of a call`);
  return text;
}

const attribute = (twiml: string, verb: string, name: string): string | null => {
  const [tag = ''] = new RegExp(`<${verb}\\s[^>]*>`).exec(twiml) ?? [];
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : unescaped(value);
};

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
