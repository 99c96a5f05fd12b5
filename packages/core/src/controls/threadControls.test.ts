import { fakeConnector } from '@offhook/testing';
import { setUp } from '../testing/setUp.js';
import { threadControls } from './threadControls.js';

describe('threadControls', () => {
  it('has the thread, from before its first message, and whether it can be answered', () => {
    const { phone, line } = setUp();
    const { state } = threadControls(phone, 'fake:101');
    const told: (number | undefined)[] = [];
    state.subscribe(({ thread }) => told.push(thread?.messages.length));
    line.message({ number: '101' });
    line.message({ number: '102' });
    line.message({ number: '101' });
    expect(told).toEqual([undefined, 1, 2]);
    expect(state.value.can).toEqual({ allowed: true });
    line.becomes('offline');
    expect(state.value.can).toMatchObject({ allowed: false, reason: 'offline' });
    expect(state.value).toBe(state.value);
  });

  it('answers whoever is in it, by the thread’s own connector', async () => {
    const other = fakeConnector({ id: 'other' });
    const { phone } = setUp({ others: [other] });
    const id = other.message({ number: '+12165325078' });
    await expect(threadControls(phone, id).send('Hello')).resolves.toMatchObject({ ok: true });
    expect(other.sent).toEqual([
      { type: 'inbox.send', to: '+12165325078', text: 'Hello', connector: 'other' },
    ]);
    expect(phone.inbox.get(id).value?.messages).toHaveLength(2);
  });

  it('answers an extension where there is no number', async () => {
    const { phone, line } = setUp();
    line.emit({
      type: 'message',
      threadId: '1',
      kind: 'pager',
      parties: [{ extension: '204' }],
      message: {
        id: 'm',
        direction: 'inbound',
        from: {},
        to: [],
        at: 1,
        read: false,
        status: 'received',
        attachments: [],
      },
    });
    await threadControls(phone, 'fake:1').send('Hello');
    expect(line.sent).toMatchObject([{ type: 'inbox.send', to: '204' }]);
  });

  it('resolves with an error where there is nobody to answer, or nothing to say', async () => {
    const { phone, line } = setUp();
    await expect(threadControls(phone, 'fake:nobody').send('Hello')).resolves.toMatchObject({
      ok: false,
      error: { code: 'invalid-state' },
    });
    const { send, state } = threadControls(phone, line.message());
    await expect(send('')).resolves.toMatchObject({ ok: false, error: { code: 'invalid-argument' } });
    expect(state.value).toMatchObject({ pending: false, lastError: { code: 'invalid-argument' } });
    expect(line.sent).toEqual([]);
  });
});
