import { defineComponent, h, type HTMLAttributes, type PropType, type VNode } from 'vue';
import {
  paneLabels,
  paneTabs,
  paneTitle,
  systemIds,
  type Pane,
  type PaneLabels,
  type PaneTabsState,
} from '@offhook/core';
import { LeavingDiv } from './LeavingDiv.js';
import { paneElementIds } from './paneElementIds.js';
import { PanePlace } from './PanePlace.js';
import { useCurrent } from './useCurrent.js';
import { useKeptFocus } from './useKeptFocus.js';
import { useOffhook } from './useOffhook.js';

/** The props of `PaneHost`; whatever else it is given goes to its `div`. */
export interface PaneHostProps {
  /** In the page's own language; English where left out. */
  readonly labels?: Partial<PaneLabels> | undefined;
}

const host = /* #__PURE__ */ defineComponent({
  name: 'PaneHost',
  props: { labels: Object as PropType<Partial<PaneLabels>> },
  setup(props): () => VNode | null {
    const control = paneTabs(useOffhook());
    const state = useCurrent(control.state);
    const { list, leaves } = useKeptFocus();
    // None of these is in what a server renders.
    const name = `panes-${systemIds.next()}`;

    function press(event: KeyboardEvent): void {
      // With one of these it is the browser's: Alt and an arrow go back in its history.
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const id = control.selectByKey(event.key);
      if (id === undefined) return;
      event.preventDefault();
      const { tab } = paneElementIds(name, id);
      for (const each of list.value?.querySelectorAll('button') ?? []) if (each.id === tab) each.focus();
    }

    function tabOf(pane: Pane, selected: PaneTabsState['selected']): VNode {
      const { tab, panel } = paneElementIds(name, pane.id);
      return h(
        'button',
        {
          key: pane.id,
          type: 'button',
          role: 'tab',
          id: tab,
          'aria-selected': pane.id === selected,
          'aria-controls': panel,
          tabindex: pane.id === selected ? 0 : -1,
          onClick: () => control.select(pane.id),
        },
        paneTitle(pane),
      );
    }

    function panelOf({ id, action }: Pane, selected: PaneTabsState['selected'], says: PaneLabels): VNode {
      const { tab, panel } = paneElementIds(name, id);
      const hidden = id !== selected;
      return h(
        LeavingDiv,
        { key: panel, role: 'tabpanel', id: panel, 'aria-labelledby': tab, hidden, onLeaves: leaves },
        () => [
          action === 'popup' ? h('p', says.popup) : h(PanePlace, { id }),
          h('button', { type: 'button', onClick: () => control.close(id) }, says.close),
        ],
      );
    }

    const alertOf = (pane: Pane, says: PaneLabels): VNode =>
      h(LeavingDiv, { key: `blocked ${pane.id}`, role: 'alert', onLeaves: leaves }, () => [
        h('p', paneTitle(pane)),
        h('button', { type: 'button', onClick: () => control.open(pane.id) }, says.open),
      ]);

    return () => {
      const { tabs, selected, blocked } = state.value;
      if (tabs.length === 0 && blocked.length === 0) return null;
      const says = { ...paneLabels, ...props.labels };
      const tabList =
        tabs.length === 0
          ? []
          : [
              h(
                'div',
                { key: 'tabs', ref: list, role: 'tablist', 'aria-label': says.panes, onKeydown: press },
                tabs.map((pane) => tabOf(pane, selected)),
              ),
            ];
      return h('div', [
        ...tabList,
        ...tabs.map((pane) => panelOf(pane, selected, says)),
        ...blocked.map((pane) => alertOf(pane, says)),
      ]);
    };
  },
});

/**
 * Where the pages that calls bring up are shown: a tab for each, all of them alive while one is in sight, and a button
 * for each popup that the browser blocked. Bare elements whose look is yours, in a `div` that is there while there is
 * something to show.
 *
 * @example <PaneHost class="panes" />
 * @example <PaneHost :labels="{ close: 'Schließen' }" />
 */
// Typed by what a template may give it: the type that Vue infers is another one in each of its minor versions.
export const PaneHost = host as unknown as new () => {
  readonly $props: PaneHostProps & HTMLAttributes;
};
