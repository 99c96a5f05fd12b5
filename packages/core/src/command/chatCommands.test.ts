import { fakeConnector } from '@offhook/testing';
import type { ChatState } from '../model/chat.js';
import type { ChatAction, ChatCommand } from '../model/chatCommand.js';
import { OffhookError } from '../model/error.js';
import { createOffhook } from '../offhook.js';
import { chatStates } from '../testing/chatSetUp.js';
import { fateOf, settle } from '../testing/promises.js';
import { setUp, type SetUpOptions } from '../testing/setUp.js';

const chatId = 'fake:1';
const file = new File(['x'], 'a.txt', { type: 'text/plain' });

const commands: { readonly [A in ChatAction]: Extract<ChatCommand, { type: `chat.${A}` }> } = {
  open: { type: 'chat.open' },
  start: { type: 'chat.start', chatId },
  send: { type: 'chat.send', chatId, text: 'Hello' },
  sendApp: { type: 'chat.sendApp', chatId, name: 'page', data: { page: 2 } },
  resend: { type: 'chat.resend', chatId, messageId: 'm' },
  setTyping: { type: 'chat.setTyping', chatId, typing: true },
  end: { type: 'chat.end', chatId },
  leave: { type: 'chat.leave', chatId },
  requestCallback: { type: 'chat.requestCallback', chatId, phone: '+12165325078' },
  upload: { type: 'chat.upload', chatId, files: [file] },
  resetCaptcha: { type: 'chat.resetCaptcha' },
  createCampaignContact: { type: 'chat.createCampaignContact', data: { name: 'Ann' } },
};
const actions = Object.keys(commands) as readonly ChatAction[];

function quiet(state: ChatState | undefined, options: SetUpOptions = {}) {
  const made = setUp({ line: { response: 'ignore' }, ...options });
  const chat = state && made.line.chat({ id: '1', state });
  return { ...made, chat };
}

describe('what fits a chat', () => {
  const always: readonly ChatAction[] = ['createCampaignContact'];
  const running: readonly ChatAction[] = [
    ...(['send', 'sendApp', 'resend', 'end', 'leave', 'requestCallback', 'upload'] as const),
    ...always,
  ];
  const table: Record<ChatState, readonly ChatAction[]> = {
    idle: ['open', 'start', 'resetCaptcha', ...always],
    opening: ['resetCaptcha', ...always],
    starting: ['resetCaptcha', ...always],
    queued: running,
    connected: ['setTyping', ...running],
    interrupted: running,
    ended: ['open', 'start', ...always],
    failed: ['open', 'start', 'resetCaptcha', ...always],
  };

  it.each(chatStates)('that is %s', (state) => {
    const { phone } = quiet(state);
    const chat = phone.chats.get(chatId).value;
    const fitting = actions.filter((action) => phone.can(`chat.${action}`, { chat }).allowed);
    expect([...fitting].sort()).toEqual([...table[state]].sort());
  });

  it('that this page has left: it may be opened again, and no more', () => {
    const { phone, chat } = quiet('connected');
    chat?.report({ attached: false });
    const target = { chat: phone.chats.get(chatId).value };
    expect(actions.filter((action) => phone.can(`chat.${action}`, target).allowed)).toEqual([
      'open',
      ...always,
    ]);
    expect(phone.can('chat.send', target)).toMatchObject({
      reason: 'invalid-state',
      text: expect.stringContaining('left'),
    });
  });

  it('comes before what the vendor can do, and that before how the connection is', () => {
    const { phone, line } = quiet('queued', { line: { commands: { 'chat.send': true } } });
    const target = { chat: phone.chats.get(chatId).value };
    line.becomes('offline');
    expect(phone.can('chat.setTyping', target)).toMatchObject({ reason: 'invalid-state' });
    expect(phone.can('chat.end', target)).toMatchObject({ reason: 'not-supported' });
    expect(phone.can('chat.send', target)).toMatchObject({ reason: 'offline' });
  });
});

