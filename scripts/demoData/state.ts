import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, MongoClient, MongoServerError } from 'mongodb';
import { isAlive } from '../../server/platform/databaseServer/lock';
import { demoLogins } from './logins';
import { demoAgencies, demoApplicants, demoBusinesses } from './organisations';

/** A mark beside the market's own collections: whether demo data was begun, by whom, and whether all of it is there. */
interface DemoMark {
  _id: 'demo';
  state: 'BEGUN' | 'COMPLETE';
  token: string;
  host: string;
  /** Null once it gave up. */
  pid: number | null;
  /** The maker says again and again that it is at work: its lease. */
  aliveAt: Date;
}

const MARKS = 'demo_marks';
const BEAT_MS = 3000;
/** Without a sign of life for this long, a maker on another machine counts as gone. */
const LEASE_MS = 60_000;
const LOOK_MS = 500;
/** A session that was used later than this after the maker's last sign of life is nobody's of the demo. */
const SLACK_MS = 10_000;

/** The right to make the demo data of a database, held by one process at a time. */
export interface DemoLease {
  /** Says that all of the demo data is there, and ends the lease. */
  complete(): Promise<void>;
  /** Ends the lease; what was made so far counts as broken off. */
  giveUp(): Promise<void>;
}

/** How far the demo data of a database is; OTHER: it has data that is no demo data. */
export async function demoDataState(
  uri: string,
  databaseName = 'leadbourse',
): Promise<DemoMark['state'] | 'NONE' | 'OTHER'> {
  return withDatabase(uri, databaseName, async (db) => {
    const mark = await marksOf(db).findOne({ _id: 'demo' });
    return mark?.state ?? ((await hasOrganisations(db)) ? 'OTHER' : 'NONE');
  });
}

/**
 * Makes the database ready for demo data. Waits while another process makes it; null when it is there then. What a
 * broken-off making left is thrown away, but never what anybody else has made: that is refused, and nothing changes.
 * `onLost` is called if the lease is another's: this process must stop at once.
 */
export async function beginDemoData(
  uri: string,
  databaseName: string,
  say: (line: string) => void,
  onLost: () => void,
): Promise<DemoLease | null> {
  const client = await MongoClient.connect(uri);
  try {
    const db = client.db(databaseName);
    const token = await takeLease(db, say);
    if (token) return keepLease(client, db, token, onLost);
  } catch (error) {
    await client.close();
    throw error;
  }
  await client.close();
  return null;
}

/**
 * Opens a database without demo data: what a broken-off making left is thrown away, or kept as it is if somebody worked
 * in it. Refuses while the data is being made.
 */
export async function clearBrokenDemoData(
  uri: string,
  databaseName = 'leadbourse',
  say: (line: string) => void = console.log,
): Promise<void> {
  await withDatabase(uri, databaseName, async (db) => {
    const mark = await marksOf(db).findOne({ _id: 'demo' });
    if (mark?.state !== 'BEGUN') return;
    if (isAtWork(mark)) throw new Error(`Process ${mark.pid} is making demo data in this database; wait for its end.`);
    const work = await worksInIt(db, mark);
    if (work) say(`demo data: its making broke off, and ${work}: all of it is kept`);
    else await dropAllButMark(db);
    await marksOf(db).deleteOne({ _id: 'demo', token: mark.token });
  });
}

async function takeLease(db: Db, say: (line: string) => void): Promise<string | null> {
  const mine = { token: randomUUID(), host: hostname(), pid: process.pid };
  for (let looks = 0; ; looks += 1) {
    const mark = await marksOf(db).findOne({ _id: 'demo' });
    if (mark?.state === 'COMPLETE') return null;
    if (mark && isAtWork(mark)) {
      if (looks === 0) say(`demo data: process ${mark.pid} is making it, waiting for its end`);
      await sleep(LOOK_MS);
    } else if (mark ? await takeOver(db, mark, mine) : await takeNew(db, mine)) return mine.token;
  }
}

