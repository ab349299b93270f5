import mongoose from '../../../platform/mongoose';

/** One look at one contact, or at rows of an upload, written before they are opened. */
export interface DisclosureRow {
  _id: string;
  /** Null for a look at an upload. */
  leadId: string | null;
  /** The upload, and how many of its rows were shown at most. */
  batchId?: string;
  rows?: number;
  basis: 'OWNER' | 'SALE' | 'STAFF' | 'SUBJECT';
  saleId: string | null;
  organisationId: string;
  personId: string;
  reason: string;
  at: Date;
}

export const Disclosures = mongoose.model(
  'Disclosure',
  new mongoose.Schema<DisclosureRow>(
    {
      _id: String,
      leadId: String,
      batchId: String,
      rows: Number,
      basis: String,
      saleId: String,
      organisationId: String,
      personId: String,
      reason: String,
      at: Date,
    },
    { collection: 'disclosures', versionKey: false, minimize: false },
  ),
);
