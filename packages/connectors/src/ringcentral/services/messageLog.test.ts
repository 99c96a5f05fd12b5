import type { LogLink, MessageLogEntry, MessageLogFacts } from '@offhook/core';
import { createCurrent } from '@offhook/core';
import { message } from '../testing/frames.js';
import { serving } from '../testing/service.js';
import { settle } from '../testing/widget.js';

const logId = '674035477569017905/7/2/2019';

const conversation = (facts: object = {}): object => ({
  conversationLogId: logId,
  conversationId: '674035477569017905',
  date: '7/2/2019',
  type: 'SMS',
  messages: [message(), message({ id: 502, subject: 'Bye' })],
  conversationLogMatches: [],
  self: { phoneNumber: '+16505550101', name: 'Test User' },
  correspondents: [{ phoneNumber: '+12165325078', name: 'Ada' }],
  correspondentMatches: [],
  ...facts,
});

const voicemail = conversation({
  type: 'VoiceMail',
  messages: [
    message({
      type: 'VoiceMail',
      subject: undefined,
      transcript: 'Ring me back',
      attachments: [
        {
          id: 9,
          uri: 'https://media.ringcentral.com/9?access_token=canary',
          link: 'https://ringcentral.github.io/ringcentral-media-reader/?media=https%3A%2F%2Fmedia%3Faccess_token%3Dcanary&id=9',
          type: 'AudioRecording',
          contentType: 'audio/mpeg',
        },
      ],
    }),
  ],
});

const contact = { id: '7', name: 'Ada', type: 'Offhook', phoneNumbers: [], emails: [] };
const ada = { id: '7', source: 'Offhook', name: 'Ada', phones: [], emails: [] };

function writing() {
  const entries: MessageLogEntry[] = [];
  const played = serving({ provide: { messageLog: { write: (entry) => void entries.push(entry) } } });
  return { ...played, entries };
}

describe('the message logger', () => {
  it('S1-45, S1-47, S1-51: writes the messages of one conversation on one day', () => {
    const { ask, answers, entries } = writing();
    const id = ask('/messageLogger', { conversation: conversation(), triggerType: 'auto' });
    expect(answers(id)).toEqual([{ data: 'ok' }]);
    expect(entries).toEqual([
      {
        key: `ringcentral:${logId}`,
        writeId: expect.any(String),
        connector: 'ringcentral',
        vendorIds: [logId, '674035477569017905'],
        conversationLogId: logId,
        kind: 'sms',
        parties: [{ number: '+12165325078', name: 'Ada' }],
        messages: [
          {
            id: '501',
            direction: 'inbound',
            from: { number: '+12165325078', name: 'Ada' },
            to: [{ number: '+16505550101' }],
            text: 'Hello',
            at: Date.parse('2026-11-21T08:00:00.000Z'),
            read: false,
            status: 'received',
            attachments: [],
          },
          expect.objectContaining({ id: '502', text: 'Bye' }),
        ],
      },
    ]);
  });

  it('S1-47: gives a conversation of two days as two entries', () => {
    const { ask, entries } = writing();
    for (const day of ['7/2/2019', '7/3/2019']) {
      ask('/messageLogger', { conversation: conversation({ conversationLogId: `674/${day}` }) });
    }
    expect(entries.map(({ key }) => key)).toEqual(['ringcentral:674/7/2/2019', 'ringcentral:674/7/3/2019']);
  });

  it('S1-48, S1-49: links a voicemail’s file without its token, and can fetch it with it', () => {
    const { ask, entries } = writing();
    ask('/messageLogger', { conversation: voicemail });
    expect(entries[0]?.kind).toBe('voicemail');
    expect(entries[0]?.messages).toMatchObject([
      {
        text: 'Ring me back',
        attachments: [
          {
            id: '9',
            type: 'audio/mpeg',
            link: 'https://ringcentral.github.io/ringcentral-media-reader/?media=https%3A%2F%2Fmedia%3F&id=9',
            fetch: expect.any(Function),
          },
        ],
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('canary');
  });

  it('brings whom it may be for, and whom the person chose', () => {
    const { ask, entries } = writing();
    ask('/messageLogger', { conversation: conversation({ correspondentMatches: [contact] }), note: 'Hi' });
    ask('/messageLogger', { conversation: conversation(), correspondentEntity: contact });
    expect(entries).toMatchObject([{ contact: ada, note: 'Hi' }, { contact: ada }]);
    expect(entries[0]).not.toHaveProperty('contacts');
  });

  it('takes the parties from the messages, where nobody is named', () => {
    const { ask, entries } = writing();
    ask('/messageLogger', { conversation: conversation({ correspondents: null, type: undefined }) });
    expect(entries).toMatchObject([{ kind: 'sms', parties: [{ number: '+12165325078' }] }]);
  });

  it('S1-47: loses none of many messages', () => {
    const { ask, entries } = writing();
    const messages = Array.from({ length: 250 }, (_, id) => message({ id: id + 1 }));
    ask('/messageLogger', { conversation: conversation({ messages }) });
    expect(entries[0]?.messages).toHaveLength(250);
  });

  it('S1-45: gives it to the log, where there is one', async () => {
    const facts: MessageLogFacts[] = [];
    const log: LogLink = {
      pending: createCurrent(0),
      call: async () => {},
      messages: async (given) => void facts.push(given),
      logged: async () => ({}),
      annotate: async () => {},
      close() {},
    };
    const write = jest.fn();
    const { ask, answers } = serving({ log: { connect: () => log }, provide: { messageLog: { write } } });
    const id = ask('/messageLogger', { conversation: conversation({ correspondentMatches: [contact] }) });
    await settle();
    expect(answers(id)).toEqual([{ data: 'ok' }]);
    expect(facts).toMatchObject([{ conversationLogId: logId, contacts: [ada] }]);
    expect(write).not.toHaveBeenCalled();
  });

  it.each([[{}], [{ conversationLogId: '1/7/2/2019', type: 'Glip' }], [{ type: 'SMS' }]])(
    'says ok, and writes nothing, of %j',
    (given) => {
      const { ask, answers, entries } = writing();
      expect(answers(ask('/messageLogger', { conversation: given }))).toEqual([{ data: 'ok' }]);
      expect(entries).toEqual([]);
    },
  );
});

describe('which messages are logged', () => {
  it('S1-50, S1-51: is what the host says, by ids with slashes and dates', () => {
    const match = jest.fn(() => ({ [logId]: [{ id: '88888' }] }));
    const { ask, answers, registered } = serving({ provide: { messageLog: { write: () => {}, match } } });
    expect(registered()).toMatchObject([{ messageLoggerPath: '/messageLogger' }]);
    const id = ask('/messageLogger/match', { conversationLogIds: [logId, '1/1/1/2020'] });
    expect(match).toHaveBeenCalledWith([logId, '1/1/1/2020'], expect.anything());
    expect(answers(id)).toEqual([{ data: { [logId]: [{ id: '88888' }] } }]);
  });
});
