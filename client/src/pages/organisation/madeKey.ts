import type { ApiKeyFieldsFragment } from '../../generated/organisation';

/** An API key that was just made, with its secret. */
export interface MadeKey {
  name: string;
  secret: string;
  scopes: ApiKeyFieldsFragment['scopes'];
}
