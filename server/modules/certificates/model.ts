import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { type CertificateDocument } from './document';

/** The certificate of one sale: issued once, never changed. */
export interface CertificateRow {
  /** Not to be guessed: whoever has it may learn that the certificate exists. */
  _id: string;
  saleId: string;
  leadId: string;
  buyerId: string;
  agencyId: string;
  document: CertificateDocument;
  seal: string;
  signature: string;
  publicKey: string;
  issuedAt: Date;
}

const { Mixed } = mongoose.Schema.Types;
const fixed = <T>(type: T) => ({ type, immutable: true });

export const Certificates = mongoose.model(
  'Certificate',
  new mongoose.Schema<CertificateRow>(
    {
      _id: String,
      saleId: fixed(String),
      leadId: fixed(String),
      buyerId: fixed(String),
      agencyId: fixed(String),
      document: fixed(Mixed),
      seal: fixed(String),
      signature: fixed(String),
      publicKey: fixed(String),
      issuedAt: fixed(Date),
    },
    { collection: 'certificates', versionKey: false, minimize: false },
  ),
);

interface SigningKeyRow {
  _id: string;
  since: Date;
  /** A keyed hash of the key: nobody makes a key of this market by writing into the database. */
  seal: string;
}

/** The keys that this market ever signed with: what an older key signed stays good after the secret is another. */
export const SigningKeys = mongoose.model(
  'SigningKey',
  new mongoose.Schema<SigningKeyRow>(
    { _id: String, since: fixed(Date), seal: fixed(String) },
    { collection: 'signing_keys', versionKey: false },
  ),
);

const text = { bsonType: 'string', minLength: 1 };

export const certificateCollections: CollectionSpec[] = [
  {
    name: 'certificates',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['saleId', 'leadId', 'buyerId', 'agencyId', 'document', 'seal', 'signature', 'publicKey', 'issuedAt'],
        properties: {
          saleId: text,
          leadId: text,
          buyerId: text,
          agencyId: text,
          document: { bsonType: 'object', required: ['id', 'saleId', 'leadId', 'text', 'textHash', 'recipients'] },
          seal: text,
          signature: text,
          publicKey: text,
          issuedAt: { bsonType: 'date' },
        },
      },
    },
    indexes: [{ key: { saleId: 1 }, unique: true }, { key: { leadId: 1 } }],
  },
  { name: 'signing_keys', indexes: [] },
];
