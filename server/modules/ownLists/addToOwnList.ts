import { type AddToOwnListInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { conflict, invalidInput } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { hashForLists } from '../leads';
import { ownListOf, takeTurn } from './findList';
import { entryId } from './hashes';
import { type OwnListRow, OwnListEntries, OwnLists } from './model';
import { isHash, OWN_LIST } from './rules';

/**
 * Keeps further entries of a list that is being sent. What arrives are plain hashes, which can be guessed through; what
 * is kept are keyed ones. The same hashes again change nothing.
 */
export async function addToOwnList(
  viewer: Viewer,
  { ownListId, hashes }: AddToOwnListInput,
): Promise<{ ownList: OwnListRow }> {
  if (hashes.length === 0 || hashes.length > OWN_LIST.hashesAtOnce)
    throw invalidInput(`Send 1 to ${OWN_LIST.hashesAtOnce} hashes at once.`, ['hashes']);
  const wrong = hashes.findIndex((hash) => !isHash(hash));
  if (wrong >= 0) throw invalidInput('A hash is SHA-256 in 64 hexadecimal digits.', ['hashes', `${wrong}`]);
  await requireUploading(viewer, ownListId);
  const ids = [...new Set(hashes.map((hash) => entryId(ownListId, hashForLists(hash.toLowerCase()))))];
  return inTransaction(async () => {
    await takeTurn(viewer.organisationId);
    const list = await requireUploading(viewer, ownListId);
    const kept = await OwnListEntries.find({ _id: { $in: ids } }, { _id: 1 }).lean();
    const known = new Set(kept.map(({ _id }) => _id));
    const fresh = ids.filter((_id) => !known.has(_id));
    const entryCount = list.entryCount + fresh.length;
    if (entryCount > OWN_LIST.mostEntries)
      throw conflict(`A list has at most ${OWN_LIST.mostEntries} entries. These were not kept.`);
    if (fresh.length > 0)
      await OwnListEntries.insertMany(
        fresh.map((_id) => ({ _id, listId: ownListId })),
        { lean: true },
      );
    await OwnLists.updateOne({ _id: ownListId }, { $set: { entryCount } });
    return { ownList: { ...list, entryCount } };
  });
}

async function requireUploading(viewer: Viewer, ownListId: string): Promise<OwnListRow> {
  const list = await ownListOf(viewer, ownListId);
  if (list.state !== 'UPLOADING') throw conflict('This list is complete. Begin a new one.');
  return list;
}
