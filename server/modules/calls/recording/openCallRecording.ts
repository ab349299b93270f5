import { type OpenCallRecordingInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { after, MINUTE, now } from '../../../platform/clock';
import { notFound } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { takeFrom } from '../../../platform/limits';
import { requireReason } from '../../../platform/reasons';
import { signToken } from '../../../platform/seal';
import { requireLiveSession } from '../../accounts';
import { CallLooks } from '../model';
import { mayHear } from '../policy';
import { callSeenBy } from '../readCalls';

/** So long the address of an opened recording plays. */
const OPEN_MS = 15 * MINUTE;
const OPENINGS_PER_HOUR = 200;

/** What the address of an opened recording carries, signed. */
export interface Opening {
  callId: string;
  viewer: Omit<Viewer, 'isSystem'>;
}

export const PURPOSE = 'call-recording';
export const soundAddress = (callId: string): string => `/api/calls/${callId}/audio`;

/**
 * Opens the recording of a billed call to its business, its agency and, for a reason, to staff. The opening is recorded
 * first; then an address is given that plays for a quarter of an hour, to this session alone and as long as it lives.
 */
export async function openCallRecording(viewer: Viewer, { callId, reason }: OpenCallRecordingInput) {
  const words = viewer.organisationKind === 'PLATFORM' ? requireReason(reason ?? '') : 'recorded call';
  await takeFrom('open-call', viewer.personId, OPENINGS_PER_HOUR, 3600);
  const call = await callSeenBy(viewer, callId);
  if (!call || !mayHear(viewer, call)) throw notFound('recording');
  await requireLiveSession(viewer);
  const { organisationId, personId } = viewer;
  const at = now();
  await CallLooks.insertMany([
    { _id: newId('calllook'), callId, what: 'RECORDING', organisationId, personId, reason: words, at },
  ]);
  const { isSystem: _never, ...person } = viewer;
  const opening: Opening = { callId, viewer: person };
  return {
    address: `${soundAddress(callId)}?key=${signToken(PURPOSE, opening, OPEN_MS / 1000)}`,
    expiresAt: after(at, OPEN_MS),
    seconds: call.recording.seconds,
  };
}
