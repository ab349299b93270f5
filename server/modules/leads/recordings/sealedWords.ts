import { openFields, sealFields, type SealedFields } from '../../../platform/seal';
import { type CallRecording } from './model';

const COLLECTION = 'call_recordings';

/** Who called, and what was asked. */
export interface CallWords {
  caller: string;
  asked: string;
}

export const sealWords = (recordingId: string, { caller, asked }: CallWords): SealedFields =>
  sealFields(COLLECTION, recordingId, { caller, asked });

/** Called only after the opening was recorded. */
export function openWords({ _id, sealed }: Pick<CallRecording, '_id' | 'sealed'>): CallWords {
  const { caller, asked } = openFields(COLLECTION, _id, sealed);
  return { caller: caller ?? '', asked: asked ?? '' };
}
