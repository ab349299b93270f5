import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { findDatabaseServer } from '../../server/platform/databaseServer';
import { withFileLock } from '../../server/platform/databaseServer/lock';
import { projectRoot } from '../../server/platform/projectRoot';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'leadbourse-test-'));
  folders.push(folder);
  return folder;
}

/** A data folder of its own that borrows what was installed for this run, so that nothing is installed twice. */
function newDataFolder(): string {
  const folder = newFolder();
  const installed = path.join(projectRoot, '.data', 'secantusdb-venv');
  if (existsSync(installed)) symlinkSync(installed, path.join(folder, 'secantusdb-venv'));
  return folder;
}

/** As on a machine that has neither ps nor anything else. */
async function withoutPrograms<T>(work: () => Promise<T>): Promise<T> {
  const { PATH } = process.env;
  process.env.PATH = newFolder();
  return work().finally(() => (process.env.PATH = PATH));
}

const portOf = (uri: string): number => Number(/:(\d+)\//.exec(uri)?.[1]);

async function answers(uri: string): Promise<boolean> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 500 });
  try {
    await client.db('admin').command({ ping: 1 });
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

async function holdInOtherProcess(temporaryFolder: string): Promise<{ holder: ChildProcess; uri: string }> {
  const words = ['--import', 'tsx', path.join(__dirname, 'holdDatabase.ts')];
  const environment: NodeJS.ProcessEnv = { ...process.env, TMPDIR: temporaryFolder };
  delete environment.MONGODB_URI;
  const holder = spawn(process.execPath, words, {
    cwd: projectRoot,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const uri = await new Promise<string>((resolve, reject) => {
    holder.stdout?.once('data', (text: Buffer) => resolve(text.toString().trim()));
    holder.once('exit', () => reject(new Error('The holder of the database ended early')));
  });
  return { holder, uri };
}

describe('the choice of a server', () => {
  test('MONGODB_URI is used as it is and its password is not shown', async () => {
    const said: string[] = [];
    const environment = { MONGODB_URI: 'mongodb://me:secret@db.example/?replicaSet=rs' };
    const server = await findDatabaseServer({ isThrowAway: false, environment, say: (line) => said.push(line) });
    expect(server.uri).toBe(environment.MONGODB_URI);
    expect(said.join()).toContain('db.example');
    expect(said.join()).not.toContain('secret');
  });

  test('in production nothing but MONGODB_URI is tried', async () => {
    const environment = { ...process.env, NODE_ENV: 'production', MONGODB_URI: '' };
    await expect(findDatabaseServer({ isThrowAway: false, environment })).rejects.toThrow('MONGODB_URI is not set');
  });

  test('where nothing can be had, the message names the three ways and what was tried', async () => {
    const environment = { PATH: newFolder(), MONGOMS_SYSTEM_BINARY: '/no/such/mongod' };
    const wish = { isThrowAway: true, environment, say: () => undefined, dataFolder: newFolder() };
    const message = await findDatabaseServer(wish).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(message).toMatch(/1\. set MONGODB_URI[\s\S]*2\. install MongoDB[\s\S]*3\. install Python/);
    expect(message).toMatch(/\/no\/such\/mongod does not run[\s\S]*no Python 3\.10 to 3\.13/);
  });
});

describe('a server of our own', () => {
  test('ends with its owner, even by kill -9, and a throw-away one leaves no data', async () => {
    const temporary = newFolder();
    const { holder, uri } = await holdInOtherProcess(temporary);
    expect(throwAwayFolders(temporary)).toHaveLength(1);
    expect(await answers(uri)).toBe(true);
    holder.kill('SIGKILL');
    for (let tries = 0; tries < 100 && (await answers(uri)); tries += 1) await sleep(50);
    expect(await answers(uri)).toBe(false);
    for (let tries = 0; tries < 100 && throwAwayFolders(temporary).length > 0; tries += 1) await sleep(50);
    expect(throwAwayFolders(temporary)).toEqual([]);
  });

  test('keeps its data over a restart; all who use it share it, and it lives until the last lets go', async () => {
    const wish = {
      isThrowAway: false,
      environment: { PATH: process.env.PATH },
      say: () => undefined,
      dataFolder: newDataFolder(),
    };
    const first = await findDatabaseServer(wish);
    const shared = await withoutPrograms(() => findDatabaseServer(wish));
    expect(shared).toMatchObject({ uri: first.uri, kind: 'shared' });
    await insertNote(first.uri);
    // Who started it may go first.
    await first.stop();
    expect(await answers(first.uri)).toBe(true);
    await shared.stop();
    await Promise.all([first.ended, shared.ended]);
    expect(await answers(first.uri)).toBe(false);
    const second = await findDatabaseServer(wish);
    expect(await countNotes(second.uri)).toBe(1);
    await second.stop();
  });

  test('that is killed is noticed by all who use it', async () => {
    const wish = {
      isThrowAway: false,
      environment: { PATH: process.env.PATH },
      say: () => undefined,
      dataFolder: newDataFolder(),
    };
    const [first, shared] = [await findDatabaseServer(wish), await findDatabaseServer(wish)];
    process.kill(first.pid ?? 0, 'SIGKILL');
    await Promise.all([first.ended, shared.ended]);
    const second = await findDatabaseServer(wish);
    expect(second.pid).not.toBe(first.pid);
    await Promise.all([first.stop(), shared.stop()]);
    expect(await answers(second.uri)).toBe(true);
    await second.stop();
  });

  test('two clones run side by side on ports of their own', async () => {
    const wish = () => ({ isThrowAway: true, environment: { PATH: process.env.PATH }, say: () => undefined });
    const [one, other] = await Promise.all([findDatabaseServer(wish()), findDatabaseServer(wish())]);
    expect(portOf(one.uri)).not.toBe(portOf(other.uri));
    await Promise.all([one.stop(), other.stop()]);
  });
});

describe('the lock between processes', () => {
  test('lets one work at a time', async () => {
    const file = path.join(newFolder(), 'a.lock');
    let atWork = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (atWork += 1));
      await sleep(20);
      atWork -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withFileLock(file, () => undefined, work)));
    expect(most).toBe(1);
    expect(existsSync(file)).toBe(false);
  });

  test('is taken over from a process that is gone', async () => {
    const file = path.join(newFolder(), 'a.lock');
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.once('exit', resolve));
    writeFileSync(file, String(gone.pid));
    expect(await workUnder(file)).toBe('done');
  });

  test('is taken over when nobody touches it: its process id was given to another since', async () => {
    const file = path.join(newFolder(), 'a.lock');
    writeFileSync(file, String(process.ppid));
    utimesSync(file, new Date(), new Date(Date.now() - 5 * 60_000));
    expect(await workUnder(file)).toBe('done');
  });

  test('before there are packages keeps the same rules', async () => {
    const folder = newFolder();
    const file = path.join(folder, 'server-build.lock');
    writeFileSync(file, String(process.ppid));
    utimesSync(file, new Date(), new Date(Date.now() - 5 * 60_000));
    const script = `import { underLock } from './scripts/lock.mjs';
      await underLock(process.argv[1], 'server build', async () => console.log('done'));`;
    const words = ['--input-type=module', '-e', script, folder];
    expect(execFileSync(process.execPath, words, { cwd: projectRoot, encoding: 'utf8' })).toBe('done\n');
    expect(existsSync(file)).toBe(false);
  });
});

const workUnder = (file: string): Promise<string> =>
  withFileLock(
    file,
    () => undefined,
    async () => 'done',
  );

const throwAwayFolders = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('leadbourse-db-'));

async function insertNote(uri: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  await client
    .db('kept')
    .collection('notes')
    .insertOne({ text: 'still here' }, { writeConcern: { w: 'majority', j: true } });
  await client.close();
}

async function countNotes(uri: string): Promise<number> {
  const client = await MongoClient.connect(uri);
  const count = await client.db('kept').collection('notes').countDocuments();
  await client.close();
  return count;
}
