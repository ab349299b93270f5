import { purposeHash } from '../../platform/seal';

/** The id of an entry: of one list alone, so that nothing in the database tells who shares a contact with whom. */
export const entryId = (listId: string, listHash: string): string =>
  purposeHash('own-list-entry', `${listId}:${listHash}`);

/** The id of somebody whom a conversion brought, of one business alone. */
export const ownPersonId = (organisationId: string, listHash: string): string =>
  purposeHash('own-person', `${organisationId}:${listHash}`);
