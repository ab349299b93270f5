/** `npm test [-- jest arguments]`: sets up what the tests need, then runs them. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkNode, ensureClientBuild, ensurePackages, main, root } from './prepare.mjs';

/** What a request leaves dies young: with more room it is collected seldom and not carried on. Workers have it too. */
const YOUNG = '--max-semi-space-size=64';

await main(async () => {
  checkNode();
  await ensurePackages();
  await ensureClientBuild();
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [YOUNG, jest, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test' },
  });
  // Ctrl-C reaches jest by itself; it stops its database in its own end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
});
