import { tetherfi } from '../tetherfi.js';
import { mediaStage } from '../testing/mediaStage.js';
import { settle } from '../testing/settle.js';
import { mediaOptions } from './mediaOptions.js';

const host = 'https://chat.example';
const canary = 'canary-7f3a';

describe('settings of calls and of what is shown', () => {
  test.each([
    ['T-79: video.width', { video: { width: 0 } }],
    ['T-79: video.height', { video: { height: NaN } }],
    ['T-99: screen.width', { screen: { width: -1 } }],
    ['T-99: screen.height', { screen: { height: 100_000 } }],
    ['T-100: screen.frameRate', { screen: { frameRate: 1_000 } }],
    ['T-103: screen.maxKbps', { screen: { maxKbps: Infinity } }],
    ['T-76: video.iceServers', { video: { iceServers: [{ urls: `https://${canary}` }] } }],
    ['T-76: video.iceServers', { video: { iceServers: [{ urls: [] }] } }],
  ])('%s is refused where it is none, and not told', (row, given) => {
    const name = row.split(': ')[1]?.split('.')[1] ?? '';
    const make = (): unknown => tetherfi({ host, ...given });
    expect(make).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
    expect(make).toThrow(name === 'iceServers' ? /ICE server/ : name);
    expect(make).not.toThrow(canary);
  });

  test('T-76: T-92: servers are taken by stun, turn and turns', () => {
    const iceServers = [
      { urls: 'stun:stun.example' },
      {
        urls: ['turn:turn.example:3478?transport=udp', 'turns:turn.example'],
        username: 'a',
        credential: 'b',
      },
    ];
    expect(mediaOptions({ iceServers }).video.iceServers).toEqual(iceServers);
  });

  test('T-76: T-92: the credentials of ICE servers are nowhere but in the configuration', async () => {
    const iceServers = [{ urls: 'turn:turn.example', username: `u-${canary}`, credential: canary }];
    const set = await mediaStage({ video: { load: 'at-once', iceServers }, own: 'before' });
    const { give, chatId, after, media, vendor, traced, events, client } = set;
    const errors: unknown[] = [];
    const noted = async (command: Parameters<typeof give>[0]): Promise<void> => {
      const { error } = await give(command);
      if (error) errors.push([error.message, error.code, error.vendorCode, error.stack, error.cause]);
    };
    await noted({ type: 'video.start', chatId });
    await after(() => media.connect());
    await noted({ type: 'video.mute', chatId });
    await noted({ type: 'cobrowse.start', chatId });
    await after(() => media.hide({ endedBy: 'a', why: 'failed' }));
    await noted({ type: 'video.hangUp', chatId });
    for (const name of ['SetAvConfigs', 'SetCobrConfigs']) {
      vendor.on(name, (config) => {
        throw Object.assign(new Error(JSON.stringify(config)), { code: JSON.stringify(config) });
      });
    }
    await noted({ type: 'video.start', chatId });
    await noted({ type: 'screen.start', chatId });
    await settle();
    const given = JSON.stringify([...vendor.callsOf('SetAvConfigs'), ...vendor.callsOf('SetCobrConfigs')]);
    expect(given.split(canary).length - 1).toBeGreaterThanOrEqual(8);
    expect(errors.length).toBeGreaterThanOrEqual(2);
    const told = JSON.stringify([
      traced,
      events,
      errors,
      vendor.callsOf('slog'),
      client.chats.all.value,
      [...set.page.stored],
      set.page.loaded,
    ]);
    expect(told).not.toContain(canary);
  });
});
