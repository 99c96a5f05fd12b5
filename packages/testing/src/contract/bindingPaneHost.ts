import type { PaneLabels } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene, type BindingScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';
import { paneHostPage, type PaneHostPage } from './paneHostPage.js';
import { settle } from './settle.js';

/** A mounted host of panes, and what opens some in it. */
interface Stage {
  readonly page: PaneHostPage;
  readonly element: HTMLElement;
  /** The panes whose pages are shown now, by id. */
  readonly attached: readonly string[];
  /** Calls come, and a page is shown for each: its title is the call's vendor id. */
  open(...ids: readonly string[]): Promise<void>;
  unmount(): Promise<void>;
}

/** The place where panes are shown. */
export function bindingPaneHost(driver: BindingDriver): Behaviour[] {
  async function come({ line, panes }: BindingScene, ids: readonly string[]): Promise<void> {
    await driver.act(async () => {
      for (const id of ids) {
        panes.show(`${line.id}:${id}`, { title: id });
        line.ring({ id });
        await settle();
      }
    });
  }

  async function mountHost(scene: BindingScene, labels?: Partial<PaneLabels>): Promise<Stage> {
    const attached: string[] = [];
    const { phone } = scene;
    const watched = {
      ...phone,
      attachPane: (element: HTMLElement, id: string) => {
        const detach = phone.attachPane(element, id);
        attached.push(id);
        return () => {
          attached.splice(attached.indexOf(id), 1);
          detach();
        };
      },
    };
    const host = await driver.mountPaneHost(watched, labels);
    let isMounted = true;
    return {
      attached,
      page: paneHostPage(host),
      element: host.element,
      open: (...ids) => come(scene, ids),
      async unmount() {
        if (isMounted) await host.unmount();
        isMounted = false;
      },
    };
  }

  const inHost = (
    name: string,
    check: (stage: Stage, scene: BindingScene) => Promise<void>,
    labels?: Partial<PaneLabels>,
  ): Behaviour => ({
    name: `the host of panes ${name}`,
    check: () =>
      inScene(async (scene) => {
        const stage = await mountHost(scene, labels);
        try {
          await check(stage, scene);
        } finally {
          await stage.unmount();
        }
      }),
  });

  return [
    inHost(
      'shows nothing while no pane is open: neither for one that waits nor for a program',
      async (stage, scene) => {
        const { element } = stage;
        const demandNothing = (when: string): void =>
          demandSame(element.querySelectorAll('[role], button, iframe').length, 0, `what is shown ${when}`);
        demandNothing('at first');
        scene.panes.show('fake:a', { on: 'active' });
        await driver.act(async () => {
          scene.line.ring({ id: 'a' });
          await settle();
        });
        demandSame(scene.phone.panes.ids.value.length, 1, 'panes that wait');
        demandNothing('while one waits');
      },
    ),
    inHost(
      'has a tab and a panel for each open pane, and selects the one that comes',
      async ({ page, element, open }) => {
        await open('a');
        const [list, ...others] = element.querySelectorAll('[role=tablist]');
        demandSame(others.length, 0, 'further tablists');
        demandSame(list?.getAttribute('aria-label'), 'Panes', 'the name of the tablist');
        demandSameList(page.tabTexts(), ['[a]'], 'tabs');
        await open('b');
        demandSameList(page.tabTexts(), ['[b]', 'a'], 'tabs of two panes');
        demandSameList(
          page.tabs().map((tab) => tab.getAttribute('aria-selected')),
          ['true', 'false'],
          'selected',
        );
        demandSameList(
          page.tabs().map((tab) => tab.tabIndex),
          [0, -1],
          'in the order of the Tab key',
        );
        demandSame(page.panels().length, 2, 'panels');
        for (const tab of page.tabs()) {
          const panel = element.querySelector(`[id="${tab.getAttribute('aria-controls') ?? ''}"]`);
          demandSame(panel?.getAttribute('role'), 'tabpanel', 'the role of what a tab controls');
          demandSame(panel?.getAttribute('aria-labelledby'), tab.id, 'what names the panel');
          demandSame(panel?.hasAttribute('hidden'), tab.tabIndex === -1, 'whether it is hidden');
          demandSame(panel?.querySelectorAll('iframe').length, 1, 'frames in it');
        }
        demandSame(page.panel().querySelector('iframe')?.title, 'b', 'the title of the frame that is seen');
      },
    ),
    inHost(
      'shows those that were open before it, the newest selected',
      async ({ page, open, unmount }, scene) => {
        await open('a', 'b');
        await unmount();
        const again = await mountHost(scene);
        demandSameList(again.page.tabTexts(), ['[b]', 'a'], 'tabs of a host that comes late');
        demandSame(again.page.iframes().length, 2, 'frames in it');
        demandSame(page.iframes().length, 0, 'frames in the one that went');
        await again.unmount();
      },
    ),
    inHost(
      'keeps each page as it is while others come, go and are selected',
      async ({ page, open }, { phone }) => {
        await open('a');
        const [first] = page.iframes();
        await open('b', 'c');
        await driver.act(() => page.tab('a').click());
        await driver.act(() => phone.closePane('fake:c'));
        demand(
          first !== undefined && page.iframes().includes(first),
          'the page of the first pane began anew',
        );
        demand(page.panel().contains(first), 'the first pane is not the one that is seen');
      },
    ),
    inHost('selects another when the selected one is done', async ({ page, open }, { phone }) => {
      await open('a', 'b', 'c');
      await driver.act(() => phone.completePane('fake:c'));
      demandSameList(page.tabTexts(), ['[b]', 'a'], 'tabs');
      await driver.act(() => phone.completePane('fake:a'));
      demandSameList(page.tabTexts(), ['[b]'], 'tabs after one that was not selected is done');
      await driver.act(() => phone.completePane('fake:b'));
      demandSameList(page.tabTexts(), [], 'tabs at last');
      demandSame(page.panels().length, 0, 'panels at last');
    }),
    inHost('is walked by keys: arrows round and round, Home and End', async ({ page, open }) => {
      await open('a', 'b', 'c');
      page.tab('c').focus();
      const walk = async (key: string, to: string): Promise<void> => {
        await driver.act(() => page.key(key));
        const texts = ['c', 'b', 'a'].map((text) => (text === to ? `[${text}]` : text));
        demandSameList(page.tabTexts(), texts, `tabs after ${key}`);
        demandSame(document.activeElement, page.tab(to), `the focus after ${key}`);
        demandSame(page.panel().querySelector('iframe')?.title, to, `the page after ${key}`);
      };
      await walk('ArrowRight', 'b');
      await walk('End', 'a');
      await walk('ArrowRight', 'c');
      await walk('ArrowLeft', 'a');
      await walk('Home', 'c');
      await walk('x', 'c');
    }),
    inHost(
      'doesn’t take the focus when a pane comes or goes, nor when a tab is selected',
      async ({ page, open }, { phone }) => {
        const field = document.createElement('input');
        document.body.append(field);
        field.focus();
        await open('a', 'b');
        await driver.act(() => page.tab('a').click());
        demandSameList(page.tabTexts(), ['b', '[a]'], 'tabs after a click');
        await driver.act(() => phone.closePane('fake:a'));
        const focused = document.activeElement;
        field.remove();
        demand(focused === field, 'the focus was taken');
      },
    ),
    inHost(
      'puts the focus on the selected tab where it was in the pane that leaves',
      async ({ page, open }) => {
        await open('a', 'b');
        const [close] = page.panel().querySelectorAll('button');
        close?.focus();
        demandSame(document.activeElement, close, 'what has the focus before');
        await driver.act(() => close?.click());
        demandSameList(page.tabTexts(), ['[a]'], 'tabs');
        demandSame(document.activeElement, page.tab('a'), 'what has the focus');
      },
    ),
    inHost('closes the pane that is seen', async ({ page, open }, { phone }) => {
      const closed: string[] = [];
      phone.on('pane.closed', ({ pane }) => closed.push(pane.id));
      await open('a', 'b');
      await driver.act(() => page.tab('a').click());
      await driver.act(() => page.press('Close pane'));
      demandSameList(closed, ['fake:a'], 'panes that were closed');
      demandSameList(page.tabTexts(), ['[b]'], 'tabs');
    }),
    inHost(
      'leaves no frame and no observer behind',
      async ({ element, attached, open, unmount }, { observed, phone }) => {
        await open('a', 'b', 'c');
        demand(observed().length > 0, 'the host observes nothing');
        await driver.act(() => phone.closePane('fake:c'));
        demandSameList([...attached].sort(), ['fake:a', 'fake:b'], 'panes whose pages are shown');
        await unmount();
        demandSameList(attached, [], 'panes whose pages are shown then');
        demandSame(element.querySelectorAll('iframe').length, 0, 'frames in its element');
        demandSame(document.querySelectorAll('iframe').length, 0, 'frames in the document');
        demandSameList(observed(), [], 'observers');
      },
    ),
    inHost(
      'says it in the words that it is given',
      async ({ page, element, open }) => {
        await open('a');
        demandSame(
          element.querySelector('[role=tablist]')?.getAttribute('aria-label'),
          'Pages',
          'the tablist',
        );
        await driver.act(() => page.press('Away'));
        demandSameList(page.tabTexts(), [], 'tabs');
      },
      { panes: 'Pages', close: 'Away' },
    ),
  ];
}
