import { fakeStream } from '@offhook/testing';
import { setUp } from '../testing/setUp.js';
import { cobrowseControls } from './cobrowseControls.js';
import { screenControls } from './screenControls.js';

const click: object = new Event('click');

describe('screenControls', () => {
  it('has the share and what is shown, and gives its commands', async () => {
    const { phone, line } = setUp();
    const { state, start, stop } = screenControls(phone);
    await expect(start()).resolves.toMatchObject({ ok: false, error: { code: 'invalid-state' } });
    expect(state.value.lastError?.code).toBe('invalid-state');
    expect(state.value.can.stop.allowed).toBe(false);
    const chat = line.chat({ id: '1', state: 'connected' });
    const shown = fakeStream('shown');
    const stream = (): MediaStream => shown;
    await start({ stream });
    chat.streams({ screen: [shown] });
    expect(state.value).toMatchObject({ screen: { state: 'on' }, can: { stop: { allowed: true } } });
    expect(state.value.streams.screen[0]).toBe(shown);
    const before = state.value;
    chat.say('I see it');
    expect(state.value).toBe(before);
    await stop();
    expect(state.value.screen).toMatchObject({ state: 'ended', endedBy: 'customer' });
    await start(click);
    expect(line.sent).toEqual([
      { type: 'screen.start', chatId: chat.id, stream },
      { type: 'screen.stop', chatId: chat.id },
      { type: 'screen.start', chatId: chat.id },
    ]);
  });
});

describe('cobrowseControls', () => {
  it('has the session, and gives its commands', async () => {
    const { phone, line } = setUp();
    const chat = line.chat({ id: '1', state: 'connected' });
    line.chat({ id: '2', state: 'connected', clientId: 'other' });
    const { state, start, stop } = cobrowseControls(phone, chat.id);
    const wish = { controls: { textboxes: ['amount'] }, pointer: true, annotate: false };
    expect(state.value).toMatchObject({ cobrowse: undefined, can: { start: { allowed: true } } });
    await start(wish);
    expect(state.value).toMatchObject({ cobrowse: { state: 'on', pointer: true, annotate: false } });
    await stop();
    await start(click);
    expect(line.sent).toEqual([
      { type: 'cobrowse.start', chatId: chat.id, ...wish },
      { type: 'cobrowse.stop', chatId: chat.id },
      { type: 'cobrowse.start', chatId: chat.id },
    ]);
    expect(phone.chats.get('fake:2').value).not.toHaveProperty('cobrowse');
  });

  it('shows why a vendor refuses', async () => {
    const { phone, line } = setUp();
    line.chat({ id: '1', state: 'connected' });
    const { state, start } = cobrowseControls(phone);
    const outcome = await start({ controls: { textboxes: [''] } });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid-argument' } });
    expect(state.value.lastError?.message).toContain('textboxes');
  });
});
