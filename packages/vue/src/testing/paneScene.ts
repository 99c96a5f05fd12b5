import { flushPromises } from '@vue/test-utils';
import { createOffhook, paneRules, type Offhook, type PanePlan } from '@offhook/core';
import { countingIds, fakeConnector, virtualClock, type FakeConnector } from '@offhook/testing';

/** A client that shows a page for each call, and what happens with it. */
export interface PaneScene {
  readonly line: FakeConnector;
  readonly phone: Offhook;
  /** The ids of the panes whose page is shown in an element now. */
  readonly attached: readonly string[];
  /** How often a page was shown, in all. */
  readonly attachCount: () => number;
  /** A call comes whose page has this title; gives the pane's id. */
  readonly comes: (title: string, plan?: Partial<PanePlan>) => Promise<string>;
}

export const paneOrigin = 'https://crm.example';

export function paneScene(): PaneScene {
  const line = fakeConnector();
  const plans = new Map<string, PanePlan>();
  const made = createOffhook({
    connectors: [line],
    clock: virtualClock(),
    ids: countingIds(),
    panes: paneRules({
      origins: [paneOrigin],
      rules: [{ on: 'ringing', pane: ({ remote: { name = '' } }) => plans.get(name) }],
    }),
  });
  const attached: string[] = [];
  let attachCount = 0;
  return {
    line,
    phone: {
      ...made,
      attachPane(element, id) {
        attachCount += 1;
        attached.push(id);
        const leave = made.attachPane(element, id);
        let left = false;
        return () => {
          leave();
          if (!left) attached.splice(attached.indexOf(id), 1);
          left = true;
        };
      },
    },
    attached,
    attachCount: () => attachCount,
    async comes(title, plan = {}) {
      plans.set(title, { action: 'open', url: `${paneOrigin}/${title}`, title, ...plan });
      const { id } = line.ring({ name: title });
      await flushPromises();
      return id;
    },
  };
}

/** A window that a popup opens in. */
export const popupWindow = () => {
  const addresses: string[] = [];
  const popup = {
    closed: false,
    opener: null,
    location: { replace: (url: string) => void addresses.push(url) },
    focus: () => {},
    close() {
      popup.closed = true;
    },
  };
  return { popup: popup as unknown as Window, addresses };
};