describe('which connector chats', () => {
  const { chats: _chats, ...phoneOnly } = fakeConnector({ id: 'desk', commands: { 'call.dial': true } });

  it('is the only one that does, though a phone is the default', async () => {
    const line = fakeConnector();
    const phone = createOffhook({ connectors: [phoneOnly, line], defaultConnector: 'desk' });
    expect(phone.chatConnector).toBe('fake');
    expect(phone.capabilities.value['chat.open']).toEqual({ allowed: true });
    await phone.execute({ type: 'chat.open' });
    expect(line.sent).toEqual([{ type: 'chat.open' }]);
    phone.close();
  });

  it('is the default one where that chats, and must be said where several could be meant', async () => {
    const [one, two] = [fakeConnector({ id: 'one' }), fakeConnector({ id: 'two' })];
    const phone = createOffhook({ connectors: [one, two] });
    await expect(phone.execute({ type: 'chat.open' })).rejects.toMatchObject({ code: 'ambiguous-connector' });
    await phone.execute({ type: 'chat.open', connector: 'two' });
    expect([one.sent.length, two.sent.length]).toEqual([0, 1]);
    phone.close();
    const other = createOffhook({ connectors: [one, two], defaultConnector: 'two' });
    expect(other.chatConnector).toBe('two');
    await other.execute({ type: 'chat.open' });
    expect(two.sent).toHaveLength(2);
    other.close();
  });

  it('is the chat’s own where a chat is named', async () => {
    const other = fakeConnector({ id: 'other' });
    const { phone } = setUp({ others: [other] });
    const chat = other.chat({ state: 'connected' });
    await phone.execute({ type: 'chat.send', chatId: chat.id, text: 'Hello' });
    expect(other.sent).toHaveLength(1);
    expect(phone.messagesOf(chat.id).value).toMatchObject([{ text: 'Hello', by: 'customer' }]);
  });
});

describe('a command that shows', () => {
  const shown = [
    ['start', 'idle', 'queued'],
    ['end', 'connected', 'ended'],
  ] as const;

  it.each(shown)(
    '%s resolves when its effect is observed, and as already after it',
    async (action, from, to) => {
      const { phone, line, chat, clock } = quiet(from);
      const command = commands[action];
      const fate = fateOf(phone.execute(command));
      await settle();
      expect(line.sent).toEqual([command]);
      if (action === 'start') chat?.report({ state: 'starting' });
      await settle();
      expect(fate.state).toBe('pending');
      chat?.report({ state: to });
      await settle();
      expect(fate).toMatchObject({ state: 'resolved', value: { chatId, by: 'observed' } });
      expect(clock.pending).toBe(0);
      await expect(phone.execute(command)).resolves.toEqual({ chatId, by: 'already' });
      expect(line.sent).toHaveLength(1);
    },
  );

  it('leave resolves when this page takes no part any more', async () => {
    const { phone, chat } = quiet('connected');
    const fate = fateOf(phone.execute(commands.leave));
    await settle();
    chat?.report({ attached: false });
    await settle();
    expect(fate).toMatchObject({ state: 'resolved', value: { chatId, by: 'observed' } });
  });

  it('start rejects with why it failed, also at the second attempt', async () => {
    const { phone, chat } = quiet('idle');
    for (const code of ['Busy', 'Closed']) {
      const fate = fateOf(phone.execute(commands.start));
      await settle();
      chat?.report({ state: 'starting' });
      chat?.report({ state: 'failed', failure: { code, text: 'Not now.' } });
      await settle();
      expect(fate).toMatchObject({ state: 'vendor-error', error: { vendorCode: code, message: 'Not now.' } });
    }
  });

  it('start rejects with what a vendor that acknowledges says, whatever the state says before', async () => {
    const { phone, line, chat } = quiet('idle', { line: { response: 'wait' } });
    const fate = fateOf(phone.execute(commands.start));
    await settle();
    chat?.report({ state: 'starting' });
    chat?.report({ state: 'failed', failure: { code: 'Typo', text: 'Type it again.' } });
    await settle();
    expect(fate.state).toBe('pending');
    line.refuse(new OffhookError('captcha-wrong', 'Type it again.', { vendorCode: 'Typo' }));
    await settle();
    expect(fate).toMatchObject({ state: 'captcha-wrong', error: { vendorCode: 'Typo' } });
  });

  it('start rejects also where the vendor says so while it is told', async () => {
    const line = fakeConnector();
    const phone = createOffhook({
      connectors: [
        {
          ...line,
          connect: (context) => ({
            ...line.connect(context),
            send: () => {
              chat.report({ state: 'starting' });
              chat.report({ state: 'failed' });
            },
          }),
        },
      ],
    });
    const chat = line.chat({ state: 'idle' });
    await expect(phone.execute({ type: 'chat.start', chatId: chat.id })).rejects.toMatchObject({
      code: 'vendor-error',
    });
    phone.close();
  });

  it('start rejects where the chat ends instead, and when the time is up', async () => {
    const { phone, chat, clock } = quiet('idle');
    const late = fateOf(phone.execute(commands.start));
    await settle();
    clock.advance(29_999);
    await settle();
    expect(late.state).toBe('pending');
    clock.advance(1);
    await settle();
    expect(late.state).toBe('not-observed');
    const ended = fateOf(phone.execute(commands.start));
    await settle();
    chat?.end();
    await settle();
    expect(ended.state).toBe('invalid-state');
  });

  it('start rejects where the chat is forgotten meanwhile', async () => {
    const { phone, chat } = quiet('idle', { recentChatLimit: 0 });
    const fate = fateOf(phone.execute(commands.start));
    await settle();
    chat?.end();
    await settle();
    expect(fate.state).toBe('invalid-state');
  });
});

