import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';
import { type SealedFields } from '../../../platform/seal';
import { type Channel } from '../../leads';

/** Who said that a visitor did what the business hoped for: its own server, by a signature, or a browser, by nothing. */
const SAID_BY = ['SERVER', 'BROWSER'] as const;
export type SaidBy = (typeof SAID_BY)[number];

/** That somebody who came by a click did what the business hoped for. What the click tells is kept with it: clicks go sooner. */
export interface Conversion {
  _id: string;
  clickId: string;
  campaignId: string;
  businessId: string;
  agencyId: string;
  linkId: string;
  regionId: string;
  subId: string;
  saidBy: SaidBy;
  /** What it was, in a word of the business. */
  kind: string;
  /** The business's own reference; once for each of a click. Empty where it gave none. */
  order: string;
  valueMinor: bigint | number | null;
  currency: string | null;
  /** When it happened: as the server said, else when it was heard of. */
  at: Date;
  /** When the market heard of it, by its own clock: no word of the business can move this. */
  receivedAt: Date;
  clickAt: Date;
  /** From the click to it. */
  seconds: number;
  /** Sooner than people do it. */
  isQuick: boolean;
  /** Whether its click was billed; null until that is judged. */
  isBilled: boolean | null;
  /** Whether the browser that said so came from where the click came from; null of a server. */
  isSameVisitor: boolean | null;
  leadId: string | null;
}

export const Conversions = mongoose.model(
  'Conversion',
  new mongoose.Schema<Conversion>(
    {
      _id: String,
      clickId: String,
      campaignId: String,
      businessId: String,
      agencyId: String,
      linkId: String,
      regionId: String,
      subId: String,
      saidBy: String,
      kind: String,
      order: String,
      valueMinor: BigInt,
      currency: String,
      at: Date,
      receivedAt: Date,
      clickAt: Date,
      seconds: Number,
      isQuick: Boolean,
      isBilled: Boolean,
      isSameVisitor: Boolean,
      leadId: String,
    },
    { collection: 'conversions', versionKey: false },
  ),
);

/** By what a business's own server is known. The newest is in use; the one before is good until it ends. */
export interface ConversionSecret {
  _id: string;
  businessId: string;
  sealed: SealedFields;
  createdBy: string;
  createdAt: Date;
  endsAt: Date | null;
}

export const ConversionSecrets = mongoose.model(
  'ConversionSecret',
  new mongoose.Schema<ConversionSecret>(
    {
      _id: String,
      businessId: String,
      sealed: mongoose.Schema.Types.Mixed,
      createdBy: String,
      createdAt: Date,
      endsAt: Date,
    },
    { collection: 'conversion_secrets', versionKey: false },
  ),
);

/** Somebody who came by a click and left a contact with the business. No sale: nothing more is paid than the click. */
export interface ClickLead {
  _id: string;
  conversionId: string;
  clickId: string;
  campaignId: string;
  businessId: string;
  agencyId: string;
  nicheId: string;
  regionId: string;
  /** That of the link of the click; missing of people from before it was asked. */
  channel?: Channel;
  subId: string;
  at: Date;
  sealed: SealedFields;
  phoneHash: string | null;
  emailHash: string | null;
  /** Where the business is told that it has the person. */
  ownPeople: string[];
  keptUntil: Date;
}

export const ClickLeads = mongoose.model(
  'ClickLead',
  new mongoose.Schema<ClickLead>(
    {
      _id: String,
      conversionId: String,
      clickId: String,
      campaignId: String,
      businessId: String,
      agencyId: String,
      nicheId: String,
      regionId: String,
      channel: String,
      subId: String,
      at: Date,
      sealed: mongoose.Schema.Types.Mixed,
      phoneHash: String,
      emailHash: String,
      ownPeople: [String],
      keptUntil: Date,
    },
    { collection: 'click_leads', versionKey: false },
  ),
);

const text = { bsonType: 'string', minLength: 1 };
const moment = { bsonType: 'date' };

export const conversionCollections: CollectionSpec[] = [
  {
    name: 'conversions',
    watched: true,
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['clickId', 'campaignId', 'businessId', 'agencyId', 'saidBy', 'at', 'receivedAt', 'clickAt'],
        properties: {
          clickId: text,
          campaignId: text,
          businessId: text,
          saidBy: { enum: [...SAID_BY] },
          valueMinor: { bsonType: ['int', 'long', 'null'], minimum: 0 },
          at: moment,
          receivedAt: moment,
        },
      },
      // What anybody can say brings no money, no person and no order.
      $expr: {
        $or: [
          { $eq: ['$saidBy', 'SERVER'] },
          { $and: [{ $eq: ['$valueMinor', null] }, { $eq: ['$leadId', null] }, { $eq: ['$order', ''] }] },
        ],
      },
    },
    indexes: [
      { key: { clickId: 1, order: 1 }, unique: true },
      { key: { campaignId: 1, at: -1, _id: -1 } },
      { key: { businessId: 1, at: -1, _id: -1 } },
      { key: { agencyId: 1, at: -1, _id: -1 } },
      { key: { at: 1 } },
    ],
  },
  {
    name: 'conversion_secrets',
    validator: {
      $jsonSchema: { bsonType: 'object', required: ['businessId', 'sealed', 'createdBy', 'createdAt'] },
    },
    indexes: [{ key: { businessId: 1, createdAt: -1 } }],
  },
  {
    name: 'click_leads',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['conversionId', 'clickId', 'businessId', 'sealed', 'keptUntil'],
        properties: { conversionId: text, clickId: text, businessId: text, keptUntil: moment },
      },
    },
    indexes: [
      { key: { campaignId: 1, at: -1, _id: -1 } },
      { key: { businessId: 1, at: -1, _id: -1 } },
      { key: { phoneHash: 1 } },
      { key: { emailHash: 1 } },
      { key: { keptUntil: 1 } },
    ],
  },
];
