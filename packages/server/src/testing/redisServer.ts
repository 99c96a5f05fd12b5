import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';

/** A Redis of a test's own, which keeps nothing on disk unless a test makes it. */
export interface RedisServer {
  readonly url: string;
  /** For looking in, and for breaking things. */
  readonly client: Redis;
  /** Ends it, and with it all that it has, and starts an empty one in its place. */
  restart(): Promise<void>;
  /** Ends it, as a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Below those that a system gives to whoever asks for any: another test could take it before Redis does. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 9_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.close();
    if (isFree) return port;
  }
}

/** Starts a Redis on a free port. `jest.config.js` has found the program. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'offhook-redis-'));
  let running: ChildProcess | undefined;

  async function start(): Promise<void> {
    const program = process.env.REDIS_SERVER_PATH ?? 'redis-server';
    const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
    const args = [...place, '--save', '', '--appendonly', 'no'];
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    running = child;
    // It must not outlive the tests, however they end.
    const end = (): void => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    const lines = createInterface(child.stdout);
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}.`)));
      lines.on('line', (line) => {
        if (line.includes('Ready to accept connections')) resolve();
      });
    });
  }

  async function kill(): Promise<void> {
    const child = running;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  await start();
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 20 });
  client.on('error', () => {
    // It is ended on purpose.
  });
  return {
    url,
    client,
    start,
    kill,
    async restart() {
      await kill();
      await start();
    },
    async close() {
      client.disconnect();
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
