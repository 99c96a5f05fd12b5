import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ControlError } from '../control-error.js';
import { startProcess, type BackEndProcess } from './back-end-process.js';

/** What the agents of the simulator log in with, whatever their names. */
export const agentPassword = 'secret';

export interface BackEndOptions {
  /** The program and its first arguments. */
  readonly command: readonly string[];
  /** `0` takes any free one, and keeps it over restarts. */
  readonly port: number;
  /** Origins that pages may have; any of this machine when empty. */
  readonly strictOrigins: readonly string[];
  readonly log: (line: string) => void;
}

/** The live chat's back end as a process of its own, which comes back when it dies. */
export interface BackEnd {
  /** Such as `http://localhost:4305`. */
  readonly origin: string;
  /** What the switch's routes ask for. */
  readonly key: string;
  /** @throws ControlError 503 `restarting` while it is away. */
  up(): void;
  /** Is done each time that it has come back, before anybody may ask it. */
  onBack(task: () => Promise<void>): void;
  /** Kills it, and resolves when it is back with the same data. */
  restart(): Promise<void>;
  /** Ends it for good, and deletes its data. */
  close(): Promise<void>;
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 4_000;

const secret = (): string => randomBytes(32).toString('base64url');

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref());

/** Starts it with an empty data folder; rejects when it doesn't start. */
export async function startBackEnd({ command, port, strictOrigins, log }: BackEndOptions): Promise<BackEnd> {
  const folder = await mkdtemp(path.join(tmpdir(), 'offhook-livechat-'));
  const key = secret();
  const { PATH = '', TMPDIR } = process.env;
  const env = {
    PATH,
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    DATABASE_URL: `file:${path.join(folder, 'chat.sqlite')}`,
    OFFHOOK_CHAT_SECRET: secret(),
    OFFHOOK_CHAT_SWITCH_KEY: key,
    OFFHOOK_CHAT_AGENT_PASSWORD: agentPassword,
  };
  const origins =
    strictOrigins.length === 0 ? ['--loopback-origins'] : strictOrigins.flatMap((one) => ['--origin', one]);
  const launch = (at: number): BackEndProcess =>
    startProcess({
      command: [
        ...command,
        ...['livechat', '--host', 'localhost', '--port', String(at), '--sites', '--until-stdin-ends'],
        ...['--files', path.join(folder, 'files')],
        ...origins,
      ],
      env,
      log,
    });

  let process_ = launch(port);
  let url: URL;
  try {
    url = new URL(await process_.url);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const tasks: (() => Promise<void>)[] = [];
  let closed = false;
  const isClosed = (): boolean => closed;
  let isUp = true;
  let back = Promise.resolve();

  /** Until it is back, however often it fails. */
  async function revive(): Promise<void> {
    for (let pause = FIRST_WAIT_MS; !isClosed(); pause = Math.min(pause * 2, LONGEST_WAIT_MS)) {
      process_ = launch(Number(url.port));
      try {
        await process_.url;
        for (const task of tasks) await task();
        return;
      } catch (error) {
        if (!isClosed()) log(error instanceof Error ? error.message : String(error));
        process_.kill();
        await process_.ended;
        await wait(pause);
      }
    }
  }

  function watch(): void {
    void process_.ended.then(() => {
      if (closed) return;
      isUp = false;
      back = revive().then(() => {
        if (closed) return;
        isUp = true;
        watch();
      });
    });
  }
  watch();

  return {
    origin: url.origin,
    key,
    up() {
      if (!isUp) throw new ControlError(503, 'restarting', 'The back end is restarting. Try again soon.');
    },
    onBack: (task) => void tasks.push(task),
    async restart() {
      const { ended } = process_;
      process_.kill();
      await ended;
      await back;
    },
    async close() {
      closed = true;
      await process_.stop();
      await back;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
