import { type Collection, MongoClient } from 'mongodb';

/** A mark beside the market's own collections: whether demo data was begun and whether all of it is there. */
interface DemoMark {
  _id: 'demo';
  state: 'BEGUN' | 'COMPLETE';
}

/** How far the demo data of a database is; OTHER: it has data that is no demo data. */
export async function demoDataState(
  uri: string,
  databaseName = 'leadbourse',
): Promise<DemoMark['state'] | 'NONE' | 'OTHER'> {
  return withDatabase(uri, databaseName, async (marks, countOrganisations) => {
    const mark = await marks.findOne({ _id: 'demo' });
    return mark?.state ?? ((await countOrganisations()) > 0 ? 'OTHER' : 'NONE');
  });
}

/**
 * Makes the database ready for demo data: what a broken-off making left is thrown away, anything else is refused.
 * Nobody can have worked in such a database, since `npm start` opens the market only when the data is complete.
 */
export async function beginDemoData(uri: string, databaseName: string): Promise<void> {
  await withDatabase(uri, databaseName, async (marks, countOrganisations, drop) => {
    const mark = await marks.findOne({ _id: 'demo' });
    if (mark?.state === 'BEGUN') await drop();
    else if (mark || (await countOrganisations()) > 0) throw new Error('This database has data already.');
    await marks.replaceOne({ _id: 'demo' }, { state: 'BEGUN' }, { upsert: true });
  });
}

export async function completeDemoData(uri: string, databaseName: string): Promise<void> {
  await withDatabase(uri, databaseName, async (marks) => {
    await marks.updateOne({ _id: 'demo' }, { $set: { state: 'COMPLETE' } });
  });
}

async function withDatabase<T>(
  uri: string,
  databaseName: string,
  work: (
    marks: Collection<DemoMark>,
    countOrganisations: () => Promise<number>,
    drop: () => Promise<unknown>,
  ) => Promise<T>,
): Promise<T> {
  const client = await MongoClient.connect(uri);
  try {
    const db = client.db(databaseName);
    const countOrganisations = () => db.collection('organisations').countDocuments({}, { limit: 1 });
    return await work(db.collection<DemoMark>('demo_marks'), countOrganisations, () => db.dropDatabase());
  } finally {
    await client.close();
  }
}
