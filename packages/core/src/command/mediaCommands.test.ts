import { fakeConnector, type FakeChat } from '@offhook/testing';
import type { MediaEndReason, VideoState } from '../model/chatMedia.js';
import type { Command, CommandType } from '../model/command.js';
import { OffhookError } from '../model/error.js';
import type { MediaCommand } from '../model/mediaCommand.js';
import { createOffhook } from '../offhook.js';
import { fateOf, settle } from '../testing/promises.js';
import { setUp, type SetUpOptions } from '../testing/setUp.js';

const chatId = 'fake:1';
type MediaType = MediaCommand['type'];

const commands: Readonly<Record<MediaType, MediaCommand>> = {
  'video.start': { type: 'video.start', chatId },
  'video.accept': { type: 'video.accept', chatId },
  'video.decline': { type: 'video.decline', chatId },
  'video.hangUp': { type: 'video.hangUp', chatId },
  'video.mute': { type: 'video.mute', chatId },
  'video.unmute': { type: 'video.unmute', chatId },
  'video.cameraOff': { type: 'video.cameraOff', chatId },
  'video.cameraOn': { type: 'video.cameraOn', chatId },
  'video.setDevices': { type: 'video.setDevices', chatId, audio: 'mic' },
  'screen.start': { type: 'screen.start', chatId },
  'screen.stop': { type: 'screen.stop', chatId },
  'cobrowse.start': { type: 'cobrowse.start', chatId },
  'cobrowse.stop': { type: 'cobrowse.stop', chatId },
};
const types = Object.keys(commands) as readonly MediaType[];

function quiet(options: SetUpOptions = {}) {
  const made = setUp({ line: { response: 'ignore' }, ...options });
  const chat = made.line.chat({ id: '1', state: 'connected' });
  return { ...made, chat };
}

const reach = (chat: FakeChat, states: readonly VideoState[]): void =>
  states.forEach((state) => chat.report({ video: { state } }));

describe('what fits a chat', () => {
  const shares: readonly MediaType[] = ['screen.start', 'cobrowse.start'];
  const inCall: readonly MediaType[] = [
    'video.hangUp',
    'video.mute',
    'video.cameraOff',
    'video.setDevices',
    ...shares,
  ];
  const table: readonly (readonly [readonly VideoState[], readonly MediaType[]])[] = [
    [[], ['video.start', ...shares]],
    [['requested'], ['video.accept', 'video.decline', 'video.hangUp', ...shares]],
    [['calling'], inCall],
    [['connecting'], inCall],
    [['connected'], inCall],
    [['connected', 'reconnecting'], inCall],
    [
      ['connected', 'ended'],
      ['video.start', ...shares],
    ],
  ];

  it.each(table)('whose video call is %j', (states, fitting) => {
    const { phone, chat } = quiet();
    reach(chat, states);
    const target = { chat: phone.chats.get(chatId).value };
    const allowed = types.filter((type) => phone.can(type, target).allowed);
    expect([...allowed].sort()).toEqual([...fitting].sort());
  });

  it('whose microphone and camera are off: they can be switched on', () => {
    const { phone, chat } = quiet();
    chat.report({ video: { state: 'connected', muted: true, cameraOff: true } });
    const target = { chat: phone.chats.get(chatId).value };
    const allowed = types.filter((type) => phone.can(type, target).allowed);
    expect(allowed).toEqual([
      'video.hangUp',
      'video.unmute',
      'video.cameraOn',
      'video.setDevices',
      ...shares,
    ]);
  });

  it('that shows the screen and the page: both can be stopped', () => {
    const { phone, chat } = quiet();
    chat.report({ screen: { state: 'starting' }, cobrowse: { state: 'on' } });
    const target = { chat: phone.chats.get(chatId).value };
    expect(types.filter((type) => phone.can(type, target).allowed)).toEqual([
      'video.start',
      'screen.stop',
      'cobrowse.stop',
    ]);
  });

  it.each([
    [{ state: 'queued' }, 'No agent'],
    [{ state: 'interrupted' }, 'interrupted'],
    [{ attached: false }, 'left'],
  ] as const)('that is %j: nothing begins, and a call that goes on can be hung up', (facts, why) => {
    const { phone, chat } = quiet();
    const target = () => ({ chat: phone.chats.get(chatId).value });
    chat.report(facts);
    for (const type of ['video.start', 'screen.start', 'cobrowse.start'] as const)
      expect(phone.can(type, target())).toMatchObject({
        reason: 'invalid-state',
        text: expect.stringContaining(why),
      });
    chat.report({ video: { state: 'reconnecting' } });
    expect(phone.can('video.hangUp', target()).allowed).toBe(true);
  });

  const advice: readonly (readonly [MediaType, readonly VideoState[], string])[] = [
    ['video.start', ['requested'], 'accept it or decline it'],
    ['video.start', ['calling'], 'hang up first'],
    ['video.accept', ['connected'], 'taken already'],
    ['video.decline', [], 'asks for no call'],
    ['video.hangUp', [], 'start one first'],
    ['video.mute', ['requested'], 'accept it first'],
    ['video.unmute', ['connected'], 'on already'],
    ['screen.stop', [], 'share it first'],
    ['cobrowse.stop', [], 'start that first'],
  ];
  it.each(advice)('%s with a call that is %j: says what to do', (type, states, text) => {
    const { phone, chat } = quiet();
    reach(chat, states);
    expect(phone.can(type, { chat: phone.chats.get(chatId).value })).toMatchObject({
      reason: 'invalid-state',
      text: expect.stringContaining(text),
    });
  });

  it('says of a vendor that can’t do it that it can’t', () => {
    const { phone } = quiet({
      line: { commands: { 'chat.open': true, 'screen.start': 'No screens here.' } },
    });
    const target = { chat: phone.chats.get(chatId).value };
    expect(phone.can('video.start', target)).toMatchObject({ reason: 'not-supported' });
    expect(phone.can('screen.start', target)).toMatchObject({ text: 'No screens here.' });
  });
});

