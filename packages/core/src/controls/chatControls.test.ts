import { setUp } from '../testing/setUp.js';
import { settle } from '../testing/promises.js';
import { chatControls } from './chatControls.js';

describe('chatControls', () => {
  it('has the chat with its messages, from before there is one', () => {
    const { phone, line } = setUp();
    const { state } = chatControls(phone, 'fake:1');
    expect(state.value).toMatchObject({ chat: undefined, messages: [], typing: false, pending: false });
    const told: unknown[] = [];
    state.listen(({ chat, messages, typing }) => told.push([chat?.state, messages.length, typing]));
    const chat = line.chat({ id: '1', state: 'connected' });
    chat.say('Hello');
    chat.type();
    line.chat({ id: '2', state: 'queued', clientId: 'other' });
    expect(told).toEqual([
      ['connected', 0, false],
      ['connected', 1, false],
      ['connected', 1, true],
    ]);
    expect(state.value).toBe(state.value);
  });

  it('follows the focus without an id', () => {
    const { phone, line } = setUp();
    const { state } = chatControls(phone);
    const told: unknown[] = [];
    state.subscribe(({ chat, messages }) => told.push([chat?.id, messages.map(({ text }) => text)]));
    line.chat({ id: '1', state: 'queued' }).say('one');
    const second = line.chat({ id: '2', state: 'connected', clientId: 'other' });
    second.say('two');
    second.end();
    expect(told).toEqual([
      [undefined, []],
      ['fake:1', []],
      ['fake:1', ['one']],
      ['fake:2', []],
      ['fake:2', ['two']],
      ['fake:1', ['one']],
    ]);
  });

  it('says of each action whether it can be done, also where there is no chat', () => {
    const { phone, line } = setUp();
    const { state } = chatControls(phone);
    const allowed = (): readonly string[] =>
      Object.entries(state.value.can).flatMap(([action, can]) => (can.allowed ? [action] : []));
    expect(allowed()).toEqual(['open', 'start', 'resetCaptcha', 'createCampaignContact']);
    expect(state.value.can.send).toEqual({
      allowed: false,
      reason: 'invalid-state',
      text: 'There is no chat.',
    });
    line.chat({ state: 'connected' });
    expect(allowed()).toEqual(expect.arrayContaining(['send', 'setTyping', 'end', 'upload']));
    expect(allowed()).not.toContain('start');
    line.becomes('offline', 'The cable is out.');
    expect(state.value.can.send).toMatchObject({ reason: 'offline', text: 'The cable is out.' });
    expect(state.initial.can.open).toMatchObject({ reason: 'not-ready' });
  });

  it('gives each command for its chat', async () => {
    const { phone, line } = setUp({ line: { response: 'ignore' } });
    const { id: chatId } = line.chat({ state: 'connected' });
    line.chat({ state: 'connected', clientId: 'in focus' });
    const controls = chatControls(phone, chatId);
    await controls.send('Hello');
    await controls.sendApp('page', { page: 2 });
    await controls.resend('m');
    await controls.requestCallback('101');
    await controls.createCampaignContact({ name: 'Ann' });
    void controls.leave();
    void controls.end('Thanks');
    void controls.end();
    await settle();
    expect(line.sent).toEqual([
      { type: 'chat.send', chatId, text: 'Hello' },
      { type: 'chat.sendApp', chatId, name: 'page', data: { page: 2 } },
      { type: 'chat.resend', chatId, messageId: 'm' },
      { type: 'chat.requestCallback', chatId, phone: '101' },
      { type: 'chat.createCampaignContact', connector: 'fake', data: { name: 'Ann' } },
      { type: 'chat.leave', chatId },
      { type: 'chat.end', chatId, reason: 'Thanks' },
      { type: 'chat.end', chatId },
    ]);
  });

  it('opens, starts, talks and ends, all in one', async () => {
    const { phone, types } = setUp();
    const { state, open, start, send, end } = chatControls(phone);
    await open();
    expect(state.value.chat?.state).toBe('idle');
    await expect(start({ customer: { name: 'Ann' } })).resolves.toMatchObject({
      ok: true,
      result: { chatId: state.value.chat?.id },
    });
    expect(state.value.chat).toMatchObject({ state: 'queued', queuePosition: 1 });
    await send('Hello');
    expect(state.value.messages).toMatchObject([{ by: 'customer', text: 'Hello', status: 'sent' }]);
    await end('Thanks');
    expect(state.value.chat).toMatchObject({ state: 'ended', endedBy: 'customer', endReason: 'Thanks' });
    expect(types()).toEqual(['chat.started', 'chat.queued', 'chat.message.sent', 'chat.ended']);
  });

  it('begins the chat that is idle or has failed, and another one where it is over', async () => {
    const { phone, line } = setUp();
    const { start, state } = chatControls(phone);
    await start({ clientId: 'mine' });
    const first = state.value.chat;
    await chatControls(phone).end();
    await start({ captcha: 'abc' });
    expect(line.sent).toEqual([
      { type: 'chat.start', connector: 'fake', clientId: 'mine' },
      { type: 'chat.end', chatId: first?.id },
      { type: 'chat.start', connector: 'fake', clientId: 'mine', captcha: 'abc' },
    ]);
    expect(state.value.chat?.id).not.toBe(first?.id);
    expect(phone.chats.ids.value).toHaveLength(1);
    const failed = line.chat({ id: 'f', clientId: 'other', state: 'failed' });
    await chatControls(phone, failed.id).start();
    expect(line.sent.at(-1)).toEqual({ type: 'chat.start', connector: 'fake', chatId: failed.id });
  });

  it('resolves with an error where there is no chat, and where the vendor refuses', async () => {
    const { phone, line } = setUp();
    const { send, setTyping, state } = chatControls(phone);
    await expect(send('Hello')).resolves.toMatchObject({ ok: false, error: { code: 'invalid-state' } });
    await expect(setTyping(true)).resolves.toMatchObject({ ok: false, error: { code: 'invalid-state' } });
    expect(state.value.lastError).toMatchObject({ code: 'invalid-state' });
    line.chat({ state: 'connected' });
    await expect(send('')).resolves.toMatchObject({ ok: false, error: { code: 'invalid-argument' } });
    await send('Hello');
    expect(state.value.lastError).toBeUndefined();
  });

  it('leaves nobody listening when nobody looks', () => {
    const { phone, line, clock } = setUp();
    const chat = line.chat({ state: 'connected' });
    const { state } = chatControls(phone, chat.id);
    const leave = state.listen(() => {});
    leave();
    expect(clock.pending).toBe(0);
  });
});

