import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { type SealedFields } from '../../platform/seal';

const MESSAGE_CHANNELS = ['EMAIL', 'SMS'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** What a person is sent. */
export interface Message {
  channel: MessageChannel;
  to: string;
  /** Of a letter; text messages have none. */
  subject?: string;
  text: string;
}

/** A message that waits to be sent. To whom and what lie sealed, and are gone once it is. */
export interface MessageRow {
  _id: string;
  channel: MessageChannel;
  sealed: SealedFields | null;
  createdAt: Date;
  /** What it says is worth nothing after this, so it is sent no more. */
  expiresAt: Date;
}

const { Mixed } = mongoose.Schema.Types;

const modelOf = (name: string, collection: string) =>
  mongoose.model(
    name,
    new mongoose.Schema<MessageRow>(
      { _id: String, channel: String, sealed: Mixed, createdAt: Date, expiresAt: Date },
      { collection, versionKey: false, minimize: false },
    ),
  );

export const WAITING = 'messages';
export const CAUGHT = 'caught_messages';

export const Messages = modelOf('Message', WAITING);

/** What would have been sent by a server that has nothing to send by. */
export const CaughtMessages = modelOf('CaughtMessage', CAUGHT);

const validator = {
  $jsonSchema: {
    bsonType: 'object',
    required: ['channel', 'createdAt', 'expiresAt'],
    properties: { channel: { enum: [...MESSAGE_CHANNELS] }, expiresAt: { bsonType: 'date' } },
  },
};

export const collections: CollectionSpec[] = [
  { name: WAITING, validator, indexes: [{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }] },
  {
    name: CAUGHT,
    validator,
    indexes: [{ key: { createdAt: -1, _id: -1 } }, { key: { expiresAt: 1 }, expireAfterSeconds: 0 }],
  },
];