it('goes to the connector that chats, though a phone is the default', async () => {
  const { chats: _chats, ...desk } = fakeConnector({ id: 'desk', commands: { 'call.dial': true } });
  const line = fakeConnector();
  const phone = createOffhook({ connectors: [desk, line], defaultConnector: 'desk' });
  expect(phone.capabilities.value['video.start']).toEqual({ allowed: true });
  const chat = line.chat({ state: 'connected' });
  await phone.execute({ type: 'video.start', chatId: chat.id });
  expect(line.sent).toHaveLength(1);
  phone.close();
});

describe('a command that shows', () => {
  type Facts = Parameters<FakeChat['report']>[0];
  const call = (state: VideoState): Facts => ({ video: { state } });
  const shown: readonly (readonly [MediaType, Facts, Facts])[] = [
    ['video.start', {}, call('connected')],
    ['video.accept', call('requested'), call('connected')],
    ['video.decline', call('requested'), call('ended')],
    ['video.hangUp', call('connected'), call('ended')],
    ['video.mute', call('connected'), { video: { muted: true } }],
    ['video.unmute', { video: { state: 'connected', muted: true } }, { video: { muted: false } }],
    ['video.cameraOff', call('connected'), { video: { cameraOff: true } }],
    ['video.cameraOn', { video: { state: 'connected', cameraOff: true } }, { video: { cameraOff: false } }],
    ['screen.start', {}, { screen: { state: 'on' } }],
    ['screen.stop', { screen: { state: 'on' } }, { screen: { state: 'ended' } }],
    ['cobrowse.start', {}, { cobrowse: { state: 'on' } }],
    ['cobrowse.stop', { cobrowse: { state: 'on' } }, { cobrowse: { state: 'ended' } }],
  ];

  it.each(shown)(
    '%s resolves when its effect is observed, and as already after it',
    async (type, from, to) => {
      const { phone, line, chat, clock } = quiet();
      chat.report(from);
      const fate = fateOf(phone.execute(commands[type]));
      await settle();
      expect(line.sent).toEqual([commands[type]]);
      chat.report({ typing: true });
      await settle();
      expect(fate.state).toBe('pending');
      chat.report(to);
      await settle();
      expect(fate).toMatchObject({ state: 'resolved', value: { chatId, by: 'observed' } });
      expect(clock.pending).toBe(0);
      await expect(phone.execute(commands[type])).resolves.toEqual({ chatId, by: 'already' });
      expect(line.sent).toHaveLength(1);
    },
  );

  it('no effect is sent to a vendor that does not acknowledge', async () => {
    const { phone, chat } = quiet();
    chat.report({ video: { state: 'connected' } });
    await expect(phone.execute(commands['video.setDevices'])).resolves.toEqual({ chatId, by: 'sent' });
  });
});

