import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';

/** A domain or phone that an organisation named as its own or as a competitor's: of firms, so it lies open. */
export interface MarkRow {
  _id: string;
  organisationId: string;
  owner: 'OWN' | 'COMPETITOR';
  kind: 'DOMAIN' | 'PHONE';
  value: string;
  /** The hash by which contacts of leads are compared. */
  hash: string;
  addedAt: Date;
}

/** An organisation bought or sold in a branch of niches; the id is made of both. */
export interface NicheTraderRow {
  _id: string;
  lastAt: Date;
}

const options = (collection: string) => ({ collection, versionKey: false as const });

export const Marks = mongoose.model(
  'OrganisationMark',
  new mongoose.Schema<MarkRow>(
    { _id: String, organisationId: String, owner: String, kind: String, value: String, hash: String, addedAt: Date },
    options('organisation_marks'),
  ),
);

export const NicheTraders = mongoose.model(
  'NicheTrader',
  new mongoose.Schema<NicheTraderRow>({ _id: String, lastAt: Date }, options('niche_traders')),
);

export const markCollections: CollectionSpec[] = [
  {
    name: 'organisation_marks',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['organisationId', 'owner', 'kind', 'value', 'hash', 'addedAt'],
        properties: { owner: { enum: ['OWN', 'COMPETITOR'] }, kind: { enum: ['DOMAIN', 'PHONE'] } },
      },
    },
    indexes: [{ key: { organisationId: 1, owner: 1, addedAt: -1 } }, { key: { hash: 1, owner: 1 } }],
  },
  { name: 'niche_traders', indexes: [] },
];
