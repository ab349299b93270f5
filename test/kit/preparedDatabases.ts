import { type Db, MongoClient } from 'mongodb';
import { sha256 } from '../../server/platform/seal';

/**
 * Making a database with its collections, indexes, regions and niches takes a second; emptying one that is made takes a
 * tenth. So a test file takes one that an earlier file of its worker has left, emptied of all that file wrote. One whose
 * fixed data is not as it was made, or that holds much, is let lie.
 */
export interface Prepared {
  name: string;
  /** What the collections hold that are not empty from the start, by name. */
  fixed: Record<string, string>;
}

/** Rows to lock by, made once: what is counted in them says nothing. */
const KEPT = ['person_fences'];
/** Taken while a database is made, and as good as empty when it is: emptied like all that is written later. */
const LOCKS = 'locks';
const MUCH = 500;

// Lives as long as the worker does, where modules live as long as their test file.
const left = ((process as unknown as Record<symbol, Prepared[]>)[Symbol.for('leadbourse.preparedDatabases')] ??= []);

/** A database of this worker that is as if just made; null when none is left. */
export async function takePrepared(uri: string): Promise<Prepared | null> {
  const client = new MongoClient(uri);
  try {
    for (let one = left.pop(); one; one = left.pop()) if (await isEmptied(client.db(one.name), one)) return one;
    return null;
  } finally {
    await client.close();
  }
}

export const leavePrepared = (one: Prepared): void => void left.push(one);

/** What a database that was just made holds. */
export async function fixedDataOf(db: Db): Promise<Prepared['fixed']> {
  const fixed: Prepared['fixed'] = {};
  for (const name of await namesOf(db)) {
    if (name === LOCKS || KEPT.includes(name)) continue;
    const print = await printOf(db, name);
    if (print) fixed[name] = print;
  }
  return fixed;
}

async function isEmptied(db: Db, { fixed }: Prepared): Promise<boolean> {
  const emptied = await Promise.all(
    (await namesOf(db)).map(async (name) => {
      if (KEPT.includes(name)) return true;
      if (fixed[name]) return (await printOf(db, name)) === fixed[name];
      const count = await db.collection(name).estimatedDocumentCount();
      if (count > MUCH) return false;
      if (count > 0) await db.collection(name).deleteMany({});
      return true;
    }),
  );
  return emptied.every(Boolean);
}

const namesOf = async (db: Db): Promise<string[]> =>
  (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);

async function printOf(db: Db, name: string): Promise<string | null> {
  const rows = await db.collection(name).find().sort({ _id: 1 }).toArray();
  return rows.length > 0 ? sha256(JSON.stringify(rows)) : null;
}
