import { settle } from './testing/settle.js';
import { connected, stage, started } from './testing/stage.js';

describe('agents', () => {
  test('T-149: one comes, and another in a transfer', async () => {
    const { fire, chat, told, said } = await started();
    fire('OnRemoteUserConnected', 'Kim', 'kim-1', 'sid-1');
    await settle();
    expect(chat()).toMatchObject({ state: 'connected', agents: [{ id: 'kim-1', name: 'Kim' }] });
    expect(chat()?.queuePosition).toBeUndefined();
    fire('OnRemoteUserConnected', 'Lee', 'lee-1', 'sid-1');
    fire('OnConferenceUserLeft', 'Kim', 'Bye');
    await settle();
    expect(chat()).toMatchObject({ state: 'connected', agents: [{ id: 'lee-1', name: 'Lee' }] });
    expect(told('chat.agent')).toEqual(['chat.agent.joined', 'chat.agent.joined', 'chat.agent.left']);
    expect(said()).toEqual(['joined Kim delivered', 'joined Lee delivered', 'left Kim delivered']);
  });

  test('T-149: the same one told twice comes once', async () => {
    const { fire, chat, told } = await connected();
    fire('OnRemoteUserConnected', 'Kim', 'kim-1', 'sid-1');
    expect(chat()?.agents).toHaveLength(1);
    expect(told('chat.agent')).toEqual(['chat.agent.joined']);
  });

  test('T-166: when the last one leaves the chat waits again', async () => {
    const { fire, chat } = await connected();
    fire('OnConferenceUserLeft', 'Kim', '');
    await settle();
    expect(chat()).toMatchObject({ state: 'queued', agents: [] });
    fire('OnRemoteUserConnected', 'Lee', 'lee-1', 'sid-1');
    expect(chat()?.state).toBe('connected');
  });

  test('T-166: a going that the end follows at once is an end alone', async () => {
    const { fire, told, chat } = await connected();
    const before = told('chat.queued').length;
    fire('OnConferenceUserLeft', 'Kim', '');
    fire('OnEnd', 'server', undefined);
    await settle();
    expect(chat()?.state).toBe('ended');
    expect(told('chat.queued')).toHaveLength(before);
  });
});

describe('the end', () => {
  test.each([
    ['T-145: the server’s', ['server', undefined], { endedBy: 'server' }],
    [
      'T-145: P-10: an agent’s, where the script says so',
      ['server', undefined, 'agent'],
      { endedBy: 'agent' },
    ],
    [
      'T-146: the customer’s, with what End was given',
      ['client', 'done'],
      { endedBy: 'customer', endReason: 'done' },
    ],
    [
      'T-147: nobody’s',
      ['lib', 'SessionLostWhileOffline'],
      { endedBy: 'library', endReason: 'SessionLostWhileOffline' },
    ],
  ] as const)('%s', async (_row, args, facts) => {
    const { fire, chat } = await connected();
    fire('OnEnd', ...args);
    expect(chat()).toMatchObject({ state: 'ended', attached: false, ...facts });
  });

  test('T-144: comes once, and nothing lives on after it', async () => {
    const { fire, chat, told, messages } = await connected();
    fire('OnEnd', 'client', 'done');
    fire('OnEnd', 'server', undefined);
    fire('OnCallQueued', 3);
    fire('OnRemoteUserConnected', 'Lee', 'lee-1', 'sid-1');
    fire('OnTypingStateChanged', 0);
    await settle();
    expect(told('chat.ended')).toHaveLength(1);
    expect(chat()).toMatchObject({ state: 'ended', endedBy: 'customer', typing: false });
    expect(messages().filter(({ author }) => author === 'Lee')).toEqual([]);
  });

  test('T-148: may come while it waits', async () => {
    const { fire, chat } = await started();
    fire('OnEnd', 'server', undefined);
    expect(chat()).toMatchObject({ state: 'ended', endedBy: 'server' });
  });

  test('T-66: P-27: End is called with the reason, or with none', async () => {
    for (const reason of ['solved', undefined]) {
      const { client, vendor, chat, fire } = await connected();
      vendor.on('End', (given) => fire('OnEnd', 'client', given));
      const chatId = chat()?.id ?? '';
      await client.execute({ type: 'chat.end', chatId, ...(reason === undefined ? {} : { reason }) });
      expect(vendor.callsOf('End')).toEqual([[reason]]);
      expect(chat()).toMatchObject({ state: 'ended', endedBy: 'customer' });
      expect(chat()?.endReason).toBe(reason);
    }
  });

  test('T-68: another chat begins in its place, by Open and Start', async () => {
    const { client, vendor, chat, fire, chatId } = await connected();
    fire('OnEnd', 'client', 'done');
    const again = await client.execute({ type: 'chat.start' });
    expect(again.chatId).not.toBe(chatId);
    expect(chat()).toMatchObject({ id: again.chatId, state: 'queued' });
    expect(vendor.calls.map(([name]) => name)).toEqual(['Open', 'Open', 'Start', 'Open', 'Start']);
  });

  test('T-126: an event without a chat changes nothing', async () => {
    const { fire, chat, client } = await stage();
    fire('OnOpenFailed', 'NoSessionFound');
    fire('OnEnd', 'server', undefined);
    fire('OnMessageReceived', 'Hello?');
    await settle();
    expect(chat()?.state).toBe('idle');
    expect(client.messagesOf(chat()?.id).value.filter(({ by }) => by === 'customer')).toEqual([]);
  });
});

