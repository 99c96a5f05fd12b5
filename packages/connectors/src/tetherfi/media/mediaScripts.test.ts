import { OffhookError } from '@offhook/core';
import type { LoadOptions } from '../channel/loadScript.js';
import { fakeLivechat, fakePage } from '../testing/fakeLivechat.js';
import { mediaStage } from '../testing/mediaStage.js';
import { settle } from '../testing/settle.js';
import { connected } from '../testing/stage.js';

const videoFiles = ['adaptor.mini.js', 'livechat_video.mini.js'];
const showFiles = [
  'Styles/fontawesome-all.min.css',
  'Styles/tetherfi-cobrowse.min.css',
  'Scripts/cobrowse-configurations.js',
  'Scripts/tetherfi-cobrowse-plugins.min.js',
  'Scripts/tetherfi-cobrowse.min.js',
];
const at = (files: readonly string[], query = ''): readonly string[] =>
  files.map((file) => `https://chat.example/tetherfi/${file}${query}`);

const isOfChat = (url: string): boolean => url.includes('/livechat/');
const media = (loaded: readonly string[]): readonly string[] => loaded.filter((url) => !isOfChat(url));

describe('the scripts for calls and for what is shown', () => {
  test('T-7: T-8: those for calls are loaded with the first, in their order, once', async () => {
    const { give, chatId, page } = await mediaStage({ session: 'demo-1' });
    expect(media(page.loaded)).toEqual([]);
    await give({ type: 'video.start', chatId });
    await give({ type: 'video.hangUp', chatId });
    await give({ type: 'video.start', chatId });
    expect(media(page.loaded)).toEqual(at(videoFiles, '?session=demo-1'));
  });

  test('T-7: T-8: or as soon as the chat has an agent', async () => {
    const { page, vendor } = await mediaStage({ video: { load: 'at-once' } });
    expect(media(page.loaded)).toEqual(at(videoFiles));
    expect(vendor.callsOf('SetAvConfigs')).toHaveLength(1);
  });

  test('T-8: a host without them is left in peace until somebody calls', async () => {
    const vendor = fakeLivechat();
    const page = fakePage({ livechat: vendor.object });
    page.loads((url) =>
      isOfChat(url) ? Promise.resolve() : Promise.reject(new OffhookError('offline', 'no')),
    );
    const { client, chatId, events, fire } = await connected({ vendor, page, video: {} });
    await settle();
    fire('OnMessageReceived', 'Hello');
    expect(events.filter(({ type }) => type === 'error')).toEqual([]);
    expect(media(page.loaded)).toEqual(at(videoFiles.slice(0, 1)));
    await expect(client.execute({ type: 'video.start', chatId })).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringMatching(/Content-Security-Policy/),
    });
  });

  test.each([
    ['T-10: T-11: the styles for what is shown', '.css', showFiles.slice(0, 2)],
    ['T-12: T-13: T-14: the scripts for what is shown', '.js', showFiles.slice(2)],
  ])('%s are loaded with the first, in their order, once', async (_row, kind, files) => {
    const { give, chatId, page } = await mediaStage();
    await give({ type: 'cobrowse.start', chatId });
    await give({ type: 'cobrowse.stop', chatId });
    await give({ type: 'screen.start', chatId });
    expect(media(page.loaded).filter((url) => url.endsWith(kind))).toEqual(at(files));
  });

  test('T-7: T-8: T-12: what fails is not ready, with advice, and is tried again', async () => {
    const { give, chatId, page, video, screen, media: scripts } = await mediaStage();
    page.loads(() => Promise.reject(new OffhookError('offline', 'no')));
    for (const type of ['video.start', 'screen.start'] as const) {
      const { error } = await give({ type, chatId });
      expect(error).toMatchObject({
        code: 'not-ready',
        message: expect.stringMatching(/Check that the host/),
      });
    }
    expect([video(), screen()]).toEqual([undefined, undefined]);
    page.loads(() => Promise.resolve(scripts.bring()));
    await give({ type: 'video.start', chatId });
    await give({ type: 'screen.start', chatId });
    expect([video()?.state, screen()?.state]).toEqual(['calling', 'starting']);
  });

  test('T-8: T-14: what is not the vendor’s is not ready, with advice', async () => {
    const { give, chatId, page } = await mediaStage();
    page.loads(() => Promise.resolve());
    const [call, show] = [
      await give({ type: 'video.start', chatId }),
      await give({ type: 'screen.start', chatId }),
    ];
    expect(call.error).toMatchObject({
      code: 'not-ready',
      message: expect.stringMatching(/no SetAvConfigs/),
    });
    expect(show.error).toMatchObject({
      code: 'not-ready',
      message: expect.stringMatching(/no SetCobrConfigs/),
    });
  });

  test('T-10: T-11: without its styles the page is shown all the same', async () => {
    const { give, chatId, page, cobrowse, traced, media: scripts } = await mediaStage();
    page.loads((url) =>
      url.endsWith('.css') ? Promise.reject(new Error('404')) : Promise.resolve(scripts.bring()),
    );
    await give({ type: 'cobrowse.start', chatId });
    expect(cobrowse()?.state).toBe('starting');
    expect(traced.flat()).toContain('Styles/tetherfi-cobrowse.min.css was not loaded');
  });

  test('T-16: T-117: those that the page brought along itself are used as they are', async () => {
    const { give, chatId, page, media: scripts, asked } = await mediaStage();
    scripts.bring();
    await give({ type: 'video.start', chatId });
    await give({ type: 'cobrowse.start', chatId });
    expect(media(page.loaded)).toEqual([]);
    expect(asked()).toEqual(['SetAvConfigs', 'StartAvCall', 'SetCobrConfigs', 'StartCobr']);
  });

  test('T-8: T-14: carry their integrity and the nonce', async () => {
    const vendor = fakeLivechat();
    const fake = fakePage({ livechat: vendor.object });
    const how = new Map<string, LoadOptions>();
    const note = (of: 'load' | 'loadStyle') => (url: string, options: LoadOptions) => {
      how.set(new URL(url).pathname.replace('/tetherfi/', ''), options);
      return fake[of](url, options);
    };
    const page = { ...fake, vendor: fake.vendor, load: note('load'), loadStyle: note('loadStyle') };
    const integrity = {
      adaptor: 'sha384-1',
      video: 'sha384-2',
      icons: 'sha384-3',
      cobrowseStyles: 'sha384-4',
      cobrowseConfigurations: 'sha384-5',
      cobrowsePlugins: 'sha384-6',
      cobrowse: 'sha384-7',
    };
    const { give, chatId } = await mediaStage({ vendor, page, integrity, nonce: 'n-1' });
    await give({ type: 'video.start', chatId });
    await give({ type: 'screen.start', chatId });
    const files = [...videoFiles, ...showFiles];
    expect(files.map((file) => how.get(file)?.integrity)).toEqual(Object.values(integrity));
    expect(files.map((file) => how.get(file)?.nonce)).toEqual(files.map(() => 'n-1'));
  });

  test('T-8: a client that is closed while they come makes no call', async () => {
    const { client, chatId, page, asked } = await mediaStage();
    let come = (): void => {};
    page.loads(() => new Promise((resolve) => (come = resolve)));
    const call = client.execute({ type: 'video.start', chatId });
    call.catch(() => {});
    await settle();
    client.close();
    come();
    await settle();
    await expect(call).rejects.toMatchObject({ code: 'aborted' });
    expect(asked()).toEqual([]);
  });
});
