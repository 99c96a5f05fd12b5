import { settle } from './testing/settle.js';
import { connected, stage, started } from './testing/stage.js';

describe('what agents say', () => {
  test('T-163: is plain text, shown as it is and told once', async () => {
    const { fire, messages, told } = await connected();
    fire('OnMessageReceived', '50%25 <b>off</b>');
    expect(messages().at(-1)).toMatchObject({
      kind: 'text',
      by: 'agent',
      author: 'Kim',
      text: '50%25 <b>off</b>',
    });
    expect(told('chat.message')).toEqual(['chat.message.received']);
  });

  test('T-163: two alike are two', async () => {
    const { fire, said } = await connected();
    fire('OnMessageReceived', 'ok');
    fire('OnMessageReceived', 'ok');
    expect(said()).toEqual(['joined Kim delivered', 'ok delivered', 'ok delivered']);
  });

  test('T-163: P-7: with the script’s ids the same one is shown once, whenever it comes', async () => {
    const { fire, said, messages } = await connected();
    fire('OnMessageReceived', 'ok', 'm-1', 3, '2026-01-05T09:00:01.000Z', 'Kim');
    fire('OnMessageReceived', 'ok', 'm-1', 3, '2026-01-05T09:00:01.000Z', 'Kim');
    fire('OnMessageReceived', 'hm', 'm-2', 4, '2026-01-05T09:00:02.000Z', 'Kim');
    expect(said()).toEqual(['joined Kim delivered', 'ok delivered', 'hm delivered']);
    expect(messages().at(-1)).toMatchObject({ id: 'm-2', seq: 4, at: Date.UTC(2026, 0, 5, 9, 0, 2) });
  });

  test('T-163: what is no text is dropped, and told as rejected', async () => {
    const { fire, said, told } = await connected();
    for (const wrong of [undefined, null, 7, {}, [], Symbol('x'), 'x'.repeat(200_000)]) {
      fire('OnMessageReceived', wrong);
    }
    expect(said()).toEqual(['joined Kim delivered']);
    expect(told('protocol')).toEqual(['protocol.rejected']);
  });

  test('T-162: an agent’s app speaks to the page’s', async () => {
    const { fire, events, messages } = await connected();
    fire('OnAppMessageReceived', 'Kim', 'open the form');
    expect(events.at(-1)).toMatchObject({ type: 'chat.app-message', author: 'Kim', text: 'open the form' });
    expect(messages().at(-1)).toMatchObject({ kind: 'app', by: 'agent', data: 'open the form' });
  });

  test('T-167: P-26: earlier chats come as they are, whatever their shape', async () => {
    const { fire, events } = await started();
    const trans = [{ type: 'msg', by: 'a', msg: 'Good%20bye', time: '2026-01-01T00:00:00.000Z' }];
    for (const history of [
      [{ sid: 'old', trans }],
      { sid: 'old', trans },
      JSON.stringify([{ sid: 'old', trans }]),
    ]) {
      fire('OnHistoryReceived', history);
      expect(events.at(-1)).toMatchObject({
        type: 'chat.history',
        chats: [{ id: 'old', messages: [{ text: 'Good bye', by: 'agent', status: 'delivered' }] }],
      });
    }
    fire('OnHistoryReceived', trans);
    expect(events.at(-1)).toMatchObject({
      type: 'chat.history',
      chats: [{ messages: [{ text: 'Good bye' }] }],
    });
  });
});