describe('the server', () => {
  test('T-168: T-169: is away, and back', async () => {
    const { fire, chat, told } = await connected();
    fire('OnServerStateChanged', 'offline');
    expect(chat()).toMatchObject({ state: 'interrupted', server: 'offline', attached: true });
    fire('OnServerStateChanged', 'online');
    await settle();
    expect(chat()).toMatchObject({ state: 'connected', server: 'online' });
    expect(told('chat.interrupted')).toHaveLength(1);
    expect(told('chat.resumed')).toHaveLength(1);
  });

  test('T-168: a chat that waits goes on waiting, its server away', async () => {
    const { fire, chat, client } = await started();
    fire('OnServerStateChanged', 'offline');
    expect(chat()).toMatchObject({ state: 'queued', server: 'offline' });
    expect(client.connection.value.status).toBe('ready');
    fire('OnServerStateChanged', 'online');
    await settle();
    expect(chat()?.server).toBe('online');
  });

  test('T-170: back, and the chat lost at once: it is never shown as going on (trap 35)', async () => {
    const { fire, chat, told } = await connected();
    fire('OnServerStateChanged', 'offline');
    fire('OnServerStateChanged', 'online');
    fire('OnEnd', 'lib', 'SessionLostWhileOffline');
    await settle();
    expect(chat()).toMatchObject({
      state: 'ended',
      endedBy: 'library',
      endReason: 'SessionLostWhileOffline',
    });
    expect(told('chat.resumed')).toEqual([]);
  });

  test('T-168: without a chat the connection itself is offline', async () => {
    const { fire, client } = await stage();
    fire('OnOpenFailed', 'NoSessionFound');
    fire('OnServerStateChanged', 'offline');
    expect(client.connection.value).toMatchObject({
      status: 'offline',
      reason: expect.stringMatching(/contact/),
    });
    expect(client.can('chat.start')).toMatchObject({ allowed: false, reason: 'offline' });
    fire('OnServerStateChanged', 'online');
    expect(client.connection.value.status).toBe('ready');
  });

  test('T-159: a fault of its own ends the chat, as the document asks', async () => {
    const { fire, chat, vendor, events } = await connected();
    fire('OnInternalServerError', 'Broken');
    await settle();
    expect(vendor.callsOf('End')).toEqual([['Broken']]);
    expect(chat()).toMatchObject({ state: 'ended', endedBy: 'library', endReason: 'Broken' });
    expect(events).toContainEqual(expect.objectContaining({ type: 'error' }));
  });

  test('T-160: UnOpenedSessionNotAllowed: this page takes its part up again', async () => {
    const { fire, chat, vendor } = await connected();
    const before = vendor.callsOf('Open').length;
    vendor.on('Open', () => fire('OnOpenSuccess', { agents: [{ name: 'Kim', id: 'kim-1' }], trans: [] }));
    fire('OnInternalServerError', 'UnOpenedSessionNotAllowed');
    await settle();
    expect(vendor.callsOf('Open')).toHaveLength(before + 1);
    expect(chat()).toMatchObject({ state: 'connected', attached: true });
    expect(vendor.callsOf('End')).toEqual([]);
  });
});

