import { type RemoveOwnListInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { inTransaction } from '../../platform/transaction';
import { clearEntries } from './clearLists';
import { ownListOf, takeTurn } from './findList';
import { OwnLists } from './model';

/** Removes a list and its entries. It counts as completed all the same: else changes would have no limit. */
export async function removeOwnList(viewer: Viewer, { ownListId }: RemoveOwnListInput): Promise<{ removedId: string }> {
  const { organisationId, personId } = viewer;
  await inTransaction(async () => {
    await takeTurn(organisationId);
    const { entryCount } = await ownListOf(viewer, ownListId);
    await OwnLists.updateOne({ _id: ownListId }, { $set: { state: 'GONE' } });
    await recordAct({ actor: personId, act: 'removeOwnList', subject: organisationId, before: { entryCount } });
  });
  await clearEntries(ownListId);
  return { removedId: ownListId };
}
