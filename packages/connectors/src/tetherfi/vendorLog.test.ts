import { OffhookError, type Report } from '@offhook/core';
import { fakeLivechat } from './testing/fakeLivechat.js';
import { connected } from './testing/stage.js';
import { vendorApi } from './vendorApi.js';
import { vendorLog } from './vendorLog.js';

const reports: readonly Report[] = [
  { type: 'error', error: new OffhookError('vendor-error', 'Ana’s card 4111', { vendorCode: 'StartError' }) },
  { type: 'error', error: new OffhookError('offline', 'away', { vendorCode: 'a token=secret' }) },
  { type: 'protocol.rejected', reason: 'malformed', count: 3 },
  {
    type: 'chat',
    ids: ['sid-1'],
    state: 'failed',
    failure: { code: 'CaptchaIsEmpty', text: 'Type it, Ana.' },
  },
  {
    type: 'chat',
    ids: ['sid-1'],
    video: { state: 'ended', endReason: 'failed', failure: { code: 'NotConnected', text: 'Nobody, Ana.' } },
  },
  { type: 'chat', ids: ['sid-1'], cobrowse: { state: 'ended', failure: { code: 'lost', text: 'Ana?' } } },
  { type: 'chat', ids: ['sid-1'], typing: true },
  { type: 'connection', status: 'offline', reason: 'Ana is away' },
  { type: 'connection', status: 'ready' },
];

describe('the vendor’s log', () => {
  test('T-122: P-17: P-20: gets what goes wrong as codes, and nothing that anybody wrote', () => {
    const vendor = fakeLivechat();
    vendorLog(() => vendorApi([vendor.object]))(reports);
    expect(vendor.callsOf('slog')).toEqual([
      ['error', 'offhook', 'vendor-error StartError'],
      ['error', 'offhook', 'offline unknown'],
      ['warn', 'offhook', '3 malformed dropped'],
      ['warn', 'offhook', 'chat failed CaptchaIsEmpty'],
      ['warn', 'offhook', 'video failed NotConnected'],
      ['warn', 'offhook', 'cobrowse failed lost'],
      ['warn', 'offhook', 'connection offline'],
    ]);
  });

  test('T-122: is not missed where the script is not there, has none, or can’t write', () => {
    const without = fakeLivechat(['slog']);
    const broken = fakeLivechat();
    broken.on('slog', () => {
      throw new Error('full');
    });
    for (const api of [undefined, vendorApi([without.object]), vendorApi([broken.object])]) {
      expect(() => vendorLog(() => api)(reports)).not.toThrow();
    }
    expect(broken.callsOf('slog')).toHaveLength(1);
  });

  test('T-122: a fault of the server’s comes into it', async () => {
    const { vendor, fire } = await connected();
    fire('OnInternalServerError', 'SomethingElse');
    expect(vendor.callsOf('slog')).toEqual([['error', 'offhook', 'vendor-error SomethingElse']]);
  });
});