describe('notices and callbacks', () => {
  test.each([
    ['T-152: ErrorInGetAgentDetails', 'ErrorInGetAgentDetails'],
    ['T-153: ErrorAgentDetails', 'ErrorAgentDetails'],
    ['T-154: NoStaffedAgents', 'NoStaffedAgents'],
    ['T-155: QueueIsTooBig', 'QueueIsTooBig'],
    ['T-156: TimedOutInQueue', 'TimedOutInQueue'],
    ['T-157: InternalServerError', 'InternalServerError'],
  ])('%s is told in words', async (_row, code) => {
    const { fire, chat, told } = await started();
    fire('OnSystemNotification', code);
    expect(chat()?.notice).toMatchObject({ code, text: expect.stringMatching(/^[A-Z].*\.$/) });
    expect(chat()?.callback).toBeUndefined();
    expect(told('chat.notice')).toHaveLength(1);
  });

  test('T-150: T-151: told under both its names it is one notice (trap 32)', async () => {
    const { fire, told } = await started();
    fire('OnSystemNotification', 'NoStaffedAgents');
    fire('OnCallbackAutoRegistered', 'NoStaffedAgents');
    expect(told('chat.notice')).toHaveLength(1);
    fire('OnCallbackAutoRegistered', 'QueueIsTooBig');
    fire('OnSystemNotification', 'QueueIsTooBig');
    expect(told('chat.notice')).toHaveLength(2);
  });

  test('T-46: T-151: where it was asked for, a callback has been registered', async () => {
    const { client, vendor, fire, chat, told } = await started();
    fire('OnEnd', 'client', 'again');
    await client.execute({ type: 'chat.start', autoCallback: true });
    expect(vendor.callsOf('Start')[1]?.[0]).toMatchObject({ enable_autocb: true });
    fire('OnCallbackAutoRegistered', 'QueueIsTooBig');
    expect(chat()).toMatchObject({ callback: { by: 'server', state: 'registered' } });
    fire('OnSystemNotification', 'QueueIsTooBig');
    expect(told('chat.callback')).toHaveLength(1);
  });

  test('T-74: T-158: a callback is asked for, and registered or refused', async () => {
    const { client, vendor, fire, chat, chatId, told } = await connected();
    vendor.on('RequestCallback', () => {
      expect(chat()?.callback).toEqual({ by: 'customer', state: 'requested' });
      fire('OnCallbackRequestStatus', true, true);
    });
    await client.execute({ type: 'chat.requestCallback', chatId, phone: '+34910000001' });
    expect(vendor.callsOf('RequestCallback')).toEqual([['+34910000001']]);
    expect(chat()?.callback).toEqual({ by: 'customer', state: 'registered' });
    vendor.on('RequestCallback', () => fire('OnCallbackRequestStatus', 'true', 'false'));
    const refused = client.execute({ type: 'chat.requestCallback', chatId, phone: '000' });
    await expect(refused).rejects.toMatchObject({ code: 'vendor-error' });
    expect(chat()?.callback).toEqual({ by: 'customer', state: 'failed' });
    expect(told('chat.callback')).toHaveLength(2);
  });

  test('T-158: an agent may ask for one unasked', async () => {
    const { fire, chat } = await connected();
    fire('OnCallbackRequestStatus', false, true);
    expect(chat()?.callback).toEqual({ by: 'agent', state: 'registered' });
  });
});
