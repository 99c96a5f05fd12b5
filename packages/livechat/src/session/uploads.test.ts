import type { UploadModule, UploadTask } from '../boot/env.js';
import { connectedChat, type Scene } from '../testing/chatting.js';
import type { Page } from '../testing/browser.js';

const file = (name: string, text = 'abc'): File => new File([text], name, { type: 'text/plain' });

/** A page whose uploads go through `uploadFile`, with a chat of its own. */
async function withUploads(
  uploadFile: UploadModule['uploadFile'] | undefined,
): Promise<Scene & { uploader: Page; loads: () => number }> {
  const scene = await connectedChat();
  let loads = 0;
  const uploader = scene.browser.page('single', {
    loadUploads: async () => {
      loads += 1;
      if (uploadFile === undefined) throw new Error('blocked');
      return { uploadFile };
    },
  });
  uploader.api.Open();
  await scene.pass();
  uploader.told.length = 0;
  return { ...scene, uploader, loads: () => loads };
}

test('T-124, P-18: files go one after another through the part that is loaded once, with their progress', async () => {
  const tasks: UploadTask[] = [];
  const { uploader, sid, loads, browser } = await withUploads(async (task) => {
    tasks.push(task);
    task.progress(1);
    task.progress(3);
  });
  const files = [file('a.txt'), file('b.txt')];
  await expect(uploader.api.uploadFiles(files)).resolves.toEqual([
    { fileName: 'a.txt', fileSize: 3, fileType: 'text/plain' },
    { fileName: 'b.txt', fileSize: 3, fileType: 'text/plain' },
  ]);
  expect(loads()).toBe(1);
  expect(tasks.map(({ endpoint, headers, metadata }) => ({ endpoint, headers, metadata }))).toEqual(
    ['a.txt', 'b.txt'].map((filename) => ({
      endpoint: `https://chat.example/tetherfi/livechat/files?sid=${sid}&page=${uploader.id}`,
      headers: { 'x-offhook-token': `token-${browser.jar.cookie}-0` },
      metadata: { filename, filetype: 'text/plain', page: uploader.id },
    })),
  );
  expect(uploader.of('OnUploadProgress').map(([progress, id]) => [progress, id])).toEqual([
    [{ file: files[0], fileName: 'a.txt', fileSize: 3, fileType: 'text/plain', sent: 1 }, sid],
    [{ file: files[0], fileName: 'a.txt', fileSize: 3, fileType: 'text/plain', sent: 3 }, sid],
    [{ file: files[1], fileName: 'b.txt', fileSize: 3, fileType: 'text/plain', sent: 1 }, sid],
    [{ file: files[1], fileName: 'b.txt', fileSize: 3, fileType: 'text/plain', sent: 3 }, sid],
  ]);
});

test.each([
  ['that cannot be loaded', undefined],
  ['that the server does not know', async () => Promise.reject(Object.assign(new Error(), { status: 404 }))],
])('P-18: with an uploader %s, the file goes in one piece', async (_name, uploadFile) => {
  const { backEnd, uploader, sid, pass } = await withUploads(uploadFile);
  const done = uploader.api.uploadFiles([file('a.txt')]);
  await pass();
  await done;
  const call = backEnd.http.find(({ path }) => path === 'upload');
  expect(call?.params.get('sid')).toBe(sid);
  expect(call?.headers).toHaveProperty('x-offhook-token');
  expect((call?.body as FormData).get('file')).toMatchObject({ name: 'a.txt', size: 3 });
  expect(uploader.of('OnUploadProgress').map(([progress]) => (progress as { sent: number }).sent)).toEqual([
    0, 3,
  ]);
});

test.each([
  [400, 'BadRequest'],
  [413, 'TooLarge'],
  [415, 'TypeNotAllowed'],
  [undefined, 'UploadFailed'],
])('P-18: an upload refused with %s rejects with %s, after the others were tried', async (status, code) => {
  const tried: string[] = [];
  const { uploader } = await withUploads(async (task) => {
    tried.push(task.file.name);
    if (task.file.name === 'a.txt') throw Object.assign(new Error('no'), { status });
  });
  await expect(uploader.api.uploadFiles([file('a.txt'), file('b.txt')])).rejects.toMatchObject({ code });
  expect(tried).toEqual(['a.txt', 'b.txt']);
});

test('P-18: a page that shows no chat uploads nothing', async () => {
  const { backEnd, browser, pass } = await connectedChat();
  const other = browser.page();
  const done = other.api.uploadFiles([file('a.txt')]);
  await pass();
  await expect(done).rejects.toMatchObject({ code: 'NoSuchChat' });
  expect(backEnd.http.some(({ path }) => path === 'upload')).toBe(false);
});
