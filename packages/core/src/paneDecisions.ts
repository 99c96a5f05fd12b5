import type { Agent } from './model/agent.js';
import type { Call } from './model/call.js';
import { asOffhookError, type OffhookError } from './model/error.js';
import type { PaneMoment } from './model/pane.js';
import type { PanePlan, PaneDecider } from './ports/panes.js';
import type { TabsPort } from './ports/tabs.js';

/** What it needs to ask for plans. */
interface PaneDecisionsOptions {
  readonly decide: PaneDecider['decide'];
  readonly tabs: TabsPort;
  readonly agentOf: (connector: string) => Agent;
  /** By which key all tabs know the call. */
  readonly keyOf: (call: Call) => string;
  readonly planned: (call: Call, plan: PanePlan) => void;
  readonly failed: (call: Call, error: OffhookError) => void;
  readonly signal: AbortSignal;
}

/** Asks for each call, at each of its moments, whether a page is shown for it, until there is one. */
export interface PaneDecisions {
  /** A call has become known. */
  begin(call: Call): void;
  /** A call is another by now. */
  see(call: Call): void;
  /** A call has a plan already, or is no call of its own any more: it isn't asked about again. */
  stop(id: string): void;
}

/** A call that may still get a plan. */
interface Followed {
  call: Call;
  /** Goes on with what waits for a moment. */
  wake: () => void;
}

const moments: readonly PaneMoment[] = ['ringing', 'active', 'ended'];

/** Whether a call has come to this moment, or has passed it. */
export const hasReached = ({ state, answeredAt }: Call, moment: PaneMoment): boolean =>
  moment === 'ringing' || (moment === 'ended' ? state === 'ended' : answeredAt !== undefined);

export function createPaneDecisions(options: PaneDecisionsOptions): PaneDecisions {
  const { decide, tabs, agentOf, planned, failed, signal } = options;
  const followed = new Map<string, Followed>();

  /** Asks at one moment after another, in the one tab that looks after this call. */
  async function follow(id: string, entry: Followed): Promise<void> {
    // What was taken off the list meanwhile, by a plan that came from elsewhere, is not asked about any more.
    const isOn = (): boolean => !signal.aborted && followed.get(id) === entry;
    for (const moment of moments) {
      while (isOn() && !hasReached(entry.call, moment) && entry.call.state !== 'ended')
        await new Promise<void>((wake) => (entry.wake = wake));
      if (!isOn()) return;
      if (!hasReached(entry.call, moment)) continue;
      const { call } = entry;
      try {
        const plan = await decide({ call, moment, agent: agentOf(call.connector), signal });
        if (!isOn()) return;
        if (plan === undefined) continue;
        planned(entry.call, plan);
        break;
      } catch (error) {
        if (isOn()) failed(entry.call, asOffhookError(error, 'handler-failed'));
      }
    }
    followed.delete(id);
  }

  return {
    begin(call) {
      const { id } = call;
      const entry: Followed = { call, wake: () => {} };
      followed.set(id, entry);
      const forget = (): void => {
        if (followed.get(id) === entry) followed.delete(id);
      };
      // One tab asks at all moments of a call: two that took turns would not know of each other's plans.
      tabs
        .runOnce(`pane ${options.keyOf(call)}`, () => void follow(id, entry), 'visible')
        .then((here) => {
          if (!here) forget();
        })
        .catch((error: unknown) => {
          forget();
          if (!signal.aborted) failed(entry.call, asOffhookError(error, 'handler-failed'));
        });
    },
    see(call) {
      const entry = followed.get(call.id);
      if (entry === undefined) return;
      entry.call = call;
      entry.wake();
    },
    stop: (id) => void followed.delete(id),
  };
}