describe('signs of writing', () => {
  test('T-165: 0 is started and 1 is stopped (trap 29)', async () => {
    const { fire, chat } = await connected();
    fire('OnTypingStateChanged', 0);
    expect(chat()?.typing).toBe(true);
    fire('OnTypingStateChanged', '1');
    expect(chat()?.typing).toBe(false);
  });

  test('T-165: P-21: one that nobody takes back holds ten seconds, or until a message', async () => {
    const { fire, chat, clock } = await connected();
    fire('OnTypingStateChanged', 0);
    clock.advance(9_999);
    expect(chat()?.typing).toBe(true);
    clock.advance(1);
    expect(chat()?.typing).toBe(false);
    fire('OnTypingStateChanged', 0);
    fire('OnMessageReceived', 'Here I am');
    expect(chat()?.typing).toBe(false);
    expect(clock.pending).toBe(0);
  });

  test('T-73: the customer’s go out the same way, and sending takes them back', async () => {
    const { client, vendor, chatId } = await connected();
    await client.execute({ type: 'chat.setTyping', chatId, typing: true });
    await client.execute({ type: 'chat.send', chatId, text: 'Hello' });
    await settle();
    expect(vendor.callsOf('NotifyTypingStateChange')).toEqual([[0], [1]]);
  });
});

describe('what the customer says, to the documented vendor', () => {
  test('T-70: T-164: is on its way until the echo, and read when an agent is there', async () => {
    const { client, vendor, fire, said, chatId, told } = await started();
    const result = await client.execute({ type: 'chat.send', chatId, text: 'Hello' });
    await settle();
    expect(result).toMatchObject({ chatId, messageId: expect.any(String) });
    expect(vendor.callsOf('SendMessage')).toEqual([['Hello', result.messageId]]);
    expect(said()).toEqual(['Hello pending']);
    fire('OnEcho', 'Hello');
    await settle();
    expect(said()).toEqual(['Hello sent']);
    fire('OnRemoteUserConnected', 'Kim', 'kim-1', 'sid-1');
    expect(said()[0]).toBe('Hello delivered');
    expect(told('chat.message')).toEqual(['chat.message.sent']);
  });

  test('T-164: another tab’s shows here as well', async () => {
    const { fire, said } = await connected();
    fire('OnEcho', 'From the other tab');
    expect(said().at(-1)).toBe('From the other tab delivered');
  });

  test('T-70: one after the other, in order', async () => {
    const { client, vendor, fire, said, chatId } = await connected();
    for (const text of ['one', 'two', 'three']) await client.execute({ type: 'chat.send', chatId, text });
    await settle();
    expect(vendor.callsOf('SendMessage').map(([text]) => text)).toEqual(['one']);
    vendor.on('SendMessage', (text) => fire('OnEcho', text));
    fire('OnEcho', 'one');
    await settle();
    expect(said().slice(1)).toEqual(['one delivered', 'two delivered', 'three delivered']);
  });

  test('T-71: without an echo it fails after half a minute, and can be sent again under its id', async () => {
    const { client, vendor, fire, said, chatId, clock, messages, told } = await connected();
    const { messageId = '' } = await client.execute({ type: 'chat.send', chatId, text: 'Hello' });
    await settle();
    clock.advance(30_000);
    await settle();
    expect(said().at(-1)).toBe('Hello failed');
    expect(messages().at(-1)?.error?.text).toMatch(/again/);
    vendor.on('SendMessage', (text) => fire('OnEcho', text));
    await client.execute({ type: 'chat.resend', chatId, messageId });
    await settle();
    expect(said().at(-1)).toBe('Hello delivered');
    expect(vendor.callsOf('SendMessage')).toEqual([
      ['Hello', messageId],
      ['Hello', messageId],
    ]);
    expect(told('chat.message')).toEqual(['chat.message.failed', 'chat.message.sent']);
  });

  test('T-168: what is written while the server is away waits for it', async () => {
    const { client, vendor, fire, said, chatId, clock } = await connected();
    fire('OnServerStateChanged', 'offline');
    await client.execute({ type: 'chat.send', chatId, text: 'Are you there?' });
    await settle();
    clock.advance(120_000);
    await settle();
    expect(vendor.callsOf('SendMessage')).toEqual([]);
    expect(said().at(-1)).toBe('Are you there? pending');
    vendor.on('SendMessage', (text) => fire('OnEcho', text));
    fire('OnServerStateChanged', 'online');
    await settle();
    expect(said().at(-1)).toBe('Are you there? delivered');
  });

  test('T-144: what was not sent when the chat ended fails, and never goes into the next one', async () => {
    const { client, vendor, fire, chatId } = await connected();
    fire('OnServerStateChanged', 'offline');
    await client.execute({ type: 'chat.send', chatId, text: 'Too late' });
    await settle();
    fire('OnServerStateChanged', 'online');
    fire('OnEnd', 'lib', 'SessionLostWhileOffline');
    await settle();
    expect(client.messagesOf(chatId).value.at(-1)).toMatchObject({ text: 'Too late', status: 'failed' });
    await client.execute({ type: 'chat.start' });
    fire('OnRemoteUserConnected', 'Lee', 'lee-1', 'sid-2');
    await settle();
    expect(vendor.callsOf('SendMessage')).toEqual([]);
  });

  test('T-72: an app’s message goes as a type and an object', async () => {
    const { client, vendor, chatId, messages } = await connected();
    await client.execute({ type: 'chat.sendApp', chatId, name: 'cart', data: { items: 3 } });
    await settle();
    expect(vendor.callsOf('SendAppMessage')[0]?.slice(0, 2)).toEqual(['cart', { items: 3 }]);
    expect(messages().at(-1)).toMatchObject({ kind: 'app', by: 'customer', status: 'delivered' });
  });
});

