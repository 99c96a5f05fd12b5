import { settle } from './testing/settle.js';
import { connected, stage } from './testing/stage.js';

/** As much of a File as is read. */
const file = (name: string, size = 1_000, type = 'application/pdf'): File => ({ name, size, type }) as File;

describe('files', () => {
  test('T-124: T-172: one after another, each done when the vendor says so', async () => {
    const { client, vendor, fire, chat, chatId, messages, told } = await connected();
    vendor.on('prepareDownloadURL', (name) => `/tetherfi/livechat/files/${encodeURIComponent(String(name))}`);
    const [a, b] = [file('a.pdf'), file('b.pdf', 2_000)];
    await client.execute({ type: 'chat.upload', chatId, files: [a, b] });
    expect(vendor.callsOf('uploadFiles')).toEqual([[[a]]]);
    expect(chat()?.uploads).toMatchObject([
      { name: 'a.pdf', size: 1_000, sent: 0, state: 'uploading' },
      { name: 'b.pdf', state: 'uploading' },
    ]);
    fire('OnUploadComplete', { fileName: 'a.pdf', fileSize: 1_000, fileType: 'application/pdf' });
    expect(vendor.callsOf('uploadFiles')).toHaveLength(2);
    expect(chat()?.uploads[0]).toMatchObject({ sent: 1_000, state: 'done' });
    expect(messages().at(-1)).toMatchObject({
      kind: 'file',
      by: 'customer',
      file: { name: 'a.pdf', size: 1_000, url: 'https://chat.example/tetherfi/livechat/files/a.pdf' },
    });
    expect(told('chat.file')).toHaveLength(1);
  });

  test('T-172: whichever way the facts are named', async () => {
    const { fire, messages } = await connected();
    fire('OnUploadComplete', '{"name":"c.png","size":"7","type":"image/png"}');
    expect(messages().at(-1)?.file).toMatchObject({ name: 'c.png', size: 7, type: 'image/png' });
  });

  test('T-172: P-11: another page’s file shows here, and ends none of ours', async () => {
    const { client, fire, chat, chatId, events } = await connected();
    await client.execute({ type: 'chat.upload', chatId, files: [file('a.pdf')] });
    fire('OnUploadComplete', { fileName: 'a.pdf', fileSize: 5 }, false);
    expect(chat()?.uploads[0]?.state).toBe('uploading');
    expect(events.at(-1)).toMatchObject({ type: 'chat.file.uploaded', own: false });
    fire('OnUploadComplete', { fileName: 'a (2).pdf', fileSize: 1_000 }, true);
    expect(chat()?.uploads[0]?.state).toBe('done');
    expect(events.at(-1)).toMatchObject({
      type: 'chat.file.uploaded',
      own: true,
      file: { name: 'a (2).pdf' },
    });
  });

  test('P-18: our own script tells how far it is, and why it failed', async () => {
    const { client, vendor, fire, chat, chatId } = await connected();
    const own = file('a.pdf');
    let fail = (_: unknown): void => {};
    vendor.on('uploadFiles', () => new Promise((_, reject) => (fail = reject)));
    await client.execute({ type: 'chat.upload', chatId, files: [own] });
    for (const sent of [300, 200, 5_000, -1, 'x'])
      fire('OnUploadProgress', { file: own, fileName: 'a.pdf', sent });
    expect(chat()?.uploads[0]).toMatchObject({ sent: 1_000, state: 'uploading' });
    fail(Object.assign(new Error('secret'), { code: 'TooLarge' }));
    await settle();
    expect(chat()?.uploads[0]).toMatchObject({ state: 'failed', error: { code: 'TooLarge' } });
    expect(JSON.stringify(chat())).not.toContain('secret');
  });

  test('T-124: what was on its way when the chat ended has failed', async () => {
    const { client, fire, chat, chatId, vendor } = await connected();
    await client.execute({ type: 'chat.upload', chatId, files: [file('a.pdf'), file('b.pdf')] });
    fire('OnEnd', 'server', undefined);
    expect(chat()?.uploads.map(({ state }) => state)).toEqual(['failed', 'failed']);
    expect(vendor.callsOf('uploadFiles')).toHaveLength(1);
  });

  test('T-123: an address that is none of the web’s is no link', async () => {
    const { vendor, fire, messages } = await connected();
    for (const wrong of ['javascript:alert(1)', 'data:text/html,x', 7, undefined]) {
      vendor.on('prepareDownloadURL', () => wrong);
      fire('OnUploadComplete', { fileName: `${String(wrong)}.pdf` });
      expect(messages().at(-1)?.file?.url).toBeUndefined();
    }
  });

  test('T-124: files of an earlier page come with the chat', async () => {
    const { fire, messages } = await stage();
    fire('OnOpenSuccess', {
      agents: null,
      trans: [{ type: 'msg', by: 'c', msg: 'See', id: 'm1', seq: 2, time: '' }],
      files: [{ fileName: 'a.pdf', fileSize: 9, fileType: 'application/pdf', by: 'c', id: 'f1', seq: 3 }],
    });
    await settle();
    expect(messages().map(({ id, kind }) => [id, kind])).toEqual([
      ['m1', 'text'],
      ['f1', 'file'],
    ]);
  });
});
