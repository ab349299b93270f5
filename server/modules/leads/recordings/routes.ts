import { type Request, type Response, type Router } from 'express';
import { discardRest } from '../../../http/discardRest';
import { liveViewerOf } from '../../../http/viewerOf';
import { forbidden, invalidInput, UserError } from '../../../platform/errors';
import { takeFrom } from '../../../platform/limits';
import { soundAddress } from './address';
import { MOST_RECORDING_BYTES, receiveRecording, recordingTooLarge } from './receiveRecording';

const UPLOADS_AN_HOUR = 300;

const STATUS: Record<string, number> = {
  NotFound: 404,
  Conflict: 409,
  FileTooLarge: 413,
  StorageFull: 413,
  UnsupportedAudio: 415,
  UnsupportedEncoding: 415,
  OtherLength: 422,
  TooManyRequests: 429,
  Busy: 503,
};

/** `PUT /api/recordings/:id/audio`: the sound of a recording, byte for byte; it is never held whole. */
export function recordingRoutes(router: Router): void {
  router.put(soundAddress(':id'), async (request: Request<{ id: string }>, response: Response) => {
    try {
      await putSound(request, response);
    } catch (error) {
      if (response.headersSent) return void response.destroy();
      if (!(error instanceof UserError)) throw error;
      response.status(STATUS[error.typename] ?? 400).json({ error: error.typename, message: error.message });
    } finally {
      discardRest(request);
    }
  });
}

async function putSound(request: Request<{ id: string }>, response: Response): Promise<void> {
  const viewer = await liveViewerOf(request);
  if (viewer.organisationKind !== 'AGENCY') throw forbidden();
  await takeFrom('upload-recording', viewer.organisationId, UPLOADS_AN_HOUR, 3600);
  const { headers } = request;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new UserError('UnsupportedEncoding', 'Send the recording as it is, without a content encoding.');
  if (headers['content-type']?.startsWith('multipart/'))
    throw invalidInput('Send the bytes of the recording as the body, not a form.');
  const bytes = headers['content-length'] === undefined ? null : Number(headers['content-length']);
  if ((bytes ?? 0) > MOST_RECORDING_BYTES) throw recordingTooLarge();
  const { _id, kind, bytes: stored } = await receiveRecording(viewer, request.params.id, request, bytes);
  response.json({ recordingId: _id, kind, bytes: stored });
}
