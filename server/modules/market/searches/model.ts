import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';
import { type MarketFilter, type MarketSort } from '../board';

/** A search that a business keeps; its id is made of the business and the name, so a name stands for one search. */
export interface SavedSearch {
  _id: string;
  buyerId: string;
  name: string;
  /** As the board takes it. */
  filter: MarketFilter;
  sort: MarketSort;
  /** Missing where nobody chose, or the search is from before one could. */
  view?: 'ROWS' | 'CARDS' | null;
  savedAt: Date;
}

export const SavedSearches = mongoose.model(
  'SavedSearch',
  new mongoose.Schema<SavedSearch>(
    {
      _id: String,
      buyerId: String,
      name: String,
      filter: mongoose.Schema.Types.Mixed,
      sort: String,
      view: String,
      savedAt: Date,
    },
    { collection: 'saved_searches', versionKey: false, minimize: false },
  ),
);

export const searchCollection: CollectionSpec = {
  name: 'saved_searches',
  indexes: [{ key: { buyerId: 1, name: 1 }, unique: true }],
};
