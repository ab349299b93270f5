import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { foldName } from './fold';

/** By what a name is told from those beside it; undefined where it has nothing to compare, or is in nobody's way. */
export const nameKeyOf = ({ name, isRetired = false }: { name: string; isRetired?: boolean }): string | undefined =>
  (!isRetired && foldName(name)) || undefined;

/**
 * Runs what gives a name to a place of a tree. Of two at one instant neither sees the other: the database takes one, and
 * the other runs again, to find the name there.
 */
export async function inNamingTransaction<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await inTransaction(work);
  } catch (error) {
    if (duplicateKeyOf(error)?.keyPattern !== 'parentId,nameKey') throw error;
    return inTransaction(work);
  }
}