describe('a command that does not show', () => {
  it.each(['send', 'sendApp', 'resend', 'setTyping', 'requestCallback', 'upload'] as const)(
    '%s resolves as sent where the vendor says nothing, and as acknowledged where it does',
    async (action) => {
      const { phone, line, chat } = quiet('connected');
      await expect(phone.execute(commands[action])).resolves.toEqual({ chatId, by: 'sent' });
      line.respond('wait');
      const fate = fateOf(phone.execute(commands[action]));
      await settle();
      expect(fate.state).toBe('pending');
      line.acknowledge();
      await settle();
      expect(fate).toMatchObject({ state: 'resolved', value: { chatId, by: 'acknowledged' } });
      const refused = fateOf(phone.execute(commands[action]));
      await settle();
      line.refuse(new OffhookError('vendor-error', 'No.'));
      await settle();
      expect(refused.state).toBe('vendor-error');
      expect(chat).toBeDefined();
    },
  );

  it('gives back what the vendor has made, by Offhook’s id of the chat', async () => {
    const { phone, line } = quiet('connected', { line: { response: 'wait' } });
    line.emit({ type: 'chat', ids: ['sid', '1'] });
    const known = fateOf(phone.execute(commands.send));
    const another = fateOf(phone.execute({ type: 'chat.start' }));
    await settle();
    line.acknowledge({ chat: 'sid', message: 'm7' });
    line.acknowledge({ chat: 'new' });
    await settle();
    expect(known).toMatchObject({ value: { chatId, messageId: 'm7', by: 'acknowledged' } });
    expect(another).toMatchObject({ value: { chatId: 'fake:new', by: 'acknowledged' } });
  });
});

describe('what is refused', () => {
  it('a chat that nobody knows', async () => {
    const { phone } = quiet(undefined);
    await expect(phone.execute(commands.send)).rejects.toMatchObject({ code: 'invalid-argument' });
  });

  it('what does not fit the chat', async () => {
    const { phone, line } = quiet('idle');
    await expect(phone.execute(commands.send)).rejects.toMatchObject({ code: 'invalid-state' });
    expect(line.sent).toEqual([]);
  });

  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  const bad: readonly (readonly [string, ChatCommand])[] = [
    ['an empty text', { ...commands.send, text: '' }],
    ['a text of blanks', { ...commands.send, text: ' \n ' }],
    ['a message without a name', { ...commands.sendApp, name: '' }],
    ['a message with what is no data', { ...commands.sendApp, data: () => {} }],
    ['a message that holds itself', { ...commands.sendApp, data: circle }],
    ['no number', { ...commands.requestCallback, phone: '' }],
    ['a number with control characters', { ...commands.requestCallback, phone: '1\u0000' }],
    ['no files', { ...commands.upload, files: [] }],
    ['a campaign contact that holds itself', { ...commands.createCampaignContact, data: circle }],
    ['an endless reason', { ...commands.end, reason: 'x'.repeat(129) }],
    ['details both plain and encrypted', { ...commands.start, customer: {}, encrypted: 'x' }],
  ];
  it.each(bad)('%s', async (_, command) => {
    const { phone, line } = quiet('connected');
    await expect(phone.execute(command)).rejects.toMatchObject({ code: 'invalid-argument' });
    expect(line.sent).toEqual([]);
  });
});

it('reaches the connector with the chat as it is', async () => {
  const line = fakeConnector();
  const seen: unknown[] = [];
  const phone = createOffhook({
    connectors: [
      {
        ...line,
        connect(context) {
          const link = line.connect(context);
          return { ...link, send: (...args) => void seen.push(args) };
        },
      },
    ],
  });
  const chat = line.chat({ state: 'connected' });
  await phone.execute({ type: 'chat.send', chatId: chat.id, text: 'Hello' });
  expect(seen).toEqual([
    [{ type: 'chat.send', chatId: chat.id, text: 'Hello' }, undefined, phone.chats.get(chat.id).value],
  ]);
  phone.close();
});
