/** @jest-environment jsdom */
import { countingIds, fakeConnector, virtualClock } from '@offhook/testing';
import * as fc from 'fast-check';
import type { EventBody } from './model/event.js';
import type { PaneState } from './model/pane.js';
import { createOffhook } from './offhook.js';
import { panesBy } from './panes.js';
import type { PanePlan } from './ports/panes.js';
import { hasReached } from './paneDecisions.js';
import { fakeWindows } from './testing/fakeWindows.js';
import { settle } from './testing/promises.js';
import { property } from './testing/property.js';
import { connectorIds, story } from './testing/story.js';

const browser = fakeWindows();
const crm = 'https://crm.example';

const plan: fc.Arbitrary<PanePlan> = fc.record(
  {
    action: fc.constantFrom('open' as const, 'popup' as const, 'run' as const),
    url: fc.constantFrom(`${crm}/1`, `${crm}/2`, 'https://evil.example', 'javascript:1'),
    on: fc.constantFrom('ringing' as const, 'active' as const, 'ended' as const),
    autoPause: fc.boolean(),
    newTabEachTime: fc.boolean(),
    trusted: fc.boolean(),
  },
  { requiredKeys: ['action', 'url'] },
);

/** What the port says, and after how many frames; `fails` is said by throwing. */
const decision = fc.record({
  says: fc.oneof({ weight: 3, arbitrary: plan }, fc.constantFrom(undefined, 'fails' as const)),
  after: fc.constantFrom(0, 0, 0, 1, 3, 100),
});

/** What the person does after a frame, with one of the panes that are there. */
const deed = fc.record({
  does: fc.constantFrom('nothing', 'complete', 'close', 'open', 'block', 'let', 'closeWindow'),
  pick: fc.nat(5),
});

const steps: Readonly<Record<PaneState, readonly PaneState[]>> = {
  waiting: ['open', 'blocked', 'completed', 'closed', 'refused'],
  blocked: ['open', 'completed', 'closed'],
  open: ['completed', 'closed'],
  completed: [],
  closed: [],
  refused: [],
};
const first: readonly PaneState[] = ['waiting', 'open', 'blocked', 'closed', 'refused'];

property(
  'whatever becomes of calls and whenever it is decided, a call has one pane at most, and panes keep to their states',
  [
    story,
    fc.array(decision, { minLength: 1, maxLength: 12 }),
    fc.array(deed, { minLength: 1, maxLength: 30 }),
  ],
  async (frames, decisions, deeds) => {
    const clock = virtualClock();
    const lines = connectorIds.map((id, index) => fakeConnector({ id, recyclesIds: index === 1 }));
    let asks = 0;
    let passed = 0;
    const due: { readonly at: number; readonly answer: () => void }[] = [];
    const phone = createOffhook({
      connectors: lines,
      clock,
      ids: countingIds(),
      panes: panesBy({
        origins: [crm],
        run: () => undefined,
        decide() {
          const { says, after } = decisions[asks % decisions.length]!;
          asks += 1;
          return new Promise((done, fail) =>
            due.push({
              at: passed + after,
              answer: () => (says === 'fails' ? fail(new Error('No.')) : done(says)),
            }),
          );
        },
      }),
    });
    const states = new Map<string, PaneState>();
    phone.events$.subscribe((event: EventBody) => {
      if (!('pane' in event)) return;
      const { id, state } = event.pane;
      expect(event.type).toBe(state === 'open' ? 'pane.opened' : `pane.${state}`);
      const before = states.get(id);
      // An id of a call that was set apart may begin anew, once its pane is done.
      const allowed = before === undefined || steps[before].length === 0 ? first : steps[before];
      expect(allowed).toContain(state);
      states.set(id, state);
    });

    const check = (): void => {
      const panes = phone.panes.all.value;
      const live = [...states].filter(([, state]) => steps[state].length > 0);
      expect(new Map(panes.map(({ id, state }) => [id, state]))).toEqual(new Map(live));
      const owners = panes.map(({ callId }) => phone.calls.get(callId).value?.id ?? callId);
      expect(new Set(owners).size).toBe(owners.length);
      for (const { callId, state, on } of panes) {
        const call = phone.calls.get(callId).value;
        if (state !== 'waiting' || call === undefined) continue;
        expect([hasReached(call, on), call.state === 'ended']).toEqual([false, false]);
      }
    };

    const answer = async (): Promise<void> => {
      for (const each of due.splice(0)) {
        if (each.at <= passed) each.answer();
        else due.push(each);
      }
      await settle();
    };
    const act = ({ does, pick }: (typeof deeds)[number]): void => {
      const ids = phone.panes.ids.value;
      const id = ids[pick % Math.max(ids.length, 1)] ?? 'nobody';
      if (does === 'complete') phone.completePane(id);
      if (does === 'close') phone.closePane(id);
      if (does === 'open') phone.openPane(id);
      if (does === 'closeWindow') browser.opened[pick]?.closeByHand();
      if (does === 'block' || does === 'let') browser.blocks = does === 'block';
    };

    for (const { connector, reports, passed: ms } of frames) {
      lines.find(({ id }) => id === connector)!.emit(...reports);
      check();
      act(deeds[passed % deeds.length]!);
      check();
      passed += 1;
      await answer();
      clock.advance(ms);
      check();
    }
    phone.close();
    expect(clock.pending).toBe(0);
  },
);

property(
  'however panes come and go, the agent is paused while one is open that pauses, and is then what he was before',
  [
    fc.array(fc.record({ id: fc.nat(3), pauses: fc.boolean(), ends: fc.boolean() }), { maxLength: 20 }),
    fc.constantFrom('available' as const, 'busy' as const),
  ],
  async (turns, before) => {
    const line = fakeConnector({ id: 'one' });
    const pausing = new Set<string>();
    const phone = createOffhook({
      connectors: [line],
      clock: virtualClock(),
      panes: panesBy({
        origins: [crm],
        decide: ({ call }) => ({ action: 'open', url: crm, autoPause: pausing.has(call.id) }),
      }),
    });
    line.emit({ type: 'agent', presence: before });
    for (const [turn, { id, pauses, ends }] of turns.entries()) {
      const known = phone.panes.ids.value[id];
      if (ends && known !== undefined) phone.completePane(known);
      else {
        if (pauses) pausing.add(`one:${turn}`);
        line.ring({ id: String(turn) });
      }
      await settle();
      const isPaused = phone.panes.all.value.some(({ autoPause }) => autoPause !== undefined);
      expect(phone.agent.value.presence).toBe(isPaused ? 'paused' : before);
    }
    phone.close();
  },
);
