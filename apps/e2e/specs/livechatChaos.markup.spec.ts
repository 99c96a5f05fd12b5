import { createDesk } from '../support/livechat/desk.js';
import { allMarkup, markup, watchMarkup } from '../support/livechat-chaos/markup.js';
import { expect, test } from '../support/livechat-chaos/test.js';

test('P-7: whatever a customer writes, and wherever, is text to the agent', async ({
  context,
  openPage,
  session,
  world,
}) => {
  test.setTimeout(90_000);
  const desk = await context.newPage();
  const end = await watchMarkup(desk);
  await desk.goto(`${world.proxy.origin}/agent?session=${session}`);
  await desk.getByRole('textbox', { name: 'User' }).fill('Ann');
  await desk.getByLabel('Password').fill('secret');
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await expect(desk.getByRole('heading', { name: /^Waiting/ })).toBeVisible();

  const ada = await openPage();
  const fields = [
    'eCustName',
    'eCin',
    'eKCIN',
    'eMobileNo',
    'eEmail',
    'pTopic',
    'pLang',
    'pChannel',
    'eBrand',
  ];
  await ada.begin(Object.fromEntries(fields.map((field) => [field, allMarkup])), allMarkup);
  await ada.until('OnStartSuccess');
  await desk
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  await ada.until('OnRemoteUserConnected');
  for (const text of markup) await ada.call('SendMessage', text);
  await ada.call('SendAppMessage', allMarkup, { [allMarkup]: allMarkup });
  await ada.page.evaluate((name) => {
    const api = Reflect.get(window, 'livechat') as { uploadFiles(files: readonly File[]): void };
    api.uploadFiles([new File(['text'], `${name}.txt`, { type: 'text/plain' })]);
  }, '<img src=x onerror=xss(9)>');
  await ada.until('OnUploadComplete');
  await ada.call('RequestCallback', allMarkup);
  const log = desk.getByRole('log', { name: 'Messages' });
  for (const text of markup) await expect(log.getByText(text).first()).toBeVisible();
  await expect(log).toContainText('onerror=xss(9)');
  await ada.call('End', allMarkup);
  await ada.until('OnEnd');
  await expect(log).toContainText('ended', { ignoreCase: true });
  await end();
});

test('P-7: whatever an agent writes, and is called, is text to the customer of the sample app', async ({
  app,
  page,
  request,
  session,
}) => {
  test.setTimeout(90_000);
  const chats = createDesk(request, session);
  await chats.reset();
  const name = '<img src=x onerror=xss(0)>';
  const agent = await chats.agent(name);
  const end = await watchMarkup(page);
  await page.goto(`${app}/tetherfi?session=${session}`);
  await page.getByRole('button', { name: 'Chat with us' }).click();
  const form = page.getByRole('form', { name: 'Start chat' });
  await form.getByRole('textbox', { name: 'Name' }).fill(markup[1]);
  await form.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('status', { name: 'Queue position' })).toContainText('1');
  await agent('accept');
  await expect(page.getByRole('status', { name: 'Chat state' })).toContainText(name);
  const box = page.getByRole('textbox', { name: 'Message' });
  for (const text of markup) {
    await agent('say', { text });
    await box.fill(text);
    await box.press('Enter');
  }
  await agent('app', { text: allMarkup });
  await agent('type', { text: 'start' });
  const log = page.getByRole('log', { name: 'Messages' });
  for (const text of markup) await expect(log.getByText(text, { exact: true })).toHaveCount(2);
  await agent('leave', { text: allMarkup });
  await expect(page.getByRole('status', { name: 'Chat state' })).toContainText('Waiting');
  await end();
});