describe('setTyping', () => {
  const connected = (options: Parameters<typeof setUp>[0] = {}) => {
    const made = setUp(options);
    const chat = made.line.chat({ state: 'connected' });
    const typed = (): readonly boolean[] =>
      made.line.sent.flatMap((each) => (each.type === 'chat.setTyping' ? [each.typing] : []));
    return { ...made, chat, typed, controls: chatControls(made.phone, chat.id) };
  };

  it('tells the agent once in three seconds at most', async () => {
    const { controls, clock, typed, chat } = connected();
    await expect(controls.setTyping(true)).resolves.toMatchObject({ result: { by: 'sent' } });
    clock.advance(2_999);
    await expect(controls.setTyping(true)).resolves.toEqual({
      ok: true,
      result: { chatId: chat.id, by: 'already' },
    });
    expect(typed()).toEqual([true]);
    clock.advance(1);
    await controls.setTyping(true);
    expect(typed()).toEqual([true, true]);
  });

  it('tells five seconds after the last key that nobody writes', async () => {
    const { controls, clock, typed } = connected();
    await controls.setTyping(true);
    clock.advance(1_000);
    await controls.setTyping(true);
    clock.advance(4_999);
    await settle();
    expect(typed()).toEqual([true]);
    clock.advance(1);
    await settle();
    expect(typed()).toEqual([true, false]);
    expect(clock.pending).toBe(0);
    await controls.setTyping(true);
    expect(typed()).toEqual([true, false, true]);
  });

  it('tells at once that nobody writes, and only where somebody did', async () => {
    const { controls, clock, typed } = connected();
    await expect(controls.setTyping(false)).resolves.toMatchObject({ result: { by: 'already' } });
    await controls.setTyping(true);
    await controls.setTyping(false);
    await controls.setTyping(false);
    expect(typed()).toEqual([true, false]);
    expect(clock.pending).toBe(0);
  });

  it('is over when the text is sent', async () => {
    const { controls, line, clock } = connected();
    await controls.setTyping(true);
    await controls.send('Hello');
    expect(line.sent.map(({ type }) => type)).toEqual(['chat.setTyping', 'chat.setTyping', 'chat.send']);
    expect(clock.pending).toBe(0);
  });

  it('is told of another chat at once, and is over in the one before', async () => {
    const { phone, line, clock } = connected();
    const { setTyping } = chatControls(phone);
    await setTyping(true);
    const other = line.chat({ state: 'connected', clientId: 'other' });
    await setTyping(true);
    await settle();
    const told = line.sent.flatMap((each) =>
      each.type === 'chat.setTyping' ? [[each.chatId === other.id, each.typing]] : [],
    );
    expect(told).toEqual([
      [false, true],
      [false, false],
      [true, true],
    ]);
    clock.advance(5_000);
    await settle();
    expect(clock.pending).toBe(0);
  });

  it('is no command under way, and its failure no error of the form’s', async () => {
    const { phone, line, controls } = connected();
    line.respond('wait');
    const states: boolean[] = [];
    controls.state.listen(({ pending }) => states.push(pending));
    void controls.setTyping(true);
    await settle();
    expect(states).toEqual([]);
    phone.close();
    await settle();
    expect(controls.state.value.lastError).toBeUndefined();
  });
});
