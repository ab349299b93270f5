import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './prepare.mjs';

const STOP_MS = 20_000;

/**
 * Runs a compiled file of dist/ as a child in a process group of its own: Ctrl-C reaches only the command, which then
 * stops its children in the right order. The child is told by the closing of its channel when the command is gone.
 */
export function runCompiled(file, words, environment) {
  const child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist', file), ...words], {
    cwd: root,
    env: environment,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
  return {
    child,
    /** The exit code, once it has ended. */
    ended,
    /** Asks it to end, and ends it by force if it does not in time. */
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(force);
    },
  };
}

/** Calls `stop` once for the first Ctrl-C or TERM; a second one ends this command at once. */
export function onStopSignal(stop) {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (asked) process.exit(130);
      asked = true;
      stop(signal);
    });
  }
}