describe('a call that is asked for', () => {
  const reasons: readonly (readonly [MediaEndReason | undefined, string, string])[] = [
    ['declined', 'vendor-error', 'declined'],
    ['unanswered', 'vendor-error', 'in time'],
    ['no-permission', 'vendor-error', 'Allow'],
    ['no-device', 'vendor-error', 'Connect one'],
    ['lost', 'vendor-error', 'network'],
    ['failed', 'vendor-error', 'Try again'],
    ['hung-up', 'invalid-state', 'ended before'],
    [undefined, 'vendor-error', 'failed'],
  ];
  it.each(reasons)('and ends as %s rejects with %s and what to do', async (endReason, code, text) => {
    const { phone, chat } = quiet();
    const fate = fateOf(phone.execute(commands['video.start']));
    await settle();
    reach(chat, ['calling']);
    await settle();
    expect(fate.state).toBe('pending');
    chat.report({ video: { state: 'ended', endReason } });
    await settle();
    expect(fate).toMatchObject({ state: code, error: { message: expect.stringContaining(text) } });
  });

  it('rejects with what the vendor says, also after one that ended before', async () => {
    const { phone, chat } = quiet();
    reach(chat, ['connected', 'ended']);
    const fate = fateOf(phone.execute(commands['video.start']));
    await settle();
    chat.report({ video: { endReason: 'lost' } });
    chat.report({ typing: true });
    await settle();
    expect(fate.state).toBe('pending');
    reach(chat, ['calling']);
    const failure = { code: 'NotConnected', text: 'Nobody is there.' };
    chat.report({ video: { state: 'ended', endReason: 'failed', failure } });
    await settle();
    expect(fate).toMatchObject({
      state: 'vendor-error',
      error: { vendorCode: 'NotConnected', message: 'Nobody is there.' },
    });
  });

  it('rejects where it is over from the first, and when its chat ends', async () => {
    const { phone, chat } = quiet();
    const first = fateOf(phone.execute(commands['video.start']));
    await settle();
    chat.report({ video: { state: 'ended', endReason: 'no-device' } });
    await settle();
    expect(first).toMatchObject({ state: 'vendor-error', error: { vendorCode: 'no-device' } });
    const second = fateOf(phone.execute(commands['video.start']));
    await settle();
    reach(chat, ['calling']);
    chat.end();
    await settle();
    expect(second.state).toBe('invalid-state');
  });

  it('rejects with what a vendor that acknowledges says, whatever the state says before', async () => {
    const { phone, line, chat } = quiet({ line: { response: 'wait' } });
    const fate = fateOf(phone.execute(commands['screen.start']));
    await settle();
    chat.report({ screen: { state: 'starting' } });
    chat.report({ screen: { state: 'ended', endReason: 'no-permission' } });
    await settle();
    expect(fate.state).toBe('pending');
    line.refuse(new OffhookError('invalid-state', 'Stop co-browsing first.'));
    await settle();
    expect(fate).toMatchObject({ state: 'invalid-state', error: { message: 'Stop co-browsing first.' } });
  });

  it('that is muted when it ends: muting rejects', async () => {
    const { phone, chat } = quiet();
    reach(chat, ['connected']);
    const fate = fateOf(phone.execute(commands['video.mute']));
    await settle();
    chat.report({ video: { state: 'ended', endReason: 'hung-up' } });
    await settle();
    expect(fate.state).toBe('invalid-state');
  });
});

it.each([
  ['video.start', 60_000],
  ['screen.start', 60_000],
  ['cobrowse.start', 30_000],
] as const)('%s waits for people %i ms and no longer', async (type, ms) => {
  const { phone, clock } = quiet();
  const fate = fateOf(phone.execute(commands[type]));
  await settle();
  clock.advance(ms - 1);
  await settle();
  expect(fate.state).toBe('pending');
  clock.advance(1);
  await settle();
  expect(fate.state).toBe('not-observed');
});

it.each(['video.accept', 'video.start', 'screen.start'] as const)(
  '%s is never given again after a reconnect',
  async (type) => {
    const { phone, line, chat } = quiet();
    if (type === 'video.accept') reach(chat, ['requested']);
    const fate = fateOf(phone.execute(commands[type], { timeoutMs: 1_000_000 }));
    await settle();
    line.becomes('offline');
    line.becomes('ready');
    chat.interrupt();
    chat.resume();
    await settle();
    expect(line.sent).toHaveLength(1);
    expect(fate.state).toBe('pending');
    line.becomes('offline');
    const refused = type === 'video.accept' ? commands['video.decline'] : commands[type];
    await expect(phone.execute(refused)).rejects.toMatchObject({ code: 'offline' });
    line.becomes('ready');
    await settle();
    expect(line.sent).toHaveLength(1);
  },
);

describe('what is refused as it is', () => {
  const careless = (type: CommandType, more: object): Command => ({ type, chatId, ...more }) as Command;
  it.each([
    ['video.start', { audio: false, video: false }],
    ['video.start', { audio: 'yes' }],
    ['video.accept', { audio: false, video: false }],
    ['video.setDevices', {}],
    ['video.setDevices', { audio: '' }],
    ['video.setDevices', { video: 7 }],
    ['screen.start', { stream: {} }],
    ['cobrowse.start', { controls: null }],
    ['cobrowse.start', { controls: { textboxes: 'amount' } }],
    ['cobrowse.start', { controls: { textboxes: ['a', ''] } }],
    ['cobrowse.start', { controls: { buttons: ['a'] } }],
    ['cobrowse.start', { pointer: 1 }],
  ] as const)('%s %j', async (type, more) => {
    const { phone, line, chat } = quiet();
    if (type === 'video.setDevices') reach(chat, ['connected']);
    await expect(phone.execute(careless(type, more))).rejects.toMatchObject({ code: 'invalid-argument' });
    expect(line.sent).toEqual([]);
  });

  it.each([
    ['video.start', { video: false }],
    ['screen.start', { stream: () => ({}) }],
    ['cobrowse.start', { controls: { textboxes: ['a'], dropdowns: [] }, annotate: true, pointer: false }],
  ] as const)('but not %s %j', async (type, more) => {
    const { phone, line } = quiet();
    void fateOf(phone.execute(careless(type, more)));
    await settle();
    expect(line.sent).toEqual([{ type, chatId, ...more }]);
  });
});

it('rejects where nobody knows the chat', async () => {
  const { phone } = setUp();
  await expect(phone.execute(commands['video.start'])).rejects.toMatchObject({ code: 'invalid-argument' });
});
