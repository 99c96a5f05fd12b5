import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  canaryAddress,
  canaryHtml,
  createCanaries,
  framedHtml,
  listed,
  type Canaries,
} from '../support/faces/canaries.js';
import { domAlone } from '../support/faces/customerFaces.js';
import { formCss } from '../support/faces/formHtml.js';
import { eventsIn } from '../support/faces/framesOf.js';
import { expect, test } from '../support/faces/test.js';

test.use({ ownBackEnd: true });
test.setTimeout(120_000);

/** What can only be made by a script: shadow trees, and values that are no attributes. */
async function plantByScript(page: Page, plant: Canaries['plant']): Promise<void> {
  const secrets = {
    open: plant('text in a shadow tree'),
    openValue: plant('value in a shadow tree'),
    closed: plant('text in a closed shadow tree'),
    property: plant('value that is set by a script'),
    cookie: plant('cookie of the page'),
    storage: plant('local storage'),
  };
  await page.evaluate(({ open, openValue, closed, property, cookie, storage }) => {
    const field = (value: string): HTMLInputElement => {
      const input = document.createElement('input');
      input.value = value;
      // Listed, but not here.
      input.id = 'in-shadow';
      return input;
    };
    document.getElementById('shadow-host')?.attachShadow({ mode: 'open' }).append(open, field(openValue));
    document.getElementById('closed-host')?.attachShadow({ mode: 'closed' }).append(closed);
    const own = document.getElementById('c-placeholder') as HTMLInputElement;
    own.value = property;
    document.cookie = `secret=${cookie}`;
    localStorage.setItem('secret', storage);
  }, secrets);
}

/** What a customer does, and a browser for them. */
async function work(page: Page, plant: Canaries['plant'], when: string): Promise<void> {
  // A key at a time.
  await page.locator('#c-text').pressSequentially(plant(`typed ${when}`));
  await page.locator('#c-password').pressSequentially(plant(`typed password ${when}`));
  await page.locator('#listed-password').pressSequentially(plant(`typed listed password ${when}`));
  await page.locator('#c-editable').pressSequentially(plant(`typed editable text ${when}`));
  await page.locator('#c-area').pressSequentially(plant(`typed text area ${when}`));
  // From one field to another by the clipboard.
  await page.locator('#c-search').fill(plant(`pasted ${when}`));
  await page.locator('#c-search').press('Control+a');
  await page.keyboard.press('Control+c');
  await page.locator('#c-title').focus();
  await page.keyboard.press('Control+v');
  await page.locator('#c-editable').focus();
  await page.keyboard.press('Control+v');
  const secrets = {
    autofill: plant(`autofilled ${when}`),
    value: plant(`value of an inserted control ${when}`),
    label: plant(`label of an inserted checkbox ${when}`),
    option: plant(`text of an inserted option ${when}`),
    edit: plant(`inserted editable text ${when}`),
    attribute: plant(`value that becomes an attribute ${when}`),
    data: plant(`data-* that comes later ${when}`),
    frame: plant(`srcdoc of an inserted frame ${when}`),
    query: plant(`query that comes later ${when}`),
    hash: plant(`hash that comes later ${when}`),
    shown: plant(`password that is shown ${when}`),
    shadow: plant(`shadow text that comes later ${when}`),
    class: plant(`validation message ${when}`),
  };
  await page.evaluate((secret) => {
    const make = <Name extends keyof HTMLElementTagNameMap>(
      name: Name,
      attributes: Readonly<Record<string, string>> = {},
    ): HTMLElementTagNameMap[Name] => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const place = document.getElementById('place');
    // As a browser fills a form in.
    const mail = document.getElementById('c-email') as HTMLInputElement;
    mail.value = secret.autofill;
    for (const type of ['input', 'change']) mail.dispatchEvent(new Event(type, { bubbles: true }));
    place?.append(make('input', { value: secret.value }));
    const label = make('label');
    const box = make('input', { type: 'checkbox' });
    box.checked = true;
    label.append(box, secret.label);
    const select = make('select');
    const option = make('option', { selected: '' });
    option.textContent = secret.option;
    select.append(option);
    const editable = make('div', { contenteditable: '' });
    editable.textContent = secret.edit;
    place?.append(label, select, editable);
    document.getElementById('c-tel')?.setAttribute('value', secret.attribute);
    document.getElementById('lead')?.setAttribute('data-later', secret.data);
    place?.append(make('iframe', { srcdoc: `<p>${secret.frame}</p>` }));
    history.pushState({}, '', `?later=${secret.query}#${secret.hash}`);
    const password = document.getElementById('c-password') as HTMLInputElement;
    password.value = secret.shown;
    // An eye is clicked.
    password.type = 'text';
    password.dispatchEvent(new Event('input', { bubbles: true }));
    document.getElementById('shadow-host')?.shadowRoot?.append(secret.shadow);
    mail.setCustomValidity(secret.class);
    mail.setAttribute('aria-errormessage', secret.class);
  }, secrets);
}

