import { readRecording, shapeOf } from './recording.js';
import { conversationLogId } from './message-record.js';
import { createBench, helpfulHost, HISTORY_MS, record, registration, type AnyRecord } from './test-widget.js';

const send = (bench: ReturnType<typeof createBench>, request: AnyRecord) =>
  bench.control.actions['message']?.(request);

async function withLogger(more: AnyRecord = {}) {
  const bench = createBench();
  const widget = await bench.openReady();
  widget.answer(helpfulHost);
  widget.host(registration(more));
  await bench.clock.advance(HISTORY_MS);
  widget.take();
  return { bench, widget };
}

describe('messages', () => {
  test('U-30, U-31: one that arrives is told as inbound, then as updated', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await send(bench, { type: 'SMS', from: '+12165325078', text: 'Hello' });
    const frames = widget.take();
    expect(frames.map((frame) => frame['type'])).toEqual([
      'rc-inbound-message-notify',
      'rc-message-updated-notify',
    ]);
    expect(frames[0]?.['message']).toMatchObject({
      type: 'SMS',
      direction: 'Inbound',
      from: { phoneNumber: '+12165325078' },
      subject: 'Hello',
      readStatus: 'Unread',
      conversationId: '674035477569017905',
      attachments: [],
    });
  });

  test.each([
    ['VoiceMail', 'audio/mpeg', 'AudioRecording'],
    ['Fax', 'application/pdf', 'RenderedDocument'],
  ])('a %s has an attachment and a conversation of its own', async (type, contentType, kind) => {
    const bench = createBench();
    const widget = await bench.openReady();
    await send(bench, { type, from: '+12165325078', text: 'x' });
    const message = record(widget.take()[0]?.['message']);
    expect(message['attachments']).toMatchObject([
      { contentType, type: kind, uri: expect.stringContaining('/message-store/') },
    ]);
    expect(message['conversationId']).not.toBe('674035477569017905');
  });

  test('a team message names extensions', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await send(bench, { type: 'Pager', from: '102', text: 'Lunch?' });
    expect(widget.take()[0]?.['message']).toMatchObject({
      from: { extensionNumber: '102' },
      to: [{ extensionNumber: '101' }],
    });
  });

  test('U-40: the host prepares a text, the person sends it', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ type: 'rc-adapter-new-sms', phoneNumber: '+12165329999', text: 'Draft' });
    await bench.clock.advance(500);
    expect(widget.take()).toEqual([{ type: 'rc-route-changed-notify', path: '/composeText' }]);
    widget.host({ type: 'rc-adapter-auto-populate-conversation', text: 'Better draft' });
    expect(widget.tab.draft).toEqual({ to: '+12165329999', text: 'Better draft' });
    widget.person({ do: 'send-sms', to: '+12165329999', text: 'Better draft' });
    const [sent] = widget.take();
    expect(sent).toMatchObject({
      type: 'rc-message-updated-notify',
      message: {
        direction: 'Outbound',
        to: [{ phoneNumber: '+12165329999' }],
        subject: 'Better draft',
        messageStatus: 'Sent',
      },
    });
    widget.host({ type: 'rc-adapter-new-sms', phoneNumber: '+12165325078', conversation: true });
    await bench.clock.advance(500);
    expect(widget.of('rc-route-changed-notify').at(-1)).toMatchObject({
      path: '/conversations/674035477569017905',
    });
  });

  test('reading a conversation tells each message that changed', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await send(bench, { type: 'SMS', from: '+12165325078', text: 'One' });
    await send(bench, { type: 'SMS', from: '+12165325078', text: 'Two' });
    widget.take();
    widget.person({ do: 'read-conversation', conversation: '674035477569017905' });
    expect(widget.take().map((frame) => [frame['type'], record(frame['message'])['readStatus']])).toEqual([
      ['rc-message-updated-notify', 'Read'],
      ['rc-message-updated-notify', 'Read'],
    ]);
    widget.person({ do: 'read-conversation', conversation: '674035477569017905' });
    expect(widget.takeTypes()).toEqual([]);
  });
});

