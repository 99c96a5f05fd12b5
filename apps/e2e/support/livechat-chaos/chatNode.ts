import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../../../packages/server/dist/cli.js', import.meta.url));

/** What a node is started with; the same each time. */
export interface NodeSetup {
  /** Holds the data and the files. */
  readonly folder: string;
  /** In place of an SQLite file in the folder. */
  readonly redisUrl?: string;
  /** Pages that may chat; all of this machine unless given. */
  readonly origins?: readonly string[];
  readonly settings?: object;
  /** What it is told beside that, such as its ICE servers. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** One process of the back end, which can be killed and started again on what it had kept. */
export interface ChatNode {
  /** Undefined while it does not run. */
  readonly port: number | undefined;
  start(): Promise<void>;
  /** Ends it with SIGKILL: it has no time for anything. */
  kill(): Promise<void>;
}

/** A node that does not run yet. Any name may log in as an agent, with the password `secret`. */
export function createChatNode({
  folder,
  redisUrl,
  origins,
  settings = {},
  environment = {},
}: NodeSetup): ChatNode {
  let child: ChildProcess | undefined;
  let port: number | undefined;
  const who = origins?.flatMap((origin) => ['--origin', origin]) ?? ['--loopback-origins'];
  const args = [cli, 'livechat', '--port', '0', '--sites', '--files', `${folder}/files`, ...who];
  const env = {
    ...environment,
    PATH: process.env['PATH'] ?? '',
    OFFHOOK_CHAT_SECRET: 'only for the tests, and on loopback alone',
    OFFHOOK_CHAT_AGENT_PASSWORD: 'secret',
    OFFHOOK_CHAT_SETTINGS: JSON.stringify(settings),
    ...(redisUrl === undefined ? { DATABASE_URL: `file:${folder}/chat.db` } : { REDIS_URL: redisUrl }),
  };

  return {
    get port() {
      return port;
    },
    async start() {
      const started = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
      child = started;
      // It must not outlive the tests, however they end.
      const end = (): void => void started.kill('SIGKILL');
      process.once('exit', end);
      started.once('exit', () => process.off('exit', end));
      let problems = '';
      started.stderr.on('data', (text: Buffer) => (problems += text.toString()));
      for await (const line of createInterface(started.stdout)) {
        const url = /^Live chat +(\S+)$/.exec(line)?.[1];
        if (url === undefined) continue;
        port = Number(new URL(url).port);
        started.stdout.resume();
        return;
      }
      throw new Error(`A node did not start: ${problems}`);
    },
    async kill() {
      port = undefined;
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
