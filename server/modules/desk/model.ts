import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { CARD_STATUSES, type CardStatus, LOST_REASONS, type LostReason } from './rules';

/** The buyer's work with one sale. */
export interface CardRow {
  _id: string;
  saleId: string;
  leadId: string;
  listingId: string;
  buyerId: string;
  agencyId: string;
  nicheId: string;
  regionId: string;
  status: CardStatus;
  lostReason: LostReason | null;
  dealMinor: bigint | number | null;
  dealCurrency: string | null;
  assigneeId: string | null;
  boughtAt: Date;
  changedAt: Date;
}

const CARD_EVENT_KINDS = [
  'BOUGHT',
  'STATUS_CHANGED',
  'ASSIGNED',
  'NOTE_ADDED',
  'DISPUTE_OPENED',
  'DISPUTE_ANSWERED',
  'DISPUTE_DECIDED',
  'REFUNDED',
  'RELEASED',
  'DENIED_BY_PERSON',
  'CONSENT_WITHDRAWN',
  'CONTACT_CORRECTED',
  'ERASED',
] as const;
export type CardEventKind = (typeof CARD_EVENT_KINDS)[number];

/** What people of the buyer wrote on a card. */
export const WRITTEN: readonly CardEventKind[] = ['NOTE_ADDED', 'STATUS_CHANGED'];

/** One line of a card's history; inserted, never changed. */
export interface CardEventRow {
  _id: string;
  cardId: string;
  at: Date;
  kind: CardEventKind;
  /** Null where the market acted. */
  personId: string | null;
  from: CardStatus | null;
  to: CardStatus | null;
  /** To whom the card was given, for ASSIGNED; null when it was taken back. */
  assigneeId: string | null;
  text: string | null;
}

export const Cards = mongoose.model(
  'Card',
  new mongoose.Schema<CardRow>(
    {
      _id: String,
      saleId: String,
      leadId: String,
      listingId: String,
      buyerId: String,
      agencyId: String,
      nicheId: String,
      regionId: String,
      status: String,
      lostReason: String,
      dealMinor: BigInt,
      dealCurrency: String,
      assigneeId: String,
      boughtAt: Date,
      changedAt: Date,
    },
    { collection: 'cards', versionKey: false },
  ),
);

export const CardEvents = mongoose.model(
  'CardEvent',
  new mongoose.Schema<CardEventRow>(
    {
      _id: String,
      cardId: String,
      at: Date,
      kind: String,
      personId: String,
      from: String,
      to: String,
      assigneeId: String,
      text: String,
    },
    { collection: 'card_events', versionKey: false },
  ),
);

const text = { bsonType: 'string' };

export const deskCollections: CollectionSpec[] = [
  {
    name: 'cards',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['saleId', 'leadId', 'buyerId', 'agencyId', 'status', 'boughtAt'],
        properties: {
          saleId: text,
          leadId: text,
          buyerId: text,
          agencyId: text,
          status: { enum: [...CARD_STATUSES] },
          lostReason: { enum: [...LOST_REASONS, null] },
          dealMinor: { bsonType: ['int', 'long', 'null'] },
        },
      },
      $expr: { $eq: [{ $eq: ['$status', 'LOST'] }, { $in: ['$lostReason', [...LOST_REASONS]] }] },
    },
    indexes: [
      { key: { saleId: 1 }, unique: true },
      { key: { buyerId: 1, boughtAt: -1, _id: -1 } },
      { key: { buyerId: 1, status: 1, boughtAt: -1, _id: -1 } },
      { key: { buyerId: 1, assigneeId: 1, boughtAt: -1, _id: -1 } },
    ],
  },
  {
    name: 'card_events',
    watched: true,
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['cardId', 'at', 'kind'],
        properties: { cardId: text, kind: { enum: [...CARD_EVENT_KINDS] } },
      },
    },
    indexes: [{ key: { cardId: 1, at: -1, _id: -1 } }, { key: { cardId: 1, kind: 1, at: -1, _id: -1 } }],
  },
];
