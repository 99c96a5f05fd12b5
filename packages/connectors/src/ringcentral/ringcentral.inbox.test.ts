import { message } from './testing/frames.js';
import { widget } from './testing/widget.js';

const received = (facts: object = {}): object => ({
  type: 'rc-inbound-message-notify',
  message: message(facts),
});
const updated = (facts: object = {}): object => ({
  type: 'rc-message-updated-notify',
  message: message(facts),
});

describe('the inbox', () => {
  it('U-31: a text that comes in opens its thread', () => {
    const { say, told, phone } = widget();
    say(received());
    expect(told('inbox.')).toEqual(['inbox.message.received']);
    expect(phone.inbox.all.value).toMatchObject([
      {
        id: 'ringcentral:6740',
        kind: 'sms',
        unread: 1,
        parties: [{ number: '+12165325078', name: 'Ada' }],
        messages: [{ id: '501', text: 'Hello', direction: 'inbound', read: false, status: 'received' }],
      },
    ]);
  });

  it('U-30: U-31: the same message twice is one message, and reading it is an update', () => {
    const { say, told, phone } = widget();
    say(received(), received(), updated(), updated({ readStatus: 'Read' }));
    expect(told('inbox.')).toEqual(['inbox.message.received', 'inbox.message.updated']);
    expect(phone.inbox.all.value).toMatchObject([{ unread: 0, messages: [{ read: true }] }]);
  });

  it('U-30: an update with nothing in it, or of what was deleted, tells nothing', () => {
    const { say, told } = widget();
    say({ type: 'rc-message-updated-notify', message: {} }, updated({ availability: 'Deleted' }));
    say({ type: 'rc-message-updated-notify', message: null }, { type: 'rc-message-updated-notify' });
    expect(told()).toEqual([]);
  });

  it('U-30: old messages of the first synchronisation are updates, in the order of their times', () => {
    const { say, phone } = widget();
    say(updated({ id: 2, creationTime: '2026-11-21T09:00:00Z', readStatus: 'Read' }));
    say(updated({ id: 1, creationTime: '2026-11-21T08:00:00Z', readStatus: 'Read' }));
    expect(phone.inbox.all.value[0]?.messages.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it.each([
    ['VoiceMail', 'voicemail'],
    ['Fax', 'fax'],
    ['Pager', 'pager'],
  ])(
    'U-31: a %s is a thread of its own kind, by the other party where it has no conversation',
    (type, kind) => {
      const { say, phone } = widget();
      say(received({ type, conversationId: undefined, subject: undefined }));
      expect(phone.inbox.all.value).toMatchObject([{ id: `ringcentral:${kind}:+12165325078`, kind }]);
    },
  );

  it('keeps access tokens out of links', () => {
    const { say, phone } = widget();
    const uri = 'https://media.ringcentral.com/message/1/content/2?access_token=secret';
    say(received({ type: 'VoiceMail', attachments: [{ id: 2, uri, contentType: 'audio/mpeg' }] }));
    expect(phone.inbox.all.value[0]?.messages[0]?.attachments).toMatchObject([
      { id: '2', type: 'audio/mpeg' },
    ]);
    expect(JSON.stringify(phone.inbox.all.value)).not.toContain('secret');
  });

  it('a message that was sent and failed says so', () => {
    const { say, phone } = widget();
    say(
      updated({
        direction: 'Outbound',
        messageStatus: 'SendingFailed',
        from: { phoneNumber: '+16505550101' },
        to: [{ phoneNumber: '+12165325078' }],
      }),
    );
    expect(phone.inbox.all.value).toMatchObject([
      {
        unread: 0,
        parties: [{ number: '+12165325078' }],
        messages: [{ direction: 'outbound', status: 'failed' }],
      },
    ]);
  });
});
