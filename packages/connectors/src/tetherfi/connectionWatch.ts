import type { Clock, ConnectionStatus, Report } from '@offhook/core';
import { away, notNow, silent, unreachable, type Trouble } from './advice.js';
import { askStatus, type ServerStatus } from './channel/askStatus.js';

/** What watching needs. */
export interface ConnectionWatchOptions {
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly emit: (reports: readonly Report[]) => void;
  /** Makes it ready: loads the script, or nothing. Rejects with what is wrong. */
  readonly prepare: () => Promise<void>;
  /** Whether a chat goes on, which bears that the server is away. */
  readonly busy: () => boolean;
  readonly random?: () => number;
}

/** How it stands with the chat's server: asked before anything else, and again while it is not well. */
export interface ConnectionWatch {
  /** Something was learnt from the script: it works, so that the server does. */
  heard(online: boolean): void;
  /** A chat began or ended. */
  changed(): void;
  /** Loading the script failed or went well, whoever asked for it. */
  told(trouble: Trouble | undefined): void;
  close(): void;
}

const askMs = 8_000;
const firstMs = 5_000;
const mostMs = 60_000;

function troubleOf(status: ServerStatus): Trouble | undefined {
  switch (status.is) {
    case 'offline':
      return notNow(status.said);
    case 'refused':
      return unreachable(status.status);
    case 'silent':
      return silent;
    case 'online':
    case 'unknown':
      return undefined;
  }
}

export function connectionWatch(options: ConnectionWatchOptions): ConnectionWatch {
  const { url, fetch, clock, emit, prepare, busy, random = Math.random } = options;
  const closing = new AbortController();
  let trouble: Trouble | undefined;
  let online = true;
  let ready = false;
  let failures = 0;
  let cancel = (): void => {};
  let last: ConnectionStatus | undefined;
  let lastReason: string | undefined;

  function tell(): void {
    if (closing.signal.aborted) return;
    // Who is chatting goes on writing: what was written waits.
    const now = !online && !busy() ? away : trouble;
    if (!now && !ready) return;
    const { status, reason } = now ?? { status: 'ready' as const, reason: undefined };
    if (status === last && reason === lastReason) return;
    last = status;
    lastReason = reason;
    emit([{ type: 'connection', status, ...(reason === undefined ? {} : { reason }) }]);
  }

  function again(): void {
    const ms = Math.min(firstMs * 2 ** failures, mostMs) * (1 - random() / 2);
    failures += 1;
    cancel();
    cancel = clock.setTimeout(() => void check(), ms);
  }

  async function check(): Promise<void> {
    const status = await askStatus({ url, fetch, clock, ms: askMs, signal: closing.signal });
    if (closing.signal.aborted) return;
    trouble = troubleOf(status);
    if (trouble) {
      tell();
      return again();
    }
    await prepare().then(
      () => {
        failures = 0;
        ready = true;
        trouble = undefined;
      },
      () => again(),
    );
    tell();
  }

  void check();
  return {
    heard(isOnline) {
      online = isOnline;
      if (isOnline && trouble?.status === 'offline') trouble = undefined;
      tell();
    },
    changed: tell,
    told(now) {
      trouble = now;
      if (!now) ready = true;
      tell();
    },
    close() {
      closing.abort();
      cancel();
    },
  };
}
