import { OffhookError } from '@offhook/core';
import { fakeLivechat, fakePage } from './testing/fakeLivechat.js';
import { settle } from './testing/settle.js';
import { connected, stage } from './testing/stage.js';

describe('loading the vendor’s scripts', () => {
  test('T-5: T-6: both are asked for, once', async () => {
    const { page, client, vendor } = await stage({ session: 'demo-1' });
    expect(page.loaded).toEqual([
      'https://chat.example/tetherfi/livechat/livechat.js?session=demo-1',
      'https://chat.example/tetherfi/livechat/interface/__clientlog.js?session=demo-1',
    ]);
    vendor.on('Open', () => vendor.fire('OnOpenFailed', 'NoSessionFound'));
    vendor.fire('OnOpenFailed', 'NoSessionFound');
    await client.execute({ type: 'chat.open' });
    expect(page.loaded).toHaveLength(2);
  });

  test('T-17: multi-chat has a query of its own', async () => {
    const { page } = await stage({ multi: true });
    expect(page.loaded[0]).toBe('https://chat.example/tetherfi/livechat/livechat.js?multichat=true');
  });

  test('T-18: T-53: the old name of the object does as well', async () => {
    const vendor = fakeLivechat();
    const { client } = await stage({ vendor, page: fakePage({ libtextchat: vendor.object }) });
    expect(client.connection.value.status).toBe('ready');
    expect(vendor.callsOf('Open')).toHaveLength(1);
  });

  test('T-201: on demand they are loaded with the first open, and the page is ready before', async () => {
    const { page, client, vendor } = await stage({ atOnce: false });
    expect(client.connection.value.status).toBe('ready');
    expect([page.loaded, vendor.calls]).toEqual([[], []]);
    vendor.on('Open', () => vendor.fire('OnOpenFailed', 'NoSessionFound'));
    await client.execute({ type: 'chat.open' });
    expect(page.loaded).toHaveLength(2);
  });

  test('T-5: one that can’t be loaded fails with advice, and is tried again', async () => {
    const vendor = fakeLivechat();
    const page = fakePage({ livechat: vendor.object });
    page.loads(() => Promise.reject(new OffhookError('offline', 'no')));
    const { client, clock } = await stage({ vendor, page });
    expect(client.connection.value).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/Content-Security-Policy/),
    });
    page.loads(() => Promise.resolve());
    clock.advance(5_000);
    await settle();
    expect(client.connection.value.status).toBe('ready');
  });

  test('T-52: a script that makes no object fails with advice', async () => {
    const { client } = await stage({ page: fakePage({}) });
    expect(client.connection.value).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/livechat/),
    });
  });

  test('T-6: without the log script the chat goes on', async () => {
    const vendor = fakeLivechat();
    const page = fakePage({ livechat: vendor.object });
    page.loads((url) => (url.includes('__clientlog') ? Promise.reject(new Error('404')) : Promise.resolve()));
    const { client } = await stage({ vendor, page });
    expect(client.connection.value.status).toBe('ready');
  });

  test('T-52: two clients of one page don’t take the slots from one another', async () => {
    const first = await connected();
    const second = await stage({ vendor: first.vendor, page: fakePage({ livechat: first.vendor.object }) });
    expect(second.client.connection.value).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/one client/),
    });
    first.fire('OnMessageReceived', 'Still here');
    expect(first.said().at(-1)).toBe('Still here delivered');
    first.client.close();
    second.clock.advance(5_000);
    await settle();
    expect(second.client.connection.value.status).toBe('ready');
  });
});

describe('the status page', () => {
  test('T-178: T-179: ONLINE is ready', async () => {
    const { client, asked } = await stage({ session: 's1' });
    expect(asked).toEqual(['https://chat.example/tetherfi/livechat/status?session=s1']);
    expect(client.connection.value.status).toBe('ready');
  });

  test('T-180: OFFLINE says why, and is asked again until it is not', async () => {
    const { client, clock, says, page } = await stage({ status: 'OFFLINE (store unavailable)' });
    expect(client.connection.value).toMatchObject({
      status: 'offline',
      reason: expect.stringContaining('store unavailable'),
    });
    expect(page.loaded).toEqual([]);
    says('ONLINE');
    clock.advance(5_000);
    await settle();
    expect(client.connection.value.status).toBe('ready');
  });

  test.each([
    ['T-182: 404', 404],
    ['T-183: 503', 503],
  ])('%s is unreachable', async (_row, status) => {
    const { client } = await stage({ status });
    expect(client.connection.value).toMatchObject({
      status: 'offline',
      reason: expect.stringContaining(String(status)),
    });
  });

  test('T-183: one that the page may not read leaves it to the script', async () => {
    const { client } = await stage({ status: new TypeError('blocked by CORS') });
    expect(client.connection.value.status).toBe('ready');
  });
});

describe('leaving the page', () => {
  test('T-69: P-5: closes its part where the script doesn’t by itself, and opens when it comes back', async () => {
    const { page, vendor } = await connected();
    page.leave();
    expect(vendor.callsOf('Close')).toEqual([[]]);
    const before = vendor.callsOf('Open').length;
    page.comeBack();
    await settle();
    expect(vendor.callsOf('Open')).toHaveLength(before + 1);
  });

  test('T-69: P-5: our own script does it by itself, and is told whether to', async () => {
    const vendor = fakeLivechat();
    vendor.object['autoClose'] = true;
    const { page } = await connected({ vendor, autoClose: false });
    expect(vendor.object['autoClose']).toBe(false);
    page.leave();
    expect(vendor.callsOf('Close')).toEqual([]);
  });

  test('T-69: closing the client leaves the chat, and gives everything back', async () => {
    const { page, vendor, client, clock } = await connected();
    client.close();
    await settle();
    expect(vendor.callsOf('Close')).toEqual([[]]);
    expect([page.listeners, clock.pending, vendor.object['OnEcho']]).toEqual([0, 0, undefined]);
  });

  test('C2: fifty times over nothing is left behind', async () => {
    const vendor = fakeLivechat();
    const page = fakePage({ livechat: vendor.object });
    for (let round = 0; round < 50; round += 1) {
      const { client, clock, fire, said } = await connected({ vendor, page });
      fire('OnMessageReceived', 'Hello');
      expect(said().at(-1)).toBe('Hello delivered');
      client.close();
      await settle();
      expect([page.listeners, clock.pending]).toEqual([0, 0]);
    }
  });
});
