import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';

/** What was refused of a purchase, as it is answered again to a repeat. */
export interface StoredRefusal {
  listingId: string;
  typename: string;
  message: string;
  shortfallMinor: bigint | number | null;
}

/**
 * A purchase of as many as possible: its sales are made one by one, and this row makes them one purchase. While it is
 * open its items can be sold; closed, its answer stands for ever. A purchase of all or nothing needs no such row: its
 * sales are made together, and say it themselves.
 */
export interface PurchaseRow {
  _id: string;
  buyerId: string;
  quoteId: string;
  reqHash: string;
  /** The listings of the quote, in its order. */
  listingIds: string[];
  isClosed: boolean;
  /** How many sales it has made: the number of the next one. */
  made: number;
  refusals: StoredRefusal[];
  at: Date;
}

export const Purchases = mongoose.model(
  'Purchase',
  new mongoose.Schema<PurchaseRow>(
    {
      _id: String,
      buyerId: String,
      quoteId: String,
      reqHash: String,
      listingIds: [String],
      isClosed: Boolean,
      made: Number,
      refusals: [
        new mongoose.Schema<StoredRefusal>(
          { listingId: String, typename: String, message: String, shortfallMinor: BigInt },
          { _id: false },
        ),
      ],
      at: Date,
    },
    { collection: 'purchases', versionKey: false },
  ),
);

export const purchaseCollection: CollectionSpec = { name: 'purchases', indexes: [] };
