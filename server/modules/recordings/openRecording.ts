import { type OpenRecordingInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { after, MINUTE, now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { takeFrom } from '../../platform/limits';
import { requireReason } from '../../platform/reasons';
import { signToken } from '../../platform/seal';
import { openSaleOf } from '../desk';
import { type CallRecording, recordLook, soundAddress, storedRecording, wordsOfRecording } from '../leads';

/** So long the address of an opened recording plays. */
const OPEN_MS = 15 * MINUTE;
const OPENINGS_PER_HOUR = 200;

/** What the address of an opened recording carries, signed: whose it is and on what ground. */
export interface Opening {
  recordingId: string;
  saleId: string | null;
  viewer: Omit<Viewer, 'isSystem'>;
}

export const PURPOSE = 'recording';

/**
 * Opens a recording to its agency, to the buyer while the sale is not refunded, and to staff for a reason. The opening is
 * recorded first; then an address is given that plays for a quarter of an hour, to this session alone and as long as it
 * lives.
 */
export async function openRecording(viewer: Viewer, { recordingId, reason }: OpenRecordingInput) {
  const words = wordsFor(viewer, reason);
  await takeFrom('open-recording', viewer.personId, OPENINGS_PER_HOUR, 3600);
  const recording = await storedRecording(recordingId);
  if (!recording) throw notFound('recording');
  const saleId = await groundOf(viewer, recording);
  await recordLook(viewer, { leadId: recording.leadId, reason: words, ...(saleId ? { saleId } : {}) });
  const { isSystem: _never, ...person } = viewer;
  const opening: Opening = { recordingId, saleId, viewer: person };
  const key = signToken(PURPOSE, opening, OPEN_MS / 1000);
  return {
    ...wordsOfRecording(recording),
    address: `${soundAddress(recordingId)}?key=${key}`,
    expiresAt: after(now(), OPEN_MS),
  };
}

/** Staff say why; to the others the recording is theirs. */
const wordsFor = ({ organisationKind }: Viewer, reason: string | null | undefined): string =>
  organisationKind === 'PLATFORM' ? `recorded call: ${requireReason(reason ?? '')}` : 'recorded call';

/** The sale by which a buyer may hear it; null for those who need none. Refuses whoever may not. */
async function groundOf(viewer: Viewer, { leadId, agencyId }: CallRecording): Promise<string | null> {
  if (viewer.organisationKind === 'PLATFORM') return null;
  if (viewer.organisationKind === 'AGENCY') {
    if (viewer.organisationId !== agencyId) throw notFound('recording');
    return null;
  }
  const saleId = await openSaleOf(viewer, leadId);
  if (!saleId) throw notFound('recording');
  return saleId;
}
