import { idFrom } from '../../platform/ids';
import { now } from '../../platform/clock';
import { ownPersonId } from './hashes';
import { OwnLists, OwnPeople } from './model';
import { answersFrom } from './rules';

const standingIdOf = (organisationId: string): string => idFrom('ownlist', 'people', organisationId);

/**
 * Notes in the open transaction that a business has somebody, by the hashes that lists are compared by, until a moment.
 * They answer when a list that was completed now would: whoever makes people up learns no sooner than by a list. Answers
 * with the ids by which they are forgotten.
 */
export async function keepOwnPeople(
  organisationId: string,
  listHashes: readonly string[],
  keptUntil: Date,
): Promise<string[]> {
  const ids = listHashes.map((hash) => ownPersonId(organisationId, hash));
  if (ids.length === 0) return [];
  const at = now();
  const ripe = answersFrom(at);
  await OwnPeople.bulkWrite(
    ids.map((_id) => ({
      updateOne: {
        filter: { _id },
        update: { $setOnInsert: { organisationId, answersFrom: ripe }, $max: { keptUntil } },
        upsert: true,
      },
    })),
  );
  const standing = { organisationId, uploadedBy: 'market', entryCount: 0, startedAt: at, completedAt: null };
  await OwnLists.updateOne(
    { _id: standingIdOf(organisationId) },
    { $setOnInsert: { ...standing, state: 'STANDING', answersFrom: ripe, isCleared: false } },
    { upsert: true },
  );
  return ids;
}

/** Forgets people in the open transaction. */
export async function forgetOwnPeople(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await OwnPeople.deleteMany({ _id: { $in: [...ids] } });
}

/** Which of these answer at a moment. */
export async function ripePeople(ids: readonly string[], at: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await OwnPeople.find({ _id: { $in: [...ids] }, answersFrom: { $lte: at } }, { _id: 1 }).lean();
  return rows.map(({ _id }) => _id);
}

/** Removes those whose time is over. Answers with how many. */
export async function clearPeople(at: Date): Promise<number> {
  const { deletedCount } = await OwnPeople.deleteMany({ keptUntil: { $lte: at } });
  return deletedCount;
}