describe('what the customer says, to our own script', () => {
  test('P-7: the promise acknowledges, with the place in the log', async () => {
    const { client, vendor, messages, chatId, fire } = await connected();
    vendor.on('SendMessage', (text, id) => {
      fire('OnEcho', text, id, 7, '2026-01-05T09:00:03.000Z');
      return Promise.resolve({ sid: 's', seq: 7, time: '2026-01-05T09:00:03.000Z' });
    });
    const { messageId } = await client.execute({ type: 'chat.send', chatId, text: 'Hello' });
    await settle();
    expect(messages().filter(({ by }) => by === 'customer')).toEqual([
      expect.objectContaining({
        id: messageId,
        seq: 7,
        status: 'delivered',
        at: Date.UTC(2026, 0, 5, 9, 0, 3),
      }),
    ]);
  });

  test('P-7: one that is refused for now is tried again under its id, and one that is refused for good has failed', async () => {
    const { client, vendor, said, chatId, clock } = await connected();
    const refuse = (code: string) => () => Promise.reject(Object.assign(new Error('secret text'), { code }));
    vendor.on('SendMessage', refuse('Unavailable'));
    const { messageId } = await client.execute({ type: 'chat.send', chatId, text: 'Hello' });
    await settle();
    expect(said().at(-1)).toBe('Hello pending');
    vendor.on('SendMessage', refuse('BadRequest'));
    clock.advance(5_000);
    await settle();
    expect(said().at(-1)).toBe('Hello failed');
    expect(vendor.callsOf('SendMessage')).toEqual([
      ['Hello', messageId],
      ['Hello', messageId],
    ]);
  });
});

test('T-173: T-125: a campaign’s contact is made, without a chat', async () => {
  const { client, vendor, fire, events } = await stage();
  fire('OnOpenFailed', 'NoSessionFound');
  vendor.on('CreateCampaignContact', () =>
    fire('OnCampaignContactCreated', { resultCode: '0', resultMessage: 'Success' }),
  );
  await client.execute({ type: 'chat.createCampaignContact', data: { name: 'Ana' } });
  expect(vendor.callsOf('CreateCampaignContact')).toEqual([[{ name: 'Ana' }]]);
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'campaign.contact.created', resultCode: '0', resultMessage: 'Success' }),
  );
  vendor.on('CreateCampaignContact', () =>
    fire('OnCampaignContactCreated', '{"resultCode":1,"resultMessage":"No"}'),
  );
  const refused = client.execute({ type: 'chat.createCampaignContact', data: {} });
  await expect(refused).rejects.toMatchObject({ code: 'vendor-error', vendorCode: '1' });
});
