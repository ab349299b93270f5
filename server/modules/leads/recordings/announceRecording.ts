import { z } from 'zod';
import { type AnnounceRecordingInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { after, DAY, MINUTE, now } from '../../../platform/clock';
import { conflict, invalidInput } from '../../../platform/errors';
import { keyReused } from '../../../platform/idempotency';
import { idFrom } from '../../../platform/ids';
import { readInput } from '../../../platform/inputs';
import { keyedHash } from '../../../platform/seal';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { noSuchLead } from '../errors';
import { type Lead, type LeadContactRow, LeadContacts, Leads } from '../model';
import { soundAddress } from './address';
import { LEAST_SECONDS } from './checkLength';
import { type CallRecording, CallRecordings } from './model';
import { sealWords } from './sealedWords';

const MOST_OF_A_LEAD = 5;
const OLDEST_MS = 2 * 365 * DAY;
const AHEAD_MS = 5 * MINUTE;
/** Clocks go wrong, and a day without a time lies in its own zone. */
const LEEWAY_MS = DAY;
const LONGEST_SECONDS = 4 * 60 * 60;

const words = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least, `Give ${least} to ${most} characters.`)
    .max(most, `Give ${least} to ${most} characters.`);

const schema = z.object({
  caller: words(2, 100),
  asked: words(10, 2000),
  calledAt: z
    .date()
    .refine((at) => at <= after(now(), AHEAD_MS), 'The call must lie in the past.')
    .refine((at) => at >= after(now(), -OLDEST_MS), 'A call of more than two years ago proves nothing any more.'),
  durationSeconds: z
    .number()
    .int()
    .min(LEAST_SECONDS, `Give the length in seconds, from ${LEAST_SECONDS} seconds to four hours.`)
    .max(LONGEST_SECONDS, `Give the length in seconds, from ${LEAST_SECONDS} seconds to four hours.`),
});

/**
 * Says what a recording is, before its sound is sent: who called the person of an own lead, when, and what was asked. The
 * same client key gives the same recording. Errors: NotFound, InvalidInput, Conflict.
 */
export async function announceRecording(viewer: Viewer, input: AnnounceRecordingInput) {
  const { caller, asked, calledAt, durationSeconds } = readInput(schema, input);
  const _id = idFrom('recording', viewer.organisationId, input.clientKey);
  const recording: CallRecording = {
    _id,
    leadId: input.leadId,
    agencyId: viewer.organisationId,
    state: 'ANNOUNCED',
    calledAt,
    durationSeconds,
    sealed: sealWords(_id, { caller, asked }),
    inputHash: keyedHash('input', JSON.stringify([input.leadId, caller, asked, calledAt, durationSeconds])),
    kind: null,
    fileId: null,
    bytes: null,
    createdBy: viewer.personId,
    announcedAt: now(),
    storedAt: null,
  };
  const uploadAddress = soundAddress(_id);
  try {
    await inTransaction(() => keep(viewer, recording));
    return { recording, uploadAddress };
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    const earlier = await CallRecordings.findById(_id).readConcern('local').lean<CallRecording>();
    if (earlier?.inputHash !== recording.inputHash) throw keyReused();
    return { recording: earlier, uploadAddress };
  }
}

async function keep(viewer: Viewer, recording: CallRecording): Promise<void> {
  await CallRecordings.insertMany([recording], { lean: true });
  const lead = await Leads.findById(recording.leadId).lean<Lead>();
  if (lead?.agencyId !== viewer.organisationId) throw noSuchLead();
  if (lead.state !== 'ACCEPTED' && lead.state !== 'QUARANTINED')
    throw conflict('The lead has left the market, so nothing of it is to be proven any more.');
  if (lead.reach.phone !== 'LIVE')
    throw conflict('The lead has no phone number that can be reached: a call of it proves nothing.');
  if (recording.calledAt < after(await beginningOf(lead), -LEEWAY_MS))
    throw invalidInput('This call was before the person asked and agreed, so it proves nothing of it.', ['calledAt']);
  await makeRoom(recording);
}

/** The earliest whose sound was refused, or never came, gives its place to the next. */
async function makeRoom({ _id, leadId }: CallRecording): Promise<void> {
  if ((await CallRecordings.countDocuments({ leadId })) <= MOST_OF_A_LEAD) return;
  const earliest = await CallRecordings.findOne({ leadId, _id: { $ne: _id }, state: 'ANNOUNCED' }, { _id: 1 })
    .sort({ announcedAt: 1 })
    .lean();
  if (!earliest) throw conflict(`A lead has at most ${MOST_OF_A_LEAD} recordings.`);
  await CallRecordings.deleteOne({ _id: earliest._id, state: 'ANNOUNCED' });
}

/** When the person first asked or agreed, as far as that was told; of what was never told any call may be. */
async function beginningOf({ _id, capturedAt }: Lead): Promise<Date> {
  const contact = await LeadContacts.findById(_id, { 'consent.at': 1 }).lean<Pick<LeadContactRow, 'consent'>>();
  const told = [capturedAt, contact?.consent.at].flatMap((at) => (at ? [at.getTime()] : []));
  return new Date(told.length === 0 ? 0 : Math.min(...told));
}
