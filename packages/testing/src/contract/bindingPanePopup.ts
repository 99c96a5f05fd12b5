import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';
import { paneHostPage } from './paneHostPage.js';
import { settle } from './settle.js';

/** Runs a check with a browser that blocks windows until it is told not to; gives how often one was asked for. */
async function withWindows(
  check: (browser: { blocks: boolean; readonly asked: () => number }) => Promise<void>,
): Promise<void> {
  const before = window.open;
  let asked = 0;
  const browser = { blocks: true, asked: () => asked };
  const opened = { closed: false, opener: window, location: { replace() {} }, focus() {}, close() {} };
  // A pane's window is sent to its page, looked at and closed; the rest of a Window would be dead weight here.
  window.open = () => {
    asked += 1;
    return browser.blocks ? null : (opened as unknown as Window);
  };
  try {
    await check(browser);
  } finally {
    window.open = before;
  }
}

/** Popups in the place where panes are shown. */
export function bindingPanePopup(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'the host of panes tells of a blocked window, and opens it right in the click',
      check: () =>
        withWindows((browser) =>
          inScene(async ({ phone, line, panes }) => {
            const host = await driver.mountPaneHost(phone);
            const page = paneHostPage(host);
            panes.show('fake:a', { action: 'popup', title: 'Ann Lee' });
            await driver.act(async () => {
              line.ring({ id: 'a' });
              await settle();
            });
            const [alert, ...others] = page.alerts();
            demandSame(others.length, 0, 'further alerts');
            demand(alert?.textContent.includes('Ann Lee') === true, 'the alert doesn’t say which page');
            demandSameList(page.tabTexts(), [], 'tabs');
            await driver.act(() => page.press('Open', alert));
            demandSame(page.alerts().length, 1, 'alerts while the browser goes on blocking');
            browser.blocks = false;
            await driver.act(() => {
              const before = browser.asked();
              page.press('Open', page.alerts()[0]);
              demandSame(browser.asked(), before + 1, 'windows asked for in the click itself');
            });
            demandSame(page.alerts().length, 0, 'alerts once it is open');
            demandSameList(page.tabTexts(), ['[Ann Lee]'], 'tabs');
            demand(
              page.panel().textContent.includes('Open in another window'),
              'the panel doesn’t say where the page is',
            );
            demandSame(page.iframes().length, 0, 'frames');
            await driver.act(() => page.press('Close pane'));
            demandSameList(phone.panes.ids.value, [], 'panes at last');
            await host.unmount();
          }),
        ),
    },
    {
      name: 'the host of panes says of windows what it is given to say',
      check: () =>
        withWindows((browser) =>
          inScene(async ({ phone, line, panes }) => {
            const host = await driver.mountPaneHost(phone, { open: 'Show', popup: 'Elsewhere' });
            const page = paneHostPage(host);
            panes.show('fake:a', { action: 'popup' });
            await driver.act(async () => {
              line.ring({ id: 'a' });
              await settle();
            });
            browser.blocks = false;
            await driver.act(() => page.press('Show'));
            demand(page.panel().textContent.includes('Elsewhere'), 'the panel says something else');
            await host.unmount();
          }),
        ),
    },
  ];
}
