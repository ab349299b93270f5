import { type Viewer } from '../../graphql/viewer';
import { once } from '../../platform/idempotency';

/**
 * Does `work` once for the caller's key, in one transaction, and gives a repeat what it gave before; other input under
 * the key is a Conflict. Without a key it does it each time. The answer must be plain data: give ids, read the rest anew.
 */
export const onceIfKeyed = <T>(
  { organisationId }: Viewer,
  operation: string,
  input: { clientKey?: string | null | undefined },
  work: () => Promise<T>,
): Promise<T> => {
  const { clientKey } = input;
  return clientKey ? once({ actor: organisationId, operation, key: clientKey, input }, work) : work();
};
