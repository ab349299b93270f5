import { after, DAY } from '../../platform/clock';
import { type OwnListRow, OwnListEntries, OwnLists } from './model';

const AT_ONCE = 100;

/** Ends lists that another one has replaced or that nobody completed, and removes the entries of those that are gone. */
export async function clearLists(at: Date): Promise<number> {
  const ripe = await OwnLists.find({ state: 'COMPLETE', answersFrom: { $lte: at } }, { organisationId: 1 })
    .sort({ organisationId: 1, answersFrom: 1 })
    .lean<Pick<OwnListRow, '_id' | 'organisationId'>[]>();
  // Of each business the last is in force.
  const replaced = ripe.filter(({ organisationId }, index) => ripe[index + 1]?.organisationId === organisationId);
  await OwnLists.updateMany({ _id: { $in: replaced.map(({ _id }) => _id) } }, { $set: { state: 'GONE' } });
  await OwnLists.updateMany({ state: 'UPLOADING', startedAt: { $lt: after(at, -DAY) } }, { $set: { state: 'GONE' } });
  const gone = await OwnLists.find({ state: 'GONE', isCleared: false }, { _id: 1 }).limit(AT_ONCE).lean();
  for (const { _id } of gone) await clearEntries(_id);
  return gone.length;
}

/** Removes the entries of a list that is gone. */
export async function clearEntries(listId: string): Promise<void> {
  await OwnListEntries.deleteMany({ listId });
  await OwnLists.updateOne({ _id: listId, state: 'GONE' }, { $set: { isCleared: true } });
}
