import type { MessageReport } from '@offhook/core';
import { message } from './testing/frames.js';
import { translateMessage } from './translateMessage.js';

const see = (facts: object = {}, own?: readonly string[]): MessageReport | undefined =>
  translateMessage({ ...message(facts) }, own)[0];

const numbers = (parties: MessageReport['parties'] | undefined) => parties?.map(({ number }) => number);

const outbound = {
  direction: 'Outbound',
  from: { phoneNumber: '+16505550101' },
  to: [{ phoneNumber: '+12165325078', name: 'Ada' }],
};

describe('a message', () => {
  it('U-31: is told as it stands in the message store', () => {
    expect(see()).toEqual({
      type: 'message',
      threadId: '6740',
      kind: 'sms',
      parties: [{ number: '+12165325078', name: 'Ada' }],
      message: {
        id: '501',
        direction: 'inbound',
        from: { number: '+12165325078', name: 'Ada' },
        to: [{ number: '+16505550101' }],
        text: 'Hello',
        at: Date.UTC(2026, 10, 21, 8),
        read: false,
        status: 'received',
        attachments: [],
      },
    });
  });

  it('has no text where there is none', () => {
    expect(see({ subject: '' })?.message).not.toHaveProperty('text');
  });

  it.each([
    ['SMS', 'sms'],
    ['Pager', 'pager'],
    ['VoiceMail', 'voicemail'],
    ['Fax', 'fax'],
  ])('of the type %s is of the kind %s', (type, kind) => {
    expect(see({ type })?.kind).toBe(kind);
  });

  it.each([
    [{}, 'inbound', 'received'],
    [{ messageStatus: 'Received' }, 'inbound', 'received'],
    [{ messageStatus: undefined }, 'inbound', 'received'],
    [{ ...outbound, messageStatus: 'Sent' }, 'outbound', 'sent'],
    [{ ...outbound, messageStatus: 'Something' }, 'outbound', 'sent'],
    [{ ...outbound, messageStatus: 'Queued' }, 'outbound', 'pending'],
    [{ ...outbound, messageStatus: 'Delivered' }, 'outbound', 'delivered'],
    [{ ...outbound, messageStatus: 'SendingFailed' }, 'outbound', 'failed'],
    [{ ...outbound, messageStatus: 'DeliveryFailed' }, 'outbound', 'failed'],
  ])('%j is %s and %s', (facts, direction, status) => {
    expect(see(facts)?.message).toMatchObject({ direction, status });
  });

  it.each([
    [{ readStatus: 'Read' }, true],
    [{ readStatus: 'Unread' }, false],
    [{ readStatus: undefined }, false],
    [{ ...outbound, readStatus: 'Unread' }, true],
  ])('%j: read %p, for our own ones are always', (facts, read) => {
    expect(see(facts)?.message.read).toBe(read);
  });

  it.each([
    { type: 'Something' },
    { type: undefined },
    { id: undefined },
    { id: '' },
    { creationTime: undefined },
    { creationTime: 'yesterday' },
    { availability: 'Deleted' },
    { availability: 'Purged' },
  ])('U-30: tells nothing if it is deleted or not whole: %j', (facts) => {
    expect(see(facts)).toBeUndefined();
  });

  it.each(['Alive', undefined])('is told if its availability is %p', (availability) => {
    expect(see({ availability })).toBeDefined();
  });
});

describe('the thread of a message', () => {
  it.each([
    ['its conversation', {}, '6740'],
    ['its conversation, by number', { conversationId: 6740 }, '6740'],
    ['the record of its conversation', { conversationId: undefined, conversation: { id: 6741 } }, '6741'],
    ['kind and number of the other party', { conversationId: undefined }, 'sms:+12165325078'],
    [
      'kind and name of the other party, where they have no number',
      { type: 'Fax', conversationId: undefined, from: { name: 'Ada' } },
      'fax:Ada',
    ],
    [
      'all that it was sent to',
      {
        ...outbound,
        type: 'Fax',
        conversationId: undefined,
        to: [{ phoneNumber: '1' }, { extensionNumber: '102' }],
      },
      'fax:1,102',
    ],
  ])('is named by %s', (_name, facts, threadId) => {
    expect(see(facts)?.threadId).toBe(threadId);
  });

  it('is with who sent it, or with whom it was sent to', () => {
    expect(numbers(see()?.parties)).toEqual(['+12165325078']);
    expect(see(outbound)?.parties).toEqual([{ number: '+12165325078', name: 'Ada' }]);
  });

  it('is with everybody else, in a group', () => {
    const to = [{ phoneNumber: '+16505550101' }, { phoneNumber: '+12165329999' }];
    expect(numbers(see({ to }, ['+12160000000', '(650) 555-0101'])?.parties)).toEqual([
      '+12165325078',
      '+12165329999',
    ]);
    expect(numbers(see({ to })?.parties)).toEqual(['+12165325078', '+16505550101', '+12165329999']);
  });

  it('is with the sender alone, where we are the only other, by whatever number', () => {
    expect(numbers(see({ to: [{ phoneNumber: '+16505550199' }] }, ['+16505550101'])?.parties)).toEqual([
      '+12165325078',
    ]);
  });

  it('takes one recipient that stands by itself, as that of voicemail, and none', () => {
    expect(see({ to: { phoneNumber: '+16505550101' } })?.message.to).toEqual([{ number: '+16505550101' }]);
    expect(see({ to: undefined })?.message.to).toEqual([]);
    expect(see({ to: null })?.message.to).toEqual([]);
  });
});

describe('the attachments of a message', () => {
  const attachments = (...list: readonly object[]) => see({ attachments: list })?.message.attachments;

  it('have an id, a type, and a link without its access token', () => {
    const uri = 'https://m.example/content/2?access_token=secret';
    expect(attachments({ id: 2, uri, contentType: 'audio/mpeg', type: 'AudioRecording' })).toEqual([
      { id: '2', type: 'audio/mpeg', link: 'https://m.example/content/2?' },
    ]);
  });

  it('have the link that opens in a browser before the one of the servers', () => {
    expect(attachments({ id: 2, uri: 'https://m.example/2', link: 'https://r.example/2' })).toEqual([
      { id: '2', link: 'https://r.example/2' },
    ]);
  });

  it('are not the text itself, nor what has no id', () => {
    expect(attachments({ id: 1, type: 'Text' }, { uri: 'https://m.example/2' }, { id: 3 })).toEqual([
      { id: '3' },
    ]);
  });

  it('are none, where none are said', () => {
    expect(see({ attachments: undefined })?.message.attachments).toEqual([]);
  });
});
