import mongoose from '../../../platform/mongoose';
import { statFile } from '../../../platform/files';
import { conflict } from '../../../platform/errors';
import { type CollectionSpec, type Migration } from '../../../platform/manifest';
import { keyedHash } from '../../../platform/seal';
import { LeadContacts, type LeadContactRow } from '../model';
import { type CallRecording, CallRecordings } from './model';

/**
 * Of which phone a sound was a call. Kept when the sound is removed: its hash tells nothing to who has not the very
 * sound, and the phone can be compared with but not found by it.
 */
interface RecordedSound {
  /** A keyed hash of the sound. */
  _id: string;
  phone: string;
}

const RecordedSounds = mongoose.model(
  'RecordedSound',
  new mongoose.Schema<RecordedSound>(
    { _id: String, phone: String },
    { collection: 'recorded_sounds', versionKey: false },
  ),
);

export const recordedSoundCollection: CollectionSpec = {
  name: 'recorded_sounds',
  validator: {
    $jsonSchema: { bsonType: 'object', required: ['phone'], properties: { phone: { bsonType: 'string' } } },
  },
  indexes: [],
};

async function rowOf(sha256: string, leadId: string): Promise<RecordedSound> {
  const contact = await LeadContacts.findById(leadId, { phoneHash: 1 }).lean<Pick<LeadContactRow, 'phoneHash'>>();
  const of = contact?.phoneHash ?? leadId;
  return { _id: keyedHash('recordedSound', sha256), phone: keyedHash('phoneOfSound', `${sha256} ${of}`) };
}

/**
 * Notes of whom a sound is, in the open transaction: one call proves the phone of one person, for each of their requests.
 * Of two at once the second meets a duplicate key, and finds the first when it is tried again. Throws Conflict.
 */
export async function noteSound(sha256: string, leadId: string): Promise<void> {
  const row = await rowOf(sha256, leadId);
  const kept = await RecordedSounds.findById(row._id).lean<RecordedSound>();
  if (kept && kept.phone !== row.phone)
    throw conflict('This very sound was sent for a request of another phone already. Send the call with this person.');
  if (!kept) await RecordedSounds.insertMany([row], { lean: true });
}

/** Of sounds that were stored for several phones the first keeps it. */
export const soundsOfRecordings: Migration = {
  name: '0079-sounds-are-of-one-phone',
  async up() {
    const stored = CallRecordings.find({ state: 'STORED' }).sort({ storedAt: 1 }).lean<CallRecording[]>().cursor();
    for await (const { fileId, leadId } of stored) {
      const file = await statFile(fileId!);
      if (!file) continue;
      const { _id, phone } = await rowOf(file.sha256, leadId);
      await RecordedSounds.updateOne({ _id }, { $setOnInsert: { phone } }, { upsert: true });
    }
  },
};
