import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { MongoClient } from 'mongodb';
import { Caller } from '../../scripts/api/marketClient';
import { projectRoot } from '../../server/platform/projectRoot';

interface Run {
  child: ChildProcess;
  /** What it printed so far. */
  output: () => string;
  ended: Promise<number | null>;
}

function start(environment: NodeJS.ProcessEnv, ...words: string[]): Run {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...words], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'development', HOST: '127.0.0.1', ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, output: () => output, ended };
}

/** The address that it serves at, once it does. */
async function served(run: Run): Promise<string> {
  const said = new Promise<string>((resolve) => {
    run.child.stdout?.on('data', () => {
      const address = /runs at (http:\S+)/.exec(run.output())?.[1];
      if (address) resolve(address);
    });
  });
  const tooSoon = run.ended.then((code) => {
    throw new Error(`npm start ended with ${code}:\n${run.output()}`);
  });
  return Promise.race([said, tooSoon]);
}

describe('what is wrong is said before anything is started', () => {
  test('a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const run = start({ PORT: String(port) });
    expect(await run.ended).toBe(1);
    other.close();
    expect(run.output()).toContain(`Port ${port} is taken`);
    expect(run.output()).toContain(`PORT=${port + 1} npm start`);
    expect(run.output()).not.toMatch(/database|compiling|installing/);
  });

  test.each(['abc', '70000', '-1', '4000.5'])('a port that is none: %s', async (port) => {
    const run = start({ PORT: port });
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain(
      `PORT must be a whole number from 0 to 65535 (0: any port that is free), not "${port}"`,
    );
    expect(run.output()).not.toMatch(/\n\s+at /);
  });

  test('a Node that cannot load every package', () => {
    const script = `import { checkNode } from './scripts/prepare.mjs';
      const isRight = (version) => { try { checkNode(version); return true; } catch { return false; } };
      console.log(process.argv.slice(1).filter(isRight).join(' '));`;
    const versions = ['18.20.8', '20.18.3', '20.19.0', '21.7.3', '22.11.0', '22.12.0', '23.0.0', '24.1.0'];
    const words = ['--input-type=module', '-e', script, ...versions];
    const right = execFileSync(process.execPath, words, { cwd: projectRoot, encoding: 'utf8' }).trim();
    expect(right).toBe('20.19.0 22.12.0 23.0.0 24.1.0');
  });
});

test('a start serves an empty market, ends by Ctrl-C, and the next keeps what was made and runs what is pending', async () => {
  const DATABASE_NAME = `start_${randomUUID().slice(0, 8)}`;
  const environment = { PORT: '0', DATABASE_NAME, MONGODB_URI: process.env.TEST_MONGODB_URI };
  const client = await MongoClient.connect(process.env.TEST_MONGODB_URI ?? '');
  const db = client.db(DATABASE_NAME);
  const person = { name: 'Wanjiru Kamau', email: 'wanjiru@her-firm.example', password: 'a long enough password' };
  try {
    const first = start(environment, '--no-demo');
    const caller = new Caller(await served(first));
    await caller.signUp(person, { kind: 'BUSINESS', name: 'Her Firm', country: 'KE' });
    expect(first.output()).not.toContain('Demo logins');
    // A second one in this clone takes another port and the same market.
    const beside = start(environment, '--no-demo');
    await new Caller(await served(beside)).logIn(person.email, person.password);
    for (const run of [first, beside]) run.child.kill('SIGINT');
    expect([await first.ended, await beside.ended]).toEqual([0, 0]);
    expect(first.output()).toContain('stopped');
    await expect(fetch(caller.address)).rejects.toThrow();

    // As if this step came with a newer version.
    const pending = { _id: '0050-channels-of-sales' as never };
    expect(await db.collection('migrations').deleteOne(pending)).toMatchObject({ deletedCount: 1 });
    // Plain, for a market of one's own is never taken for demo data.
    const second = start(environment);
    await new Caller(await served(second)).logIn(person.email, person.password);
    expect(await db.collection('migrations').findOne(pending)).not.toBeNull();
    expect(second.output()).not.toMatch(/demo data|compiling|building/);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  } finally {
    await db.dropDatabase();
    await client.close();
  }
  // Without a build it compiles first.
});
