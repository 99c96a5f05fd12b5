import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { port } from '../addresses.js';

const serve = fileURLToPath(new URL('../../../launcher/dist/server/serve.js', import.meta.url));

/** A launcher of a test's own, for what would disturb the tests beside it. */
export interface OwnLauncher {
  readonly origin: string;
  /** Where its simulator's control API is. */
  readonly board: string;
  close(): Promise<void>;
}

/** @param index the test worker's: no two of them take the same ports */
export async function startOwnLauncher(index: number): Promise<OwnLauncher> {
  // The simulator is 100 above it, with ten ports of its own.
  const own = port + 400 + index * 10;
  const child = spawn(process.execPath, [serve], {
    env: { ...process.env, OFFHOOK_PORT: String(own), OFFHOOK_CRM_FILE: ':memory:' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  for await (const line of lines) if (line.startsWith('Ctrl-C')) break;
  child.stdout.resume();
  return {
    origin: `http://localhost:${own}`,
    board: `http://localhost:${own + 100}`,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
