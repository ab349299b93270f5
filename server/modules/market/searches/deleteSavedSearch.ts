import { type DeleteSavedSearchInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { notFound } from '../../../platform/errors';
import { SavedSearches } from './model';

/** Forgets a search of the viewer's business. Throws NotFound. */
export async function deleteSavedSearch({ organisationId }: Viewer, { id }: DeleteSavedSearchInput): Promise<string> {
  const { deletedCount } = await SavedSearches.deleteOne({ _id: id, buyerId: organisationId });
  if (deletedCount === 0) throw notFound('saved search');
  return id;
}
