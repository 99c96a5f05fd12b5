import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const isThere = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The program: named by a variable, or on the path. */
export const redisProgram = [
  process.env['REDIS_SERVER_PATH'] ?? '',
  ...(process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, 'redis-server')),
].find((file) => file !== '' && isThere(file));

/** A Redis of a test's own, in memory alone. */
export async function startRedis(program: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const port = 10_000 + Math.floor(Math.random() * 9_000);
    const args = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      tmpdir(),
      '--save',
      '',
      '--appendonly',
      'no',
    ];
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const end = (): void => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    // It ends by itself where somebody else has the port.
    for await (const line of createInterface(child.stdout)) {
      if (!line.includes('Ready to accept connections')) continue;
      child.stdout.resume();
      return {
        url: `redis://127.0.0.1:${port}`,
        async close() {
          const gone = once(child, 'exit');
          child.kill('SIGKILL');
          await gone;
        },
      };
    }
  }
  throw new Error('Redis found no port.');
}
