import { ControlError } from '../control-error.js';
import { openAgentLine, type AgentAsk, type AgentLine, type AgentReply } from './agent-line.js';

/** A simulated agent: logged in until it logs out, over whatever happens to its connection. */
export interface Agent {
  readonly name: string;
  readonly id: string;
  /** Waits a while for the connection; then rejects with a `ControlError` 503. */
  ask(request: AgentAsk): Promise<AgentReply>;
  logOut(): Promise<void>;
  /** Without a word to the back end. */
  close(): void;
}

const RETRY_MS = 200;
const BACK_WITHIN_MS = 5_000;
const LOG_OUT_WITHIN_MS = 2_000;

const away = (name: string): ControlError =>
  new ControlError(503, 'restarting', `${name} has no connection to the back end. Try again soon.`);

/** Logs an agent in; rejects when that fails. */
export async function createAgent(options: {
  readonly origin: string;
  readonly session: string;
  readonly name: string;
}): Promise<Agent> {
  const { name } = options;
  const first = await openAgentLine(options);
  let line: AgentLine | undefined = first;
  let closed = false;
  const isClosed = (): boolean => closed;
  const waiting = new Set<(line: AgentLine) => void>();

  const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref());

  async function reconnect(): Promise<void> {
    while (!isClosed()) {
      const next = await openAgentLine(options).catch(() => undefined);
      if (!next) {
        await pause(RETRY_MS);
        continue;
      }
      // Closed while it was being opened.
      if (isClosed()) return next.close();
      watch(next);
      return;
    }
  }

  function watch(opened: AgentLine): void {
    line = opened;
    for (const resolve of [...waiting]) resolve(opened);
    void opened.ended.then(() => {
      line = undefined;
      return reconnect();
    });
  }
  watch(first);

  function connected(): Promise<AgentLine> {
    if (line) return Promise.resolve(line);
    return new Promise((resolve, reject) => {
      const found = (opened: AgentLine): void => {
        clearTimeout(timer);
        waiting.delete(found);
        resolve(opened);
      };
      const timer = setTimeout(() => {
        waiting.delete(found);
        reject(away(name));
      }, BACK_WITHIN_MS);
      waiting.add(found);
    });
  }

  function close(): void {
    closed = true;
    line?.close();
  }

  return {
    name,
    id: first.id,
    async ask(request) {
      const current = await connected();
      return current.ask(request).catch(() => {
        throw away(name);
      });
    },
    async logOut() {
      closed = true;
      // Who has no connection now is logged out soon as well.
      const told = line?.ask({ t: 'logout' }).catch(() => undefined);
      await Promise.race([told, pause(LOG_OUT_WITHIN_MS)]);
      close();
    },
    close,
  };
}
