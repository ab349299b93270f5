import { readdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../projectRoot';
import { locateMongod } from './mongod';
import { joinRunning, startKept } from './keptServer';
import { startThrowAway } from './ownServer';
import { locateSecantus } from './secantus';
import { type DatabaseServer, type FoundServer, type ServerKind } from './types';

export { type DatabaseServer } from './types';

export interface DatabaseWish {
  /** Throw-away servers keep their data in the system's temporary folder and leave nothing behind. */
  isThrowAway: boolean;
  environment?: NodeJS.ProcessEnv;
  /** Is told in one line what was chosen and why, and what takes long. */
  say?: (line: string) => void;
  /** Where this clone keeps its data; `.data` in the project by default. */
  dataFolder?: string;
}

const NOT_FOUND = `No database server was found. There are three ways to get one:
  1. set MONGODB_URI to a MongoDB replica set, an Atlas cluster or a sharded cluster;
  2. install MongoDB, so that "mongod" is on the PATH (or name the program in MONGOMS_SYSTEM_BINARY);
  3. install Python 3.10 to 3.13 with venv and pip, by which SecantusDB is set up under .data/ (development only).`;

const NEVER = new Promise<void>(() => undefined);

/**
 * The one finder of `npm start`, `npm test` and every script: MONGODB_URI; else a MongoDB program on this machine or
 * one that can be downloaded; else SecantusDB. In production nothing but MONGODB_URI is tried.
 * Throws an error that names the three ways when there is none.
 */
export async function findDatabaseServer(wish: DatabaseWish): Promise<DatabaseServer> {
  const environment = wish.environment ?? process.env;
  const say = wish.say ?? ((line: string) => console.log(line));
  const dataFolder = wish.dataFolder ?? path.join(projectRoot, '.data');
  if (environment.MONGODB_URI) {
    say(`database: the server that MONGODB_URI names, ${withoutPassword(environment.MONGODB_URI)}`);
    return { uri: environment.MONGODB_URI, kind: 'given', pid: null, ended: NEVER, stop: async () => undefined };
  }
  if (environment.NODE_ENV === 'production') {
    throw new Error('MONGODB_URI is not set. In production the database is named by it and nothing else is tried.');
  }
  const folder = path.join(dataFolder, 'db');
  if (!wish.isThrowAway) {
    const running = await joinRunning(folder, say);
    if (running) return running;
  }
  const found = await locateServer({ environment, say, dataFolder, kept: wish.isThrowAway ? null : keptKind(folder) });
  say(`database: ${found.kind}, ${found.because}`);
  return wish.isThrowAway ? startThrowAway(found) : startKept(found, folder, say);
}

interface Search {
  environment: NodeJS.ProcessEnv;
  say: (line: string) => void;
  dataFolder: string;
  kept: ServerKind | null;
}

async function locateServer({ environment, say, dataFolder, kept }: Search): Promise<FoundServer> {
  const failures: string[] = [];
  const ways: [ServerKind, () => Promise<FoundServer | null>][] = [
    ['mongod', () => locateMongod(environment, say)],
    ['secantusd-py', () => locateSecantus(environment, dataFolder, say)],
  ];
  // Data made by one kind cannot be read by another: a clone stays with the kind that holds its data.
  if (kept) ways.sort(([kind], [other]) => Number(other === kept) - Number(kind === kept));
  for (const [kind, locate] of ways) {
    try {
      const found = await locate();
      if (found) return kind === kept ? { ...found, because: `${found.because}; this clone's data is its` } : found;
    } catch (error) {
      failures.push(`  ${kind}: ${(error as Error).message}`);
    }
  }
  throw new Error([NOT_FOUND, ...(failures.length > 0 ? ['What was tried:', ...failures] : [])].join('\n'));
}

/** The kind whose data lies in this clone, if some does. */
function keptKind(folder: string): ServerKind | null {
  const kinds: ServerKind[] = ['mongod', 'secantusd-py'];
  return kinds.find((kind) => hasFiles(path.join(folder, kind))) ?? null;
}

function hasFiles(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}

function withoutPassword(uri: string): string {
  return uri.replace(/\/\/[^@/]*@/, '//…@');
}