async function bytesIn(folder: string): Promise<string> {
  let all = '';
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) all += await readFile(path.join(entry.parentPath, entry.name), 'latin1');
  }
  return all;
}

for (const overSocket of [true, false]) {
  test(`P-22, T-108, T-115: of 40 secrets and more, none leaves the page or is kept, ${overSocket ? 'by a WebSocket' : 'by plain requests'}`, async ({
    ann,
    backEnd,
    context,
    front,
    meet,
    openPage,
  }) => {
    const canaries = createCanaries();
    const { plant } = canaries;
    if (!overSocket) await context.addInitScript(() => Reflect.deleteProperty(window, 'WebSocket'));
    front.put('/framed', framedHtml(plant));
    front.put('/picture', '');
    const customer = await openPage({
      parts: ['chat', 'av', 'cobrowse'],
      body: canaryHtml(plant),
      css: formCss,
      at: canaryAddress(plant),
    });
    const { page } = customer;
    await plantByScript(page, plant);
    await meet(customer);
    await customer.setCobr(domAlone, listed, true, true);
    await customer.call('StartCobr');
    await expect(ann.replay.getByText('Fill it in at your own pace.')).toBeVisible({ timeout: 20_000 });

    await page.locator('#full-name').pressSequentially('Ada Lovelace');
    await page.locator('#plan-a').check();
    await page.locator('#agree').check();
    await page.locator('#country').selectOption('sg');
    await work(page, plant, 'while it is seen');
    const { replay } = ann;
    await expect(replay.locator('#full-name')).toHaveValue('Ada Lovelace');
    await expect(replay.locator('#country')).toHaveValue('sg');

    // The agent comes anew, and the whole page with them; then the customer's page does.
    await ann.reload();
    await expect(replay.locator('#full-name')).toHaveValue('Ada Lovelace', { timeout: 20_000 });
    await work(page, plant, 'after a late join');
    await page.locator('#full-name').press('End');
    await page.locator('#full-name').pressSequentially(' again');
    await expect(replay.locator('#full-name')).toHaveValue('Ada Lovelace again');
    await expect(replay.locator('#plan-a')).toBeChecked();
    await expect(replay.locator('#agree')).toBeChecked();
    await customer.call('slog', 'info', 'page', 'a line of the log');
    await customer.call('EndCobr', true, true);
    await customer.untilCobr('ended');
    await customer.call('End', 'Done');
    await customer.until('OnEnd');
    await page.close({ runBeforeUnload: true });
    await backEnd.node?.kill();

    expect(canaries.all.length).toBeGreaterThanOrEqual(40);
    const wires = {
      'frames that the page sent': customer.sent.join('\n'),
      'requests of the page': front.said.join('\n'),
      'frames that the agent got': ann.heard.join('\n'),
      // A frame may have been cut in the middle of a secret.
      'events that the agent got': JSON.stringify(eventsIn(ann.heard)),
      'what is stored': await bytesIn(backEnd.folder ?? ''),
    };
    for (const [name, said] of Object.entries(wires)) {
      // It is what it is said to be: something is in it.
      const marker = name === 'what is stored' ? 'Cards' : 'Ada';
      const isEmpty = overSocket ? name === 'requests of the page' : name === 'frames that the page sent';
      if (!isEmpty) expect(said, name).toContain(marker);
      const found = canaries.all.filter(({ text }) => said.includes(text)).map(({ where }) => where);
      expect(found, name).toEqual([]);
    }
    console.log(`${canaries.all.length} secrets; none is found`);
  });
}
