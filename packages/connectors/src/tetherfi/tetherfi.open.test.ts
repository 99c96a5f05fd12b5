import { settle } from './testing/settle.js';
import { stage } from './testing/stage.js';

const trans = [
  { type: 'msg', by: 'c', msg: 'Is%20it%20open%3F', time: '2026-01-05T08:59:00.000Z' },
  { type: 'connect', id: 'kim-1', name: 'Kim', time: '2026-01-05T08:59:10.000Z' },
  { type: 'msg', by: 'a', msg: '100%25%20open', time: '2026-01-05T08:59:20.000Z' },
];

describe('a chat that goes on', () => {
  test('T-67: T-139: Open is called on each page, and what it finds shows', async () => {
    const { vendor, fire, chat, said, told } = await stage();
    expect(vendor.callsOf('Open')).toEqual([[]]);
    expect(chat()).toMatchObject({ state: 'opening' });
    fire('OnOpenSuccess', { agents: [{ name: 'Kim', id: 'kim-1', index: '1' }], trans });
    await settle();
    expect(chat()).toMatchObject({
      state: 'connected',
      attached: true,
      agents: [{ id: 'kim-1', name: 'Kim' }],
    });
    expect(said()).toEqual(['Is it open? delivered', 'joined Kim delivered', '100% open delivered']);
    expect(told('chat.')).toContain('chat.opened');
    expect(told('chat.message')).toEqual([]);
  });

  test('T-55: without agents, or with none, it waits', async () => {
    for (const agents of [undefined, null, []]) {
      const { fire, chat, client } = await stage();
      fire('OnOpenSuccess', { agents, trans: [] });
      await settle();
      expect(chat()?.state).toBe('queued');
      client.close();
    }
  });

  test('T-61: T-62: T-198: records of coming and going stand among the messages, in order', async () => {
    const { fire, messages } = await stage();
    fire('OnOpenSuccess', {
      agents: null,
      trans: [...trans, { type: 'disconnect', id: 'kim-1', name: 'Kim', time: '' }],
    });
    await settle();
    expect(messages().map(({ kind, by }) => [kind, by])).toEqual([
      ['text', 'customer'],
      ['joined', 'system'],
      ['text', 'agent'],
      ['left', 'system'],
    ]);
  });

  test('T-142: NoSessionFound is no error: the chat is idle and can be started', async () => {
    const { fire, chat, client, told } = await stage();
    fire('OnOpenFailed', 'NoSessionFound');
    await settle();
    expect(chat()?.state).toBe('idle');
    expect(client.can('chat.start')).toEqual({ allowed: true });
    expect(told('error')).toEqual([]);
  });

  test.each([
    ['T-141: CookiesDisabled', 'CookiesDisabled', 'storage-blocked'],
    ['T-143: AlreadyEndedSession', 'AlreadyEndedSession', 'session-ended'],
  ])('%s fails with advice, and nothing is started (trap 34)', async (_row, code, ours) => {
    const { vendor, fire, chat, client } = await stage();
    fire('OnOpenFailed', code);
    await settle();
    expect(chat()).toMatchObject({ state: 'failed', failure: { code } });
    vendor.on('Open', () => vendor.fire('OnOpenFailed', code));
    await expect(client.execute({ type: 'chat.start' })).rejects.toMatchObject({
      code: ours,
      vendorCode: code,
    });
    expect(vendor.callsOf('Start')).toEqual([]);
  });

  test('T-140: an Open that nobody answers fails in the end, and can be tried again', async () => {
    const { clock, chat, vendor, client } = await stage();
    clock.advance(20_000);
    await settle();
    expect(chat()).toMatchObject({ state: 'failed', failure: { code: 'timeout' } });
    vendor.on('Open', () => vendor.fire('OnOpenFailed', 'NoSessionFound'));
    await client.execute({ type: 'chat.open' });
    expect(chat()?.state).toBe('idle');
  });

  test('T-194: leaving closes this page’s part, and opening takes it up again', async () => {
    const { fire, chat, client, vendor, told } = await stage();
    fire('OnOpenSuccess', { agents: null, trans });
    await settle();
    await client.execute({ type: 'chat.leave', chatId: chat()?.id ?? '' });
    expect(vendor.callsOf('Close')).toEqual([[]]);
    expect(chat()).toMatchObject({ state: 'queued', attached: false });
    expect(told('chat.detached')).toHaveLength(1);
    vendor.on('Open', () => vendor.fire('OnOpenSuccess', { agents: null, trans }));
    await client.execute({ type: 'chat.open' });
    expect(chat()).toMatchObject({ state: 'queued', attached: true });
    expect(client.chats.all.value).toHaveLength(1);
  });

  test('P-6: a chat that ended while this page was away is over when it opens again', async () => {
    const { fire, chat, client, vendor } = await stage();
    fire('OnOpenSuccess', { agents: null, trans });
    await settle();
    vendor.on('Open', () => vendor.fire('OnOpenFailed', 'AlreadyEndedSession'));
    await client.execute({ type: 'chat.leave', chatId: chat()?.id ?? '' });
    await client.execute({ type: 'chat.open' }).catch(() => {});
    expect(chat()).toMatchObject({ state: 'ended', endedBy: 'library', endReason: 'AlreadyEndedSession' });
  });
});
