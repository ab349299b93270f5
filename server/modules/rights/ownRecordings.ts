import { pipeline } from 'node:stream/promises';
import { type Request, type Response } from 'express';
import { answeringProblems, Problem } from '../../http/problems';
import { takeOne } from '../../platform/limits';
import { readFile, statFile } from '../../platform/files';
import {
  AUDIO_TYPES,
  type CallRecording,
  type LeadOfPerson,
  leadsOfPerson,
  recordingsOfLeads,
  storedRecording,
  wordsOfRecording,
} from '../leads';
import { RIGHTS_LIMIT } from './rules';
import { contactsOf, tokenOf } from './session';

/** A recorded call as its person is told of it. */
export interface OwnRecording extends Pick<CallRecording, '_id' | 'calledAt' | 'durationSeconds'> {
  /** These, and the sound, only where the phone is proven: a call is of who answered there. */
  caller: string | null;
  asked: string | null;
  address: string | null;
}

const addressOf = (id: string): string => `/api/my-data/recordings/${id}`;

/** The recorded calls of each of these leads. That the leads are looked at has been recorded. */
export async function ownRecordings(held: readonly LeadOfPerson[]): Promise<Map<string, OwnRecording[]>> {
  const found = await recordingsOfLeads(held.filter(({ isBeside }) => !isBeside).map(({ lead }) => lead._id));
  return new Map(
    held.map(({ lead, isPhoneProven }) => [
      lead._id,
      (found.get(lead._id) ?? []).map((recording) => toldOf(recording, isPhoneProven)),
    ]),
  );
}

const toldOf = (recording: CallRecording, isPhoneProven: boolean): OwnRecording => {
  const { _id, calledAt, durationSeconds } = recording;
  const own = isPhoneProven ? { ...wordsOfRecording(recording), address: addressOf(_id) } : NOT_PROVEN;
  return { _id, calledAt, durationSeconds, ...own };
};

const NOT_PROVEN = { caller: null, asked: null, address: null } as const;

/** `GET /api/my-data/recordings/:id`: the sound of a call with whoever has proven the phone. The look is recorded. */
export const ownSound = answeringProblems(async (request: Request, response: Response): Promise<void> => {
  await takeOne(RIGHTS_LIMIT.readPerIp, request.ip ?? '');
  const contacts = await contactsOf(tokenOf(request));
  if (contacts.length === 0) throw new Problem('session-over', 'Ask for another code at /me.');
  const recording = await storedRecording(String(request.params.id));
  const held = await leadsOfPerson(
    contacts.filter(({ channel }) => channel === 'PHONE'),
    'recorded call for the person',
  );
  const isOwn = held.some(({ lead, isPhoneProven }) => isPhoneProven && lead._id === recording?.leadId);
  const file = isOwn && recording?.fileId ? await statFile(recording.fileId) : null;
  if (!recording || !file) throw new Problem('recording-unknown', 'None is held under a phone that was proven.');
  response.setHeader('content-disposition', `attachment; filename="${recording._id}.${recording.kind!.toLowerCase()}"`);
  response.setHeader('content-security-policy', "sandbox; default-src 'none'");
  response.setHeader('cache-control', 'private, no-store, no-transform');
  response.setHeader('content-length', file.bytes);
  response.type(AUDIO_TYPES[recording.kind!]);
  await pipeline(readFile(file.id), response);
});
