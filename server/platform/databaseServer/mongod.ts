import { execFile } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { MongoClient } from 'mongodb';
import { freePort, launch } from './ownServer';
import { type FoundServer, type ServerProcess } from './types';

const run = promisify(execFile);
const DOWNLOAD_HOST = 'fastdl.mongodb.org';
const LOOKUP_MS = 900;
const REPLICA_SET = 'leadbourse';
const PRIMARY_MS = 20_000;

/** A MongoDB program: the one named, the one on the PATH, one downloaded before, or one that can be downloaded now. */
export async function locateMongod(
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<FoundServer | null> {
  const named = environment.MONGOMS_SYSTEM_BINARY;
  if (named) return usable(named, 'named by MONGOMS_SYSTEM_BINARY');
  const onPath = findOnPath('mongod', environment);
  if (onPath) return usable(onPath, 'found on the PATH');
  const downloaded = await downloadedBefore();
  if (downloaded) return usable(downloaded, 'downloaded by an earlier run');
  if (!(await hostIsKnown(environment.MONGOMS_DOWNLOAD_MIRROR))) return null;
  say('database: no mongod on this machine, downloading one (about 100 MB, once)');
  const { MongoBinary } = await import('mongodb-memory-server-core');
  return usable(await MongoBinary.getPath(), 'downloaded');
}

async function downloadedBefore(): Promise<string | null> {
  const { DryMongoBinary } = await import('mongodb-memory-server-core');
  return (await DryMongoBinary.locateBinary(await DryMongoBinary.generateOptions())) ?? null;
}

/** Whether the host of the downloads can be reached at all: without internet this must not hold anybody up. */
async function hostIsKnown(mirror: string | undefined): Promise<boolean> {
  const host = mirror ? new URL(mirror).hostname : DOWNLOAD_HOST;
  const known = lookup(host).then(
    () => true,
    () => false,
  );
  return Promise.race([known, sleep(LOOKUP_MS, false, { ref: false })]);
}

async function usable(program: string, because: string): Promise<FoundServer> {
  const { stdout } = await run(program, ['--version']).catch((error: Error) => {
    throw new Error(`${program} does not run: ${error.message.split('\n')[0]}`);
  });
  const version = /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? 'of unknown version';
  return {
    kind: 'mongod',
    because: `MongoDB ${version}, ${because}`,
    start: (folder, isThrowAway) => startMongod(program, folder, isThrowAway),
  };
}

/** No transaction takes so long but one of a process that died: what it wrote is locked until then, by itself for a minute. */
const LONGEST_SECONDS = 30;

/** Starts mongod as a replica set of one, which transactions and change streams need, and waits until it is primary. */
async function startMongod(program: string, folder: string, isThrowAway: boolean): Promise<ServerProcess> {
  const port = await freePort();
  const place = ['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', folder];
  const limits = ['--setParameter', `transactionLifetimeLimitSeconds=${LONGEST_SECONDS}`];
  const command = [program, '--replSet', REPLICA_SET, ...place, ...limits];
  const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  const server = await launch({ command, folder, port, uri, isThrowAway });
  try {
    await untilPrimary(uri, `127.0.0.1:${port}`);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function untilPrimary(uri: string, host: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  try {
    const admin = client.db('admin');
    const members = [{ _id: 0, host }];
    const status = await admin.command({ replSetGetConfig: 1 }).catch(() => null);
    // The port differs from the last run's, so a set that exists gets its member's new address.
    if (!status) await admin.command({ replSetInitiate: { _id: REPLICA_SET, members } });
    else
      await admin.command({
        replSetReconfig: { ...(status.config as object), members, version: newVersion(status) },
        force: true,
      });
    for (const deadline = Date.now() + PRIMARY_MS; Date.now() < deadline; await sleep(50)) {
      if ((await admin.command({ hello: 1 })).isWritablePrimary === true) return;
    }
    throw new Error(`mongod did not become primary within ${PRIMARY_MS / 1000} s`);
  } finally {
    await client.close();
  }
}

function newVersion(status: { config?: { version: number } }): number {
  return (status.config?.version ?? 0) + 1;
}

/** The full path of a program on the PATH, or null. */
export function findOnPath(name: string, environment: NodeJS.ProcessEnv): string | null {
  for (const folder of (environment.PATH ?? '').split(path.delimiter)) {
    const program = path.join(folder, name);
    if (folder !== '' && isExecutable(program)) return program;
  }
  return null;
}

function isExecutable(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
