import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { database } from '../../server/platform/database';
import { projectRoot } from '../../server/platform/projectRoot';

/** Another process of the market, on the database of the test's own world, as it runs in production. */
export interface OtherServer {
  /** Where it is, such as http://127.0.0.1:4321. */
  address: string;
  /** As a lost machine ends: at once, with nothing written any more. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export async function startOtherServer(environment: NodeJS.ProcessEnv = {}): Promise<OtherServer> {
  const child = fork(path.join(projectRoot, 'dist/server/main.js'), {
    env: {
      ...process.env,
      MONGODB_URI: process.env.TEST_MONGODB_URI,
      DATABASE_NAME: database().databaseName,
      PORT: '0',
      WORKER: 'false',
      TRUST_PROXY: '1',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const port = await portOf(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return { address: `http://127.0.0.1:${port}`, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

async function portOf(child: ChildProcess): Promise<number> {
  const told = once(child, 'message') as Promise<[{ port: number }]>;
  const ended = once(child, 'exit').then(() => {
    throw new Error('the other server ended before it listened');
  });
  const [{ port }] = await Promise.race([told, ended]);
  return port;
}
