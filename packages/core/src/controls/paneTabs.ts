import type { Offhook } from '../client.js';
import type { Pane } from '../model/pane.js';
import { createCurrent } from '../stream/state.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { paneControls, type PaneControls } from './paneControls.js';
import { blockedPanes, tabbedPanes, tabForKey } from './paneHost.js';

/** What a host of panes shows. */
export interface PaneTabsState {
  /** Those that are open and have a tab, in the tabs' order: the newest first. */
  readonly tabs: readonly Pane[];
  /** Which of them is in sight, by its id; `undefined` when there is none. */
  readonly selected: string | undefined;
  /** Popups that the browser has blocked. */
  readonly blocked: readonly Pane[];
}

/** What a host of panes needs. The functions are bound. */
export interface PaneTabs extends Omit<PaneControls, 'state'> {
  readonly state: Current<PaneTabsState>;
  readonly select: (id: string) => void;
  /**
   * Selects what this key leads to from the selected tab (arrows round and round, Home, End), and gives its id, so that
   * the host focuses that; `undefined` for any other key.
   */
  readonly selectByKey: (key: string) => string | undefined;
}

/** What somebody chose, and what there was to choose from. */
interface Choice {
  readonly id: string;
  readonly among: ReadonlySet<string>;
}

/**
 * The tabs of a host of panes. A pane that comes is selected; when the selected one leaves, what was chosen before, or
 * else the first.
 *
 * @example
 * const { state, select, close } = paneTabs(phone);
 * state.subscribe(({ tabs, selected }) => render(tabs, selected));
 */
export function paneTabs(client: Offhook): PaneTabs {
  const { state: panes, ...controls } = paneControls(client);
  const chosen = createCurrent<Choice | undefined>(undefined);
  const state = combine(
    [panes, chosen],
    (all, choice): PaneTabsState => {
      const tabs = tabbedPanes(all.panes);
      return { tabs, selected: selectedOf(tabs, choice), blocked: blockedPanes(all.panes) };
    },
    (a, b) => a.selected === b.selected && sameList(a.tabs, b.tabs) && sameList(a.blocked, b.blocked),
  );

  const select = (id: string): void =>
    chosen.set({ id, among: new Set(state.value.tabs.map((tab) => tab.id)) });

  return {
    ...controls,
    state,
    select,
    selectByKey(key) {
      const { tabs, selected } = state.value;
      const next =
        tabs[
          tabForKey(
            key,
            tabs.findIndex(({ id }) => id === selected),
            tabs.length,
          ) ?? -1
        ];
      if (next !== undefined) select(next.id);
      return next?.id;
    },
  };
}

/** The newest that came after the choice; else the chosen one, while it is there; else the first. */
function selectedOf(tabs: readonly Pane[], choice: Choice | undefined): string | undefined {
  const later = choice && tabs.find(({ id }) => !choice.among.has(id));
  return (later ?? tabs.find(({ id }) => id === choice?.id) ?? tabs[0])?.id;
}

const sameList = (a: readonly Pane[], b: readonly Pane[]): boolean =>
  a.length === b.length && a.every((pane, index) => pane === b[index]);
