import type { Clock } from '@offhook/core';
import type { TabsHost } from './tabsHost.js';

/** How often a leader without Web Locks says that it is there, and how long the others believe it; milliseconds. */
const heartbeatMs = 1_000;
const leaseMs = 3_500;

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly host: TabsHost;
  readonly clock: Clock;
  readonly random: () => number;
  /** Told whether this tab leads. */
  readonly leads: (leads: boolean) => void;
}

/** Stands for leader until the returned function is called: at most one of all tabs leads. */
export function elect(candidate: Candidate): () => void {
  const { host, leads } = candidate;
  let retire = (): void => {};
  const stand = (): void => {
    retire();
    retire = host.locks ? byLock(candidate, host.locks) : byLease(candidate);
  };
  // A frozen page can't lead, and must not keep others from it.
  const leave = host.onLife((lives) => {
    if (lives) stand();
    else retire();
  });
  stand();
  return () => {
    leave();
    retire();
    leads(false);
  };
}

/** The browser gives the lock to the next tab when one is closed, or crashes. */
function byLock({ name, leads }: Candidate, locks: Pick<LockManager, 'request'>): () => void {
  const giveUp = new AbortController();
  let release = (): void => {};
  const held = locks.request(`${name}:leader`, { signal: giveUp.signal }, () => {
    if (giveUp.signal.aborted) return undefined;
    leads(true);
    return new Promise<void>((done) => (release = done));
  });
  // Given up before it was this tab's turn.
  held.catch(() => {});
  return () => {
    giveUp.abort();
    release();
    leads(false);
  };
}

/** Whoever leads says so every second; when nobody does, the next claims it, and of two the lower id goes on. */
function byLease({ id, name, host, clock, random, leads }: Candidate): () => void {
  const channel = host.open(`${name}:lease`);
  let leading = false;
  let cancel = (): void => {};

  function after(ms: number, act: () => void): void {
    cancel();
    cancel = clock.setTimeout(act, ms);
  }

  function lead(): void {
    if (!leading) {
      leading = true;
      leads(true);
    }
    channel?.post(id);
    after(heartbeatMs, lead);
  }

  function follow(ms: number): void {
    if (leading) {
      leading = false;
      leads(false);
    }
    // Not all of them at once.
    after(ms + random() * heartbeatMs, lead);
  }

  if (!channel) {
    leading = true;
    leads(true);
    return () => leads(false);
  }
  channel.onMessage((message) => {
    if (message === '') follow(0);
    else if (typeof message === 'string' && (!leading || message < id)) follow(leaseMs);
    else lead();
  });
  follow(leaseMs);
  return () => {
    cancel();
    if (leading) {
      leads(false);
      channel.post('');
    }
    channel.close();
  };
}
