import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../../packages/server/dist/cli.js', import.meta.url));
const usual = ['livechat', '--port', '0', '--loopback-origins'];

/**
 * Starts a back end in a process of its own, and waits until it serves.
 *
 * @param {{ args?: readonly string[], database?: string, redisUrl?: string, files?: string, settings?: object }} options
 */
export async function startBackEnd({ args, database, redisUrl, files = '', settings }) {
  const child = spawn(process.execPath, [...(args ?? [command, ...usual, '--files', files])], {
    env: {
      PATH: process.env.PATH ?? '',
      OFFHOOK_CHAT_SECRET: 'only for the benchmark, on loopback',
      OFFHOOK_CHAT_AGENT_PASSWORD: 'secret',
      ...(database === undefined ? {} : { DATABASE_URL: `file:${database}` }),
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      ...(settings === undefined ? {} : { OFFHOOK_CHAT_SETTINGS: JSON.stringify(settings) }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let url;
  for await (const line of createInterface(child.stdout)) {
    url = /^Live chat +(\S+)/.exec(line)?.[1];
    if (url !== undefined) break;
  }
  if (url === undefined) throw new Error('The back end did not start.');
  child.stdout.resume();
  return {
    origin: new URL(url).origin,
    pid: child.pid,
    async end() {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
