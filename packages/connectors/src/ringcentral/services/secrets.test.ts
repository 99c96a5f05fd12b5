import type { CallLogEntry, LoggedAttachment, MessageLogEntry } from '@offhook/core';
import { message } from '../testing/frames.js';
import { serving } from '../testing/service.js';
import { loggedFile } from './file.js';
import { withoutTokens } from './withoutTokens.js';

const canary = 'canary-7f3a';
const media = 'https://media.ringcentral.com/restapi/v1.0/account/1/recording/646/content';
const link = `https://ringcentral.github.io/ringcentral-media-reader/?media=${encodeURIComponent(`${media}?access_token=${canary}`)}&id=1#ACCESS_TOKEN=${canary}`;

const call = {
  id: 'CL1',
  sessionId: '214705503020',
  telephonySessionId: 's-abc111',
  startTime: 1_000_000,
  duration: 65,
  direction: 'Inbound',
  action: 'Phone Call',
  result: 'Accepted',
  from: { phoneNumber: '+12165325078', name: `see ${media}?Access_Token=${canary}` },
  to: { phoneNumber: '+16505550101' },
  recording: {
    id: '6469338004',
    type: 'OnDemand',
    uri: `https://platform.ringcentral.com/recording/646?access_token=${canary}`,
    contentUri: `${media}?access_token=${canary}`,
    link,
  },
};

const conversation = {
  conversationLogId: '1/7/2/2019',
  conversationId: '1',
  type: 'Fax',
  correspondents: [{ phoneNumber: '+12165325078' }],
  messages: [
    message({
      type: 'Fax',
      subject: `${media}?a=1&access_token=${canary}&b=2`,
      attachments: [{ id: 9, uri: `${media}?access_token=${canary}`, link, contentType: 'application/pdf' }],
    }),
  ],
};

const fetched = jest.fn<Promise<unknown>, [string, RequestInit]>();
const { fetch: before } = globalThis;
beforeEach(() => {
  fetched.mockReset();
  globalThis.fetch = fetched as unknown as typeof fetch;
});
afterAll(() => {
  globalThis.fetch = before;
});

function logged() {
  const calls: CallLogEntry[] = [];
  const messages: MessageLogEntry[] = [];
  const traced: unknown[] = [];
  const played = serving({
    trace: (...told) => traced.push(told),
    provide: {
      callLog: {
        write(entry) {
          calls.push(entry);
          throw new Error('refused');
        },
      },
      messageLog: { write: (entry) => void messages.push(entry) },
      invites: { meeting: () => Promise.reject(new Error('refused')) },
      contacts: { search: () => [] },
    },
  });
  played.ask('/callLogger', { call, note: `${media}#access_token=${canary}` });
  played.ask('/messageLogger', { conversation });
  return { ...played, calls, messages, traced };
}

