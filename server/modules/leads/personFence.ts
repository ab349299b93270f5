import mongoose from '../../platform/mongoose';
import { type CollectionSpec, type Migration } from '../../platform/manifest';
import { known } from './known';
import { type ContactHashes } from './vault/sealContact';

/**
 * Two transactions that judge the same person at the same moment each see no lead of that person yet. So each writes
 * the fences of its people's hashes first: the second meets a write conflict, starts again, and then sees the first's
 * lead. A fence stands for all hashes of one first letter, so that a person costs no document of its own.
 */
interface Fence {
  _id: string;
  turn: number;
}

const Fences = mongoose.model(
  'PersonFence',
  new mongoose.Schema<Fence>({ _id: String, turn: Number }, { collection: 'person_fences', versionKey: false }),
);

export const fenceCollection: CollectionSpec = { name: 'person_fences', indexes: [] };

/** The letters that a base64url hash begins with. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export const raiseFences: Migration = {
  name: '0040-person-fences',
  async up() {
    await Fences.bulkWrite(
      [...LETTERS].map((_id) => ({
        updateOne: { filter: { _id }, update: { $setOnInsert: { turn: 0 } }, upsert: true },
      })),
    );
  },
};

/** Takes the fences of these people until the open transaction ends. One command, before the duplicates are read. */
export async function takeFences(people: readonly ContactHashes[]): Promise<void> {
  const hashes = known(people.flatMap(({ phoneHash, emailHash }) => [phoneHash, emailHash]));
  const letters = [...new Set(hashes.map((hash) => hash[0]!))].sort();
  if (letters.length > 0) await Fences.updateMany({ _id: { $in: letters } }, { $inc: { turn: 1 } });
}
