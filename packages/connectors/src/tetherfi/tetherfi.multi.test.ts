import { settle } from './testing/settle.js';
import { stage } from './testing/stage.js';

/** A page with multi-chat where nothing goes on. `ours`: our own script's further ids. */
async function several(options: Parameters<typeof stage>[0] = {}) {
  const set = await stage({ multi: true, ...options });
  set.fire('OnOpenFailed', 'NoSessionFound');
  await settle();
  const start = async (clientId: string, sid?: string): Promise<string> => {
    set.vendor.on('Start', () => set.fire('OnStartSuccess', clientId, ...(sid === undefined ? [] : [sid])));
    const { chatId } = await set.client.execute({ type: 'chat.start', clientId });
    await settle();
    return chatId ?? '';
  };
  const find = (id: string) => set.client.chats.get(id).value;
  const texts = (id: string): readonly string[] =>
    set.client.messagesOf(id).value.map(({ text, author }) => text ?? `${author}`);
  return { ...set, start, find, texts };
}

describe('several chats at once', () => {
  test('T-185: T-186: T-189: three of them, each with its client id, by the object for it', async () => {
    const { start, find, vendor, client } = await several();
    const ids = [await start('a', 's-a'), await start('b', 's-b'), await start('c', 's-c')];
    expect(new Set(ids).size).toBe(3);
    expect(vendor.callsOf('Start').map(([, , clientId]) => clientId)).toEqual(['a', 'b', 'c']);
    expect(ids.map((id) => find(id)?.clientId)).toEqual(['a', 'b', 'c']);
    expect(client.chats.all.value).toHaveLength(3);
  });

  test('T-190: events go to the chat whose Sid they carry', async () => {
    const { start, find, fire, texts } = await several();
    const [a, b] = [await start('a', 's-a'), await start('b', 's-b')];
    fire('OnCallQueued', 2, 's-b');
    fire('OnRemoteUserConnected', 'Kim', 'kim', 's-a', 'a');
    fire('OnMessageReceived', 'For a', 's-a');
    fire('OnEcho', 'From b', 's-b');
    fire('OnTypingStateChanged', 0, 's-a');
    fire('OnAppMessageReceived', 'Kim', 'app for a', 's-a');
    fire('OnCallbackRequestStatus', false, true, 's-b');
    fire('OnCallbackAutoRegistered', 'QueueIsTooBig', 's-b');
    expect(find(a)).toMatchObject({ state: 'connected', typing: true, agents: [{ name: 'Kim' }] });
    expect(find(b)).toMatchObject({
      state: 'queued',
      queuePosition: 2,
      callback: { by: 'agent' },
      notice: { code: 'QueueIsTooBig' },
    });
    expect(texts(a)).toEqual(['Kim', 'For a', 'app for a']);
    expect(texts(b)).toEqual(['From b']);
    fire('OnConferenceUserLeft', 'Kim', '', 's-a');
    fire('OnEnd', 'server', undefined, 's-b');
    await settle();
    expect([find(a)?.state, find(b)?.state]).toEqual(['queued', 'ended']);
  });

  test('T-191: P-25: an agent’s coming tells which Sid a client id has; what came before waits for it', async () => {
    const { start, find, fire, texts } = await several();
    const [a, b] = [await start('a'), await start('b')];
    fire('OnCallQueued', 1, 's-b');
    fire('OnMessageReceived', 'For b', 's-b');
    expect(texts(b)).toEqual([]);
    fire('OnRemoteUserConnected', 'Kim', 'kim', 's-b', 'b');
    fire('OnRemoteUserConnected', 'Lee', 'lee', 's-a', 'a');
    fire('OnMessageReceived', 'For a', 's-a');
    expect(texts(a)).toEqual(['Lee', 'For a']);
    expect(texts(b)).toEqual(['For b', 'Kim']);
    expect(find(b)?.state).toBe('connected');
  });

  test('T-191: with one chat alone a Sid that nobody knows is its own', async () => {
    const { start, find, fire, texts } = await several();
    const a = await start('a');
    fire('OnCallQueued', 4, 's-a');
    fire('OnMessageReceived', 'Hello', 's-a');
    expect(find(a)).toMatchObject({ queuePosition: 4 });
    expect(texts(a)).toEqual(['Hello']);
  });

  test.each([
    ['last', ['Hi', 's-a'], ['Hello', 's-a', expect.any(String)]],
    ['first', ['s-a', 'Hi'], ['s-a', 'Hello', expect.any(String)]],
  ] as const)(
    'T-188: Sid comes %s in what is sent and told, as the option says',
    async (sidPosition, told, sent) => {
      const { start, fire, client, vendor, texts } = await several({ sidPosition });
      const id = await start('a', 's-a');
      fire('OnMessageReceived', ...told);
      await client.execute({ type: 'chat.send', chatId: id, text: 'Hello' });
      await settle();
      expect(texts(id)).toEqual(['Hi', 'Hello']);
      expect(vendor.callsOf('SendMessage')).toEqual([sent]);
    },
  );

  test('T-187: Open brings all that go on', async () => {
    const { client, fire } = await stage({ multi: true });
    fire('OnOpenSuccess', [
      { clientId: 'a', sid: 's-a', agents: [{ name: 'Kim', id: 'kim' }], trans: [] },
      { clientId: 'b', trans: [{ type: 'msg', by: 'a', msg: 'Hi', time: '' }] },
    ]);
    await settle();
    const states = client.chats.all.value.map(({ clientId, state }) => [clientId, state]);
    expect(Object.fromEntries(states)).toEqual({ a: 'connected', b: 'queued' });
  });

  test('T-189: a refusal is of the start that waits for it, also where no id says so', async () => {
    const { vendor, fire, client, find, start } = await several();
    const a = await start('a', 's-a');
    vendor.on('Start', () => fire('OnStartFailed', 'MaxConcurrentSessionCountReached', undefined, 'b'));
    const refused = client.execute({ type: 'chat.start', clientId: 'b' });
    await expect(refused).rejects.toMatchObject({ code: 'limit-reached' });
    await settle();
    expect(find(a)?.state).toBe('queued');
    const failed = client.chats.all.value.find(({ clientId }) => clientId === 'b');
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'MaxConcurrentSessionCountReached' } });
  });

  test('T-192: End, Close and RequestCallback name the chat behind all else (trap 39)', async () => {
    const { start, client, vendor, fire, find } = await several();
    const [a, b] = [await start('a', 's-a'), await start('b', 's-b')];
    vendor.on('RequestCallback', () => fire('OnCallbackRequestStatus', true, true, 's-a'));
    await client.execute({ type: 'chat.requestCallback', chatId: a, phone: '+34910000001' });
    vendor.on('End', (reason) => fire('OnEnd', 'client', reason, 's-a'));
    await client.execute({ type: 'chat.end', chatId: a, reason: 'done' });
    await client.execute({ type: 'chat.leave', chatId: b });
    expect(vendor.callsOf('RequestCallback')).toEqual([['+34910000001', 's-a']]);
    expect(vendor.callsOf('End')).toEqual([['done', 's-a']]);
    expect(vendor.callsOf('Close')).toEqual([['s-b']]);
    expect([find(a)?.state, find(b)?.attached]).toEqual(['ended', false]);
  });
});
