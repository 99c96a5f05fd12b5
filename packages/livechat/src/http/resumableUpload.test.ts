import type { UploadOptions } from 'tus-js-client';
import type { UploadTask } from '../boot/env.js';
import { uploadFile } from './resumableUpload.js';

let given: UploadOptions;
let uploaded: unknown;

jest.mock('tus-js-client', () => ({
  Upload: class {
    constructor(file: unknown, options: UploadOptions) {
      uploaded = file;
      given = options;
    }
    start(): void {}
  },
}));

function begin(): { task: UploadTask; done: Promise<void> } {
  const task: UploadTask = {
    file: new File(['abc'], 'a.txt'),
    endpoint: 'https://chat.example/tetherfi/livechat/files?sid=s&page=p',
    headers: { 'x-offhook-token': 't' },
    metadata: { filename: 'a.txt', filetype: '', page: 'p' },
    progress: jest.fn(),
  };
  return { task, done: uploadFile(task) };
}

test('P-18: a file goes by tus with the token and its names, and nothing is kept in the browser', async () => {
  const { task, done } = begin();
  expect(uploaded).toBe(task.file);
  expect(given).toMatchObject({
    endpoint: task.endpoint,
    headers: task.headers,
    metadata: task.metadata,
    storeFingerprintForResuming: false,
  });
  given.onProgress?.(2, 3);
  expect(task.progress).toHaveBeenCalledWith(2);
  given.onSuccess?.({} as never);
  await expect(done).resolves.toBeUndefined();
});

test('P-18: a refusal rejects with the server’s status, a loss without one', async () => {
  const refused = begin();
  given.onError?.(Object.assign(new Error(), { originalResponse: { getStatus: () => 413 } }));
  await expect(refused.done).rejects.toMatchObject({ status: 413 });
  const lost = begin();
  given.onError?.(new Error('network'));
  await expect(lost.done).rejects.toMatchObject({ status: undefined });
});
