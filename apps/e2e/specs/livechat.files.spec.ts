import type { Page } from '@playwright/test';
import { liveChatPath } from '../support/livechat/liveChatOrigin.js';
import { expect, test } from '../support/livechat/test.js';

const body = '<input type="file" multiple aria-label="Files">';

/** Chooses files in the page’s own field, and hands its list to the API as the document says. */
async function upload(
  page: Page,
  ...files: readonly { name: string; mimeType: string; buffer: Buffer }[]
): Promise<void> {
  await page.getByLabel('Files').setInputFiles([...files]);
  await page.evaluate(() => {
    const api = Reflect.get(window, 'livechat') as { uploadFiles(list: FileList | null): void };
    api.uploadFiles(document.querySelector('input')?.files ?? null);
  });
}

const pdf = (name: string, text: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n${text}`),
});

/** Downloads as the customer's browser would; the name is one that the API was given. */
const download = (
  page: Page,
  name: string,
): Promise<{ status: number; text: string; disposition: string | null }> =>
  page.evaluate(async (fileName) => {
    const api = Reflect.get(window, 'livechat') as { prepareDownloadURL(name: string): string };
    const response = await fetch(api.prepareDownloadURL(fileName), { credentials: 'include' });
    return {
      status: response.status,
      text: await response.text(),
      disposition: response.headers.get('content-disposition'),
    };
  }, name);

test('T-124, T-172: files are uploaded, and name, size and type are told to all pages', async ({
  openPage,
}) => {
  const customer = await openPage({ body });
  await customer.begin();
  await customer.until('OnStartSuccess');
  const tab = await openPage();
  await tab.call('Open');
  await tab.until('OnOpenSuccess');
  const bill = pdf('my bill.pdf', 'due');
  const note = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('A note') };
  await upload(customer.page, bill, note);
  for (const page of [customer, tab]) {
    for (const { name: fileName, buffer, mimeType: fileType } of [bill, note]) {
      await page.until(
        'OnUploadComplete',
        expect.objectContaining({ fileName, fileSize: buffer.length, fileType }),
      );
    }
  }
});

test('T-24, T-123: the URL of a file is made at once, and gives the file to this browser alone', async ({
  openPage,
  playwright,
}) => {
  const customer = await openPage({ body });
  await customer.begin();
  await customer.until('OnStartSuccess');
  await upload(customer.page, pdf('my bill.pdf', 'the first'));
  await customer.until('OnUploadComplete');
  const url = await customer.page.evaluate(() => {
    const api = Reflect.get(window, 'livechat') as { prepareDownloadURL(name: string): unknown };
    return api.prepareDownloadURL('my bill.pdf');
  });
  expect(String(url)).toContain(`${liveChatPath}/files/my%20bill.pdf`);
  const got = await download(customer.page, 'my bill.pdf');
  expect([got.status, got.text]).toEqual([200, '%PDF-1.7\nthe first']);
  // The same name again is another file.
  await upload(customer.page, pdf('my bill.pdf', 'the second'));
  await customer.until('OnUploadComplete', expect.objectContaining({ fileName: 'my bill (2).pdf' }));
  expect((await download(customer.page, 'my bill (2).pdf')).text).toBe('%PDF-1.7\nthe second');
  const stranger = await playwright.request.newContext();
  const refused = await stranger.get(String(url));
  expect(refused.status()).toBeGreaterThanOrEqual(400);
  await stranger.dispose();
});