describe('logging messages', () => {
  test('S1-45, S1-47, S1-50: by hand, one request per conversation and day, then the matcher, as recorded', async () => {
    const { bench, widget } = await withLogger();
    await send(bench, { type: 'SMS', from: '+12165325078', text: 'Same day' });
    await bench.clock.advance(26 * 3_600_000);
    await send(bench, { type: 'SMS', from: '+12165325078', text: 'Next day' });
    await bench.clock.advance(100);
    widget.take();
    widget.person({ do: 'log-conversation', conversation: '674035477569017905' });
    await bench.clock.advance(100);
    const logs = widget.requests('/messageLogger').map((body) => record(body['conversation']));
    expect(logs.map((log) => (Array.isArray(log['messages']) ? log['messages'].length : 0)).sort()).toEqual([
      1, 2,
    ]);
    for (const log of logs)
      expect(log['conversationLogId']).toMatch(/^674035477569017905\/\d{1,2}\/\d{1,2}\/\d{4}$/);
    expect(new Set(logs.map((log) => log['conversationLogId'])).size).toBe(2);
    const matcher = widget.take().find((frame) => frame['path'] === '/messageLogger/match');
    const [wanted] = readRecording('host-services').get('manual message log') ?? [];
    expect(shapeOf(matcher)).toEqual(shapeOf(wanted));
  });

  test('by itself, only where it is switched on', async () => {
    const { bench, widget } = await withLogger();
    await send(bench, { type: 'SMS', from: '+12165325078', text: 'One' });
    expect(widget.requests('/messageLogger')).toEqual([]);
    widget.person({ do: 'auto-log', message: true });
    await send(bench, { type: 'SMS', from: '+12165325078', text: 'Two' });
    expect(widget.requests('/messageLogger')).toMatchObject([{ triggerType: 'auto' }]);
  });

  test('S1-47: by itself only the day of the message is sent, and again when its messages are read', async () => {
    const { bench, widget } = await withLogger();
    widget.person({ do: 'auto-log', message: true });
    await bench.clock.advance(26 * 3_600_000);
    await send(bench, { type: 'SMS', from: '+12165325078', text: 'Next day' });
    await bench.clock.advance(100);
    const days = () =>
      widget.requests('/messageLogger').map((body) => record(body['conversation'])['conversationLogId']);
    expect(days()).toHaveLength(1);
    widget.person({ do: 'read-conversation', conversation: '674035477569017905' });
    await bench.clock.advance(100);
    expect(days()).toEqual([days()[0], days()[0]]);
  });

  test.each(['VoiceMail', 'Fax'])(
    'S1-48, S1-49: the attachment of a %s has a link, and its token only where the host asked for it',
    async (type) => {
      for (const attachmentWithToken of [true, undefined]) {
        const { bench, widget } = await withLogger({ attachmentWithToken });
        widget.person({ do: 'auto-log', message: true });
        await send(bench, { type, from: '+12165325078', text: 'x' });
        const [message] = Object.values(record(record(widget.requests('/messageLogger')[0])['conversation']))
          .filter(Array.isArray)
          .map((messages) => record(messages[0]));
        const [attachment] = Array.isArray(message?.['attachments']) ? message['attachments'] : [];
        expect(String(record(attachment)['uri']).includes('?access_token=')).toBe(
          Boolean(attachmentWithToken),
        );
        expect(record(attachment)['link']).toEqual(expect.stringContaining('?media='));
      }
    },
  );

  test('S1-51: the id of a day has slashes and no padding', () => {
    const at = new Date(2019, 6, 2, 12).getTime();
    const message = {
      id: '1',
      type: 'SMS',
      direction: 'Inbound',
      remoteNumber: '+1',
      createdAt: at,
      modifiedAt: at,
      text: '',
      read: true,
      conversationId: '674035477569017905',
    } as const;
    expect(conversationLogId(message)).toBe('674035477569017905/7/2/2019');
  });
});
