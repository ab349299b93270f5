import { type SaveSearchInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { conflict, invalidInput } from '../../../platform/errors';
import { idFrom } from '../../../platform/ids';
import { boardFilter } from '../readMarket';
import { type SavedSearch, SavedSearches } from './model';

const MAX_NAME = 80;
const MOST_SEARCHES = 50;

/** Keeps a search for the viewer's business, in the place of one of the same name. Throws InvalidInput, Conflict. */
export async function saveSearch({ organisationId }: Viewer, input: SaveSearchInput): Promise<SavedSearch> {
  const name = input.name.trim();
  if (name === '' || name.length > MAX_NAME) throw invalidInput(`Give a name of 1 to ${MAX_NAME} letters.`, ['name']);
  const _id = idFrom('search', organisationId, name);
  const others = await SavedSearches.countDocuments({ buyerId: organisationId, _id: { $ne: _id } });
  if (others >= MOST_SEARCHES) throw conflict(`A business keeps at most ${MOST_SEARCHES} searches. Delete one first.`);
  const search = {
    buyerId: organisationId,
    name,
    filter: boardFilter(input.filter),
    sort: input.sort ?? 'NEWEST',
    view: input.view ?? null,
    savedAt: now(),
  };
  await SavedSearches.updateOne({ _id }, { $set: search }, { upsert: true });
  return { _id, ...search };
}
