import type { Page } from '@playwright/test';
import { launcher, serviceOrigin } from '../support/addresses.js';
import { clickAway } from '../support/clickAway.js';
import { createPanes, plainPane, servePane } from '../support/panes.js';
import { expect, numbers } from '../support/test.js';
import { test } from '../support/xivoTest.js';

/** A page that tries everything, and notes what became of it. */
const hostile = `<!doctype html><title>Hostile</title><h1>Hostile</h1><output></output><script>
  const tries = {
    document: () => void parent.document.body,
    storage: () => void parent.localStorage.length,
    sibling: () => {
      for (let at = 0; at < parent.frames.length; at += 1)
        if (parent.frames[at] !== self) void parent.frames[at].document.body;
    },
    top: () => { top.location = 'https://example.com/'; },
    replace: () => top.location.replace('https://example.com/'),
    close: () => top.close(),
    named: () => void open('https://example.com/', '_top').document,
  };
  const told = Object.entries(tries).map(([name, run]) => {
    try { run(); return name + ' ran'; } catch (error) { return name + ' ' + error.name; }
  });
  // As any window but a pane's own could.
  const nested = document.createElement('iframe');
  nested.srcdoc = '<script>for (const each of [parent.parent, top]) {' +
    "each.postMessage('closeThirdParty', '*'); each.postMessage({ type: 'offhook:pane-complete' }, '*'); }" +
    "parent.postMessage('nested ran', '*')</" + 'script>';
  addEventListener('message', ({ data }) => {
    if (data !== 'nested ran') return;
    for (let at = 0; at < parent.frames.length; at += 1) parent.frames[at].postMessage('closeThirdParty', '*');
    // What is no completion, from the right window.
    for (const noise of ['close', '', null, 7, ['closeThirdParty'], { type: 'closeThirdParty' }]) parent.postMessage(noise, '*');
    document.querySelector('output').textContent = told.join(', ');
  });
  document.body.append(nested);
</script>`;

test('a hostile page in a pane closes no pane, reads nothing, and leads nobody away', async ({
  context,
  phone,
  simulator,
  xivo,
}) => {
  const panes = createPanes(phone.page);
  const address = phone.page.url();
  for (const [title, html, number] of [
    ['Victim', plainPane('Victim'), numbers.ada],
    ['Hostile', hostile, numbers.jennifer],
  ] as const) {
    const url = await servePane(context, title, html);
    await xivo.config({ answer: { action: 'open', url, title } });
    await simulator.ring(number);
    await expect(panes.tab(title)).toBeVisible();
  }
  const told = panes.page('Hostile').locator('output');
  await expect(told).toContainText('document SecurityError');
  await expect(told).toContainText('storage SecurityError');
  await expect(panes.tabs).toHaveCount(2);
  expect(phone.page.url()).toBe(address);
  expect(context.pages()).toHaveLength(1);
  for (const title of ['Hostile', 'Victim']) {
    await panes.tab(title).click();
    await expect(panes.frame(title)).toHaveAttribute('sandbox', /^(?!.*top-navigation).*allow-scripts/);
  }
  // The other one still works, and closes itself alone.
  await clickAway(panes.page('Victim'), 'Done');
  await expect(panes.tabs).toHaveText(['Hostile']);
});

test('a page of our own origin in a pane is in a sandbox without it', async ({ phone, simulator, xivo }) => {
  const panes = createPanes(phone.page);
  await xivo.config({ answer: { action: 'open', url: `${launcher}/crm/logs`, title: 'Ours' } });
  await simulator.ring(numbers.ada);
  await expect(panes.frame('Ours')).toHaveAttribute('sandbox', /^(?!.*same-origin)/);
  const origin = panes.page('Ours').locator('html');
  expect(await origin.evaluate(() => self.origin)).toBe('null');
});

const forbidden = [
  'https://evil.example.com/',
  'http://localhost:1/',
  'javascript:parent.closed',
  'data:text/html,<h1>Hi</h1>',
  'file:///etc/passwd',
  `http://user:secret@localhost:${new URL(launcher).port}/react/xivo`,
];

test('an address that isn’t allowed is refused, in a frame and in a window', async ({
  context,
  phone,
  simulator,
}) => {
  const panes = createPanes(phone.page);
  let answer = {};
  // Ours sends no such answer, whoever wants it: this is another's.
  await context.route(`${serviceOrigin}/xivo?*`, (route) => route.fulfill({ json: answer }));
  for (const [index, url] of forbidden.entries()) {
    const action = index % 2 === 0 ? 'open' : 'popup';
    const title = `Forbidden ${index}`;
    answer = { action, url, title };
    const id = await simulator.ring(`+1216532${index}000`);
    await expect(phone.events).toContainText(`pane.refused ${title}`);
    await simulator.act(id, 'cancel');
  }
  await expect(phone.page.getByText('secret')).toHaveCount(0);
  await expect(panes.list).toHaveCount(0);
  expect(context.pages()).toHaveLength(1);
});

test('run is refused: there is no desktop shell', async ({ phone, simulator, xivo }) => {
  await xivo.config({ answer: { action: 'run', url: '/usr/bin/crm', title: 'Program' } });
  await simulator.ring(numbers.ada);
  await expect(phone.events).toContainText('pane.refused Program');
});

test('a popup has an opener where its origin is trusted, and none elsewhere', async ({
  app,
  context,
  phone,
  session,
  simulator,
  xivo,
}) => {
  const opener = (popup: Page): Promise<boolean> => popup.evaluate(() => window.opener !== null);
  const opened = async (url: string, number: string): Promise<Page> => {
    await xivo.config({ answer: { action: 'popup', url, title: 'Popup', multitab: true } });
    const opening = context.waitForEvent('page');
    await simulator.ring(number);
    const popup = await opening;
    await popup.waitForURL((at) => at.href.startsWith(url));
    return popup;
  };
  const trusted = await opened(`${launcher}${app}/xivo?session=${session}`, numbers.ada);
  expect(await opener(trusted)).toBe(true);
  const untrusted = await opened(await servePane(context, 'plain', plainPane('Plain')), numbers.jennifer);
  expect(await opener(untrusted)).toBe(false);
  await expect(createPanes(phone.page).tabs).toHaveText(['Popup', 'Popup']);
});
