import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endGroup } from './run.mjs';

/**
 * Something that goes on until it is stopped.
 *
 * @typedef {object} Service
 * @property {Promise<number>} ended its exit code, when it ends by itself or is stopped
 * @property {() => Promise<void>} stop asks it to end, insists after `graceMs`, and leaves nothing it started
 * @property {() => void} kill the same at once
 */

/**
 * Starts a Node script in a process group of its own, so that a Ctrl-C in the terminal reaches it once: through us.
 *
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, graceMs?: number }} options
 * @returns {Service}
 */
export function startService(args, { cwd, env = {}, graceMs = 5_000 }) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const ended = once(child, 'exit').then(
    ([code]) => /** @type {number | null} */ (code) ?? 1,
    () => 127,
  );
  const kill = () => endGroup(child, 'SIGKILL');
  return {
    ended,
    kill,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const insist = setTimeout(kill, graceMs);
      await ended;
      clearTimeout(insist);
      kill(); // what it may have started itself
    },
  };
}