describe('an access token', () => {
  it('S1-40, S1-41: is in nothing of a recording but what fetches it', async () => {
    const { calls } = logged();
    const [recording] = calls[0]?.recordings ?? [];
    expect(recording).toEqual({
      id: '6469338004',
      type: 'OnDemand',
      link: `https://ringcentral.github.io/ringcentral-media-reader/?media=${encodeURIComponent(`${media}?`)}&id=1#`,
      fetch: expect.any(Function),
    });
    const file = new Blob(['sound']);
    fetched.mockResolvedValue({ ok: true, blob: async () => file });
    await expect(recording?.fetch?.()).resolves.toBe(file);
    expect(fetched).toHaveBeenCalledWith(
      `${media}?access_token=${canary}`,
      expect.objectContaining({ credentials: 'omit', referrerPolicy: 'no-referrer' }),
    );
  });

  it('S1-48, S1-49: is in nothing that is given on, told, traced or sent', async () => {
    const { calls, messages, events, traced, channel, ask, say } = logged();
    ask('/meeting/invite', { meeting: { topic: 'x', link, deep: [{ link }] } });
    ask(`/elsewhere?access_token=${canary}`, { link });
    ask('/contacts/search', { searchString: link });
    ask('/activities', { contact: { id: canary } });
    say({ type: 'rc-adapter-message-response', responseId: canary, response: link });
    await new Promise((done) => setTimeout(done));
    const errors = events.flatMap((event) =>
      'error' in event ? [event.error, event.error.message, event.error.cause] : [],
    );
    expect(errors.length).toBeGreaterThan(0);
    expect(messages[0]?.messages[0]?.attachments).toHaveLength(1);
    expect(
      JSON.stringify([calls, messages, events, traced, channel.sent, errors, errors.map(String)]),
    ).not.toContain(canary);
  });

  it.each<[string, () => void, string]>([
    [
      'the network fails',
      () => fetched.mockRejectedValue(new TypeError(`${media}?access_token=${canary}`)),
      '',
    ],
    ['RingCentral refuses', () => fetched.mockResolvedValue({ ok: false, status: 401 }), '401'],
  ])('S1-41: is in no error when %s', async (_, arrange, vendorCode) => {
    arrange();
    const { messages } = logged();
    const [file] = messages[0]?.messages[0]?.attachments ?? [];
    const error: unknown = await (file as LoggedAttachment).fetch?.().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'vendor-error', vendorCode });
    expect((error as Error).cause).toBeUndefined();
    expect(String((error as Error).stack)).not.toContain(canary);
  });

  it('S1-41: is no longer waited for when that is given up', async () => {
    const giveUp = new AbortController();
    fetched.mockImplementation(async () => {
      giveUp.abort();
      throw new Error('aborted');
    });
    const { calls } = logged();
    await expect(calls[0]?.recordings[0]?.fetch?.(giveUp.signal)).rejects.toMatchObject({ code: 'aborted' });
  });

  it.each([
    ['https://evil.example/file?access_token=x'],
    ['https://ringcentral.com.evil.example/file?access_token=x'],
    ['https://notringcentral.com/file?access_token=x'],
    ['http://media.ringcentral.com/file?access_token=x'],
    ['javascript:alert(1)?access_token=x'],
    ['https://media.ringcentral.com/file'],
    [7],
    [''],
  ])('S1-41: is sent to nobody but RingCentral: not by %p', (uri) => {
    expect(loggedFile({ id: '1' }, undefined, undefined, uri, 'https://apps.example')).toEqual([{ id: '1' }]);
  });

  it('S1-41: is sent to where the widget comes from', async () => {
    const [file] = loggedFile(
      { id: 1 },
      '',
      '',
      'http://127.0.0.1:4301/f?access_token=x',
      'http://127.0.0.1:4301',
    );
    fetched.mockResolvedValue({ ok: true, blob: async () => new Blob() });
    await file?.fetch?.();
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it.each([
    [`a?access_token=${canary}`, 'a?'],
    [`a?b=1&ACCESS_TOKEN=${canary}&c=2`, 'a?b=1&&c=2'],
    [`a#access_token=${canary}`, 'a#'],
    [`a?m=b%3Faccess_token%3D${canary}%26c%3D1&d=2`, 'a?m=b%3F&d=2'],
    [`a?m=b%253Faccess_token%253D${canary}`, 'a?m=b%253F'],
    [`a?access%5Ftoken=${canary} b`, 'a? b'],
    ['no token', 'no token'],
  ])('is taken out of %s', (text, rest) => {
    expect(withoutTokens({ deep: [text] })).toEqual({ deep: [rest] });
  });

  it('is taken out of what holds itself, and of odd keys', () => {
    const loop: Record<string, unknown> = { text: `?access_token=${canary}` };
    loop['self'] = loop;
    loop['list'] = [loop, loop];
    const clean = withoutTokens(loop) as typeof loop;
    expect(clean['text']).toBe('?');
    expect(clean['self']).toBe(clean);
    const odd = withoutTokens(JSON.parse('{"__proto__":{"a":1}}'));
    expect(Object.keys(odd as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});
