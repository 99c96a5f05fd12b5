import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * Starts a server in a process of its own, and waits until it serves.
 *
 * @param {readonly string[]} args Node's arguments
 * @param {Record<string, string>} [env]
 */
export async function startProcess(args, env = {}) {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let url = '';
  for await (const line of createInterface(child.stdout)) {
    url ||= /^Service +(\S+)/.exec(line)?.[1] ?? '';
    if (line.startsWith('Ctrl-C')) break;
  }
  if (url === '') throw new Error('The server did not start.');
  /** One of its figures, as Prometheus reads it. @param {string} name */
  const figure = async (name) => {
    const text = await (await fetch(new URL('/metrics', url))).text();
    return Number(new RegExp(String.raw`^${name} (\S+)`, 'm').exec(text)?.[1]);
  };
  return {
    url,
    figure,
    async end() {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
