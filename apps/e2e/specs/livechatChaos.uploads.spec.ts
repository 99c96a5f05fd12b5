import { createHash } from 'node:crypto';
import type { Entry } from '@offhook/livechat';
import type { Page } from '@playwright/test';
import { acceptNext } from '../support/livechat-chaos/acceptNext.js';
import type { AgentClient } from '../support/livechat-chaos/agentClient.js';
import { expect, test } from '../support/livechat-chaos/test.js';
import { seeded } from '../support/random.js';

const seed = Number(process.env['OFFHOOK_SEED'] || Math.floor(Math.random() * 2 ** 31));
const mega = 1024 * 1024;

interface Uploaded {
  readonly hash: string;
  /** How the promise was rejected. */
  readonly code?: string;
  readonly message?: string;
}

/** Uploads a file of random bytes, made in the page. */
const upload = (page: Page, name: string, type: string, size: number): Promise<Uploaded> =>
  page.evaluate(
    async ([name, type, size]) => {
      const bytes = new Uint8Array(size);
      for (let from = 0; from < size; from += 65_536)
        crypto.getRandomValues(bytes.subarray(from, from + 65_536));
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      const { uploadFiles } = Reflect.get(window, 'livechat') as {
        uploadFiles(files: readonly File[]): Promise<unknown>;
      };
      try {
        await uploadFiles([new File([bytes], name, { type })]);
        return { hash };
      } catch (error) {
        const { code, message } = error as Error & { code: string };
        return { hash, code, message };
      }
    },
    [name, type, size] as const,
  );

const filesOf = (agent: AgentClient, sid: string): readonly Extract<Entry, { type: 'file' }>[] =>
  agent.entries(sid).filter((entry) => entry.type === 'file');

/** Downloads as the agent does. */
async function hashAt(
  agent: AgentClient,
  path: string,
  session: string,
  sid: string,
  name: string,
): Promise<string> {
  const url = `${path.replace('/livechat', '/agent')}/files/${encodeURIComponent(name)}?session=${session}&sid=${sid}`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${agent.token}` } });
  expect(response.status).toBe(200);
  return createHash('sha256')
    .update(Buffer.from(await response.arrayBuffer()))
    .digest('hex');
}

test('P-18: 18 MB that are broken off again and again arrive whole, and once', async ({
  ann,
  openPage,
  session,
  world,
}) => {
  test.setTimeout(150_000);
  const random = seeded(seed);
  const ada = await openPage();
  await ada.begin();
  const sid = await acceptNext(ann);
  // Small ones too, so that it breaks in the middle of a piece as well as between two.
  const limits = Array.from({ length: 6 }, () => Math.floor(random() * 3.5 * mega) + 100_000);
  world.proxy.cutAfter(limits);
  console.log(`seed ${seed}, broken off after ${limits.join(', ')} bytes`);
  const { hash, code } = await upload(ada.page, 'plan.pdf', 'application/pdf', 18 * mega);
  expect(code).toBeUndefined();
  expect(world.proxy.cuts).toBeGreaterThanOrEqual(4);
  const facts = { fileName: 'plan.pdf', fileSize: 18 * mega, fileType: 'application/pdf' };
  await ada.until('OnUploadComplete', expect.objectContaining(facts));
  await expect.poll(() => filesOf(ann, sid).map(({ file }) => file.name)).toEqual(['plan.pdf']);
  expect(await hashAt(ann, world.path, session, sid, 'plan.pdf')).toBe(hash);
  expect(await ada.told('OnUploadComplete')).toHaveLength(1);
});

test('P-18: an upload goes on after the server was killed', async ({ ann, openPage, session, world }) => {
  test.setTimeout(150_000);
  const ada = await openPage();
  await ada.begin();
  const sid = await acceptNext(ann);
  await ada.page.evaluate(() => {
    const api = Reflect.get(window, 'livechat') as Record<string, unknown>;
    api['OnUploadProgress'] = ({ sent }: { sent: number }) => Object.assign(window, { sent });
  });
  const uploading = upload(ada.page, 'plan.zip', 'application/zip', 18 * mega);
  await ada.page.waitForFunction((least) => Number(Reflect.get(window, 'sent')) > least, 5 * mega);
  await world.nodes[0]?.kill();
  await world.nodes[0]?.start();
  const { hash, code } = await uploading;
  expect(code).toBeUndefined();
  await expect
    .poll(() => filesOf(ann, sid).map(({ file }) => file.name), { timeout: 20_000 })
    .toEqual(['plan.zip']);
  expect(await hashAt(ann, world.path, session, sid, 'plan.zip')).toBe(hash);
});

test('P-18: what may not be sent is refused by name, and a path is none of a name', async ({
  ann,
  openPage,
  session,
  world,
}) => {
  const ada = await openPage();
  await ada.begin();
  const sid = await acceptNext(ann);
  const refused = async (name: string, type: string, size = 1_000) =>
    (await upload(ada.page, name, type, size)).code;
  expect(await refused('run.exe', 'application/x-msdownload')).toBe('TypeNotAllowed');
  expect(await refused('page.html', 'text/html')).toBe('TypeNotAllowed');
  expect(await refused('picture.svg', 'image/svg+xml')).toBe('TypeNotAllowed');
  // Name and type have to go together.
  expect(await refused('run.exe', 'image/png')).toBe('TypeNotAllowed');
  expect(await refused('picture.png', 'text/html')).toBe('TypeNotAllowed');
  expect(await refused('large.pdf', 'application/pdf', 20 * mega + 1)).toBe('TooLarge');
  expect(await refused('../..', 'application/pdf')).toBe('BadRequest');
  const { hash, code } = await upload(ada.page, '../../../etc/pass wd.txt', 'text/plain', 1_000);
  expect(code).toBeUndefined();
  await expect.poll(() => filesOf(ann, sid).map(({ file }) => file.name)).toEqual(['pass wd.txt']);
  expect(await hashAt(ann, world.path, session, sid, 'pass wd.txt')).toBe(hash);
  // Of those that were refused nothing is in the chat.
  expect(ann.entries(sid).map(({ type }) => type)).toEqual(['start', 'connect', 'file']);
});
