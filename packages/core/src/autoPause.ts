import type { Offhook } from './client.js';
import type { Presence } from './model/agent.js';
import { asOffhookError, type OffhookError } from './model/error.js';

/** What it needs of the client. */
interface AutoPauseOptions {
  readonly client: () => Pick<Offhook, 'agents' | 'can' | 'execute'>;
  readonly failed: (connector: string, error: OffhookError) => void;
}

/** Pauses agents while panes are open. */
export interface AutoPause {
  /** A pane has opened that pauses the agent at this connector. */
  begin(pane: string, connector: string, reason: string | undefined): void;
  /** It is done. After the last one the agent is what he was before, unless he has changed that himself. */
  end(pane: string): void;
  close(): void;
}

/** A pause that we have asked for. */
interface Pause {
  readonly panes: Set<string>;
  readonly giveBack: () => void;
  readonly leave: () => void;
}

export function createAutoPause({ client, failed }: AutoPauseOptions): AutoPause {
  const pauses = new Map<string, Pause>();

  function set(connector: string, presence: Presence, reason: string | undefined): Promise<boolean> {
    return client()
      .execute({ type: 'agent.setPresence', connector, presence, ...(reason !== undefined && { reason }) })
      .then(
        () => true,
        (error: unknown) => {
          failed(connector, asOffhookError(error));
          return false;
        },
      );
  }

  function pause(pane: string, connector: string, reason: string | undefined): void {
    const agent = client().agents.get(connector);
    const before = agent.value?.presence ?? 'unknown';
    // One who takes no calls anyway stays as he is, then and afterwards.
    if (/^(paused|offline)$/.test(before)) return;
    if (!client().can('agent.setPresence', { connector }).allowed) return;
    let isPaused = false;
    let saysWhy = false;
    const drop = (): void => {
      pauses.delete(connector);
      leave();
    };
    const look = (): void => {
      const { presence, pauseReason } = agent.value ?? {};
      // Another presence than ours, or another reason: the agent's own doing.
      if (isPaused && (presence !== 'paused' || (saysWhy && pauseReason !== reason))) return drop();
      isPaused = presence === 'paused';
      saysWhy ||= isPaused && reason !== undefined && pauseReason === reason;
      giveBack();
    };
    const giveBack = (): void => {
      // What isn't there yet can't be taken back: it is as soon as it shows.
      if (!isPaused || panes.size > 0) return;
      drop();
      void set(connector, before === 'unknown' ? 'available' : before, undefined);
    };
    const panes = new Set([pane]);
    const leave = agent.listen(look);
    const mine: Pause = { panes, giveBack, leave };
    pauses.set(connector, mine);
    void set(connector, 'paused', reason).then((done) => {
      if (!done && !isPaused && pauses.get(connector) === mine) drop();
    });
  }

  return {
    begin(pane, connector, reason) {
      const known = pauses.get(connector);
      if (known === undefined) pause(pane, connector, reason);
      else known.panes.add(pane);
    },
    end(pane) {
      for (const { panes, giveBack } of [...pauses.values()]) if (panes.delete(pane)) giveBack();
    },
    close() {
      for (const { leave } of pauses.values()) leave();
      pauses.clear();
    },
  };
}
