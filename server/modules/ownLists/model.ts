import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';

/** STANDING is no list that was sent: it says that the business has people that its conversions brought. */
const LIST_STATES = ['UPLOADING', 'COMPLETE', 'GONE', 'STANDING'] as const;

/** One list of one business. What follows from time, such as whether it is in force, is not stored. */
export interface OwnListRow {
  _id: string;
  organisationId: string;
  uploadedBy: string;
  state: (typeof LIST_STATES)[number];
  entryCount: number;
  startedAt: Date;
  completedAt: Date | null;
  answersFrom: Date | null;
  /** Whether the entries of a list that is gone are gone too. */
  isCleared: boolean;
}

/** One entry: its id is made of its list and the hash, so that two lists with the same contact have nothing in common. */
export interface OwnListEntryRow {
  _id: string;
  listId: string;
}

/** Somebody who came to a business by a visit that it paid for. The id is made of the business and the hash. */
export interface OwnPersonRow {
  _id: string;
  organisationId: string;
  /** It ripens as a list does. */
  answersFrom: Date;
  keptUntil: Date;
}

/**
 * What was answered about one lead to one business, once for all: whoever changes the list and asks again hears the same,
 * so that the entry which was met cannot be narrowed down. Also the record of who asked.
 */
export interface OwnListAnswerRow {
  _id: string;
  organisationId: string;
  personId: string;
  listId: string;
  leadId: string;
  isListed: boolean;
  at: Date;
}

/** One row a business, which its changes and its askings meet on. */
export interface OwnListTurnRow {
  _id: string;
  turn: number;
  day: string;
  asked: number;
}

const options = (collection: string) => ({ collection, versionKey: false as const });

export const OwnLists = mongoose.model(
  'OwnList',
  new mongoose.Schema<OwnListRow>(
    {
      _id: String,
      organisationId: String,
      uploadedBy: String,
      state: String,
      entryCount: Number,
      startedAt: Date,
      completedAt: Date,
      answersFrom: Date,
      isCleared: Boolean,
    },
    options('own_lists'),
  ),
);

export const OwnListEntries = mongoose.model(
  'OwnListEntry',
  new mongoose.Schema<OwnListEntryRow>({ _id: String, listId: String }, options('own_list_entries')),
);

export const OwnPeople = mongoose.model(
  'OwnPerson',
  new mongoose.Schema<OwnPersonRow>(
    { _id: String, organisationId: String, answersFrom: Date, keptUntil: Date },
    options('own_people'),
  ),
);

export const OwnListAnswers = mongoose.model(
  'OwnListAnswer',
  new mongoose.Schema<OwnListAnswerRow>(
    {
      _id: String,
      organisationId: String,
      personId: String,
      listId: String,
      leadId: String,
      isListed: Boolean,
      at: Date,
    },
    options('own_list_answers'),
  ),
);

export const OwnListTurns = mongoose.model(
  'OwnListTurn',
  new mongoose.Schema<OwnListTurnRow>(
    { _id: String, turn: Number, day: String, asked: Number },
    options('own_list_turns'),
  ),
);

const YEAR_SECONDS = 365 * 86_400;
const text = { bsonType: 'string', minLength: 1 };
const moment = { bsonType: 'date' };

export const collections: CollectionSpec[] = [
  {
    name: 'own_lists',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['organisationId', 'uploadedBy', 'state', 'entryCount', 'startedAt'],
        properties: {
          organisationId: text,
          state: { enum: [...LIST_STATES] },
          entryCount: { bsonType: ['int', 'long', 'double'], minimum: 0 },
        },
      },
    },
    indexes: [
      { key: { organisationId: 1, startedAt: -1 } },
      { key: { state: 1, organisationId: 1, answersFrom: 1 } },
      { key: { isCleared: 1 }, name: 'to_clear', partialFilterExpression: { state: 'GONE', isCleared: false } },
    ],
  },
  {
    name: 'own_list_entries',
    // No further field may be written: a contact in the open, or its plain hash, has no place here.
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['_id', 'listId'],
        properties: { _id: text, listId: text },
        additionalProperties: false,
      },
    },
    indexes: [{ key: { listId: 1 } }],
  },
  {
    name: 'own_people',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['_id', 'organisationId', 'answersFrom', 'keptUntil'],
        properties: { _id: text, organisationId: text, answersFrom: moment, keptUntil: moment },
        additionalProperties: false,
      },
    },
    indexes: [{ key: { keptUntil: 1 } }],
  },
  {
    name: 'own_list_answers',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['organisationId', 'personId', 'listId', 'leadId', 'isListed', 'at'],
        properties: { isListed: { bsonType: 'bool' }, at: { bsonType: 'date' } },
      },
    },
    indexes: [{ key: { organisationId: 1, at: -1 } }, { key: { at: 1 }, expireAfterSeconds: YEAR_SECONDS }],
  },
  { name: 'own_list_turns', indexes: [] },
];