type Maker = Pick<DemoMark, 'token' | 'host' | 'pid'>;

async function takeNew(db: Db, mine: Maker): Promise<boolean> {
  if (await hasOrganisations(db))
    throw new Error('This database holds a market of its own, so no demo data is put into it.');
  return marksOf(db)
    .insertOne({ _id: 'demo', state: 'BEGUN', ...mine, aliveAt: new Date() })
    .then(
      () => true,
      (error: unknown) => {
        if (error instanceof MongoServerError && error.code === 11000) return false;
        throw error;
      },
    );
}

/** Of two that find the same broken-off making, one gets it. */
async function takeOver(db: Db, mark: DemoMark, mine: Maker): Promise<boolean> {
  const work = await worksInIt(db, mark);
  if (work) throw new Error(keptBecause(work));
  const isMine = { $set: { ...mine, aliveAt: new Date() } };
  const { modifiedCount } = await marksOf(db).updateOne({ _id: 'demo', state: 'BEGUN', token: mark.token }, isMine);
  if (modifiedCount === 0) return false;
  await dropAllButMark(db);
  return true;
}

const keptBecause = (work: string): string => `The making of the demo data broke off, and ${work}.
Nothing is thrown away. "npm start -- --no-demo" opens this database as it is; another DATABASE_NAME begins anew.`;

/** Whether its maker runs: by its process on this machine, by its signs of life on another. */
function isAtWork({ host, pid, aliveAt }: DemoMark): boolean {
  if (Date.now() - aliveAt.getTime() > LEASE_MS) return false;
  return pid !== null && (host !== hostname() || isAlive(pid));
}

/** Says who worked in a database whose demo data is not complete; null if there is nothing but its beginning. */
async function worksInIt(db: Db, { aliveAt }: DemoMark): Promise<string | null> {
  const strangers = await db.collection('people').countDocuments({ email: { $nin: demoAddresses() } });
  if (strangers > 0) return `${strangers} people who are not of the demo signed up in it`;
  const after = new Date(aliveAt.getTime() + SLACK_MS);
  const sessions = await db.collection('sessions').countDocuments({ lastUsedAt: { $gt: after } }, { limit: 1 });
  return sessions > 0 ? 'somebody logged in to it since' : null;
}

function demoAddresses(): string[] {
  const played = [...demoAgencies, ...demoApplicants, ...demoBusinesses].map(
    ({ login }) => `${login}@leadbourse.example`,
  );
  return [...new Set([...played, ...demoLogins.map(({ email }) => email)])];
}

/** The mark stays until the end, so that a making that breaks off again is known as one. */
async function dropAllButMark(db: Db): Promise<void> {
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  for (const name of names) if (name !== MARKS && !name.startsWith('system.')) await db.dropCollection(name);
}

function keepLease(client: MongoClient, db: Db, token: string, onLost: () => void): DemoLease {
  const mine = { _id: 'demo', token } as const;
  const beat = async (): Promise<void> => {
    const { matchedCount } = await marksOf(db).updateOne(mine, { $set: { aliveAt: new Date() } });
    if (matchedCount === 0) onLost();
  };
  // A beat that fails is followed by others; the making itself notices when the database is gone.
  const beating = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
  const end = async (change: Partial<DemoMark>): Promise<void> => {
    clearInterval(beating);
    const { matchedCount } = await marksOf(db).updateOne(mine, { $set: change });
    await client.close();
    if (matchedCount === 0) onLost();
  };
  return {
    complete: () => end({ state: 'COMPLETE' }),
    giveUp: () => end({ pid: null, aliveAt: new Date() }),
  };
}

const marksOf = (db: Db) => db.collection<DemoMark>(MARKS);

const hasOrganisations = async (db: Db): Promise<boolean> =>
  (await db.collection('organisations').countDocuments({}, { limit: 1 })) > 0;

async function withDatabase<T>(uri: string, databaseName: string, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(uri);
  try {
    return await work(client.db(databaseName));
  } finally {
    await client.close();
  }
}
