import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';
import { type SealedFields } from '../../../platform/seal';
import { AUDIO_TYPES, type AudioKind } from './audioKind';

/** A call with the person of a lead, as its agency recorded it. */
export interface CallRecording {
  _id: string;
  leadId: string;
  agencyId: string;
  /** ANNOUNCED until its sound is there; only then it proves anything. */
  state: 'ANNOUNCED' | 'STORED';
  calledAt: Date;
  /** As announced until the sound is there; from then on what its bytes say. */
  durationSeconds: number;
  /** Who called and what was asked: sealed, for a question may name the person. */
  sealed: SealedFields;
  inputHash: string;
  kind: AudioKind | null;
  fileId: string | null;
  bytes: number | null;
  createdBy: string;
  announcedAt: Date;
  storedAt: Date | null;
}

export const CallRecordings = mongoose.model(
  'CallRecording',
  new mongoose.Schema<CallRecording>(
    {
      _id: String,
      leadId: String,
      agencyId: String,
      state: String,
      calledAt: Date,
      durationSeconds: Number,
      sealed: mongoose.Schema.Types.Mixed,
      inputHash: String,
      kind: String,
      fileId: String,
      bytes: Number,
      createdBy: String,
      announcedAt: Date,
      storedAt: Date,
    },
    { collection: 'call_recordings', versionKey: false, minimize: false },
  ),
);

const text = { bsonType: 'string', minLength: 1 };

export const recordingCollection: CollectionSpec = {
  name: 'call_recordings',
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      required: ['leadId', 'agencyId', 'state', 'calledAt', 'sealed'],
      properties: {
        leadId: text,
        agencyId: text,
        state: { enum: ['ANNOUNCED', 'STORED'] },
        kind: { enum: [...Object.keys(AUDIO_TYPES), null] },
      },
    },
    // What is stored has its file.
    $expr: { $eq: [{ $eq: ['$state', 'STORED'] }, { $eq: [{ $type: '$fileId' }, 'string'] }] },
  },
  indexes: [
    { key: { leadId: 1, calledAt: -1 } },
    { key: { fileId: 1 }, partialFilterExpression: { state: 'STORED' } },
    { key: { announcedAt: 1 }, name: 'announced', partialFilterExpression: { state: 'ANNOUNCED' } },
  ],
};
