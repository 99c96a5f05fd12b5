import { createBench, record, type AnyRecord } from './test-widget.js';

async function asked(path: string, body?: AnyRecord, beside: AnyRecord = {}) {
  const bench = createBench();
  const widget = await bench.openReady();
  widget.host({
    type: 'rc-adapter-message-request',
    requestId: 'r1',
    path,
    ...(body ? { body } : {}),
    ...beside,
  });
  const [answer] = widget.of('rc-adapter-message-response');
  return { bench, widget, answer, response: record(answer)['response'] };
}

describe('what the host asks the widget', () => {
  test('U-52: a call log is found by either id', async () => {
    expect((await asked('/get-call-log', { sessionId: '214705503021' })).response).toMatchObject({
      call: { id: 'CL2' },
    });
    expect((await asked('/get-call-log', { telephonySessionId: 's-abc111' })).response).toMatchObject({
      call: { id: 'CL1' },
    });
    expect((await asked('/get-call-log', { sessionId: 'x' })).response).toEqual({ call: null });
  });

  test('U-52: an alert shows for its time and can be dismissed', async () => {
    const { bench, widget, response } = await asked('/custom-alert-message', {
      message: 'Hi',
      level: 'warning',
      ttl: 1000,
    });
    expect(widget.tab.alerts).toEqual([{ id: response, level: 'warning', message: 'Hi' }]);
    await bench.clock.advance(1001);
    expect(widget.tab.alerts).toEqual([]);
    const lasting = await asked('/custom-alert-message', undefined, {
      alertMessage: 'Stay',
      alertLevel: 'info',
      ttl: 0,
    });
    await lasting.bench.clock.advance(60_000);
    expect(lasting.widget.tab.alerts).toHaveLength(1);
    lasting.widget.host({
      type: 'rc-adapter-message-request',
      requestId: 'r2',
      path: '/dismiss-alert-message',
      body: { id: lasting.response },
    });
    expect(lasting.widget.of('rc-adapter-message-response').at(-1)).toMatchObject({
      responseId: 'r2',
      response: 'ok',
    });
    expect(lasting.widget.tab.alerts).toEqual([]);
  });

  test('templates, the popup check and paths nobody knows are answered', async () => {
    expect((await asked('/create-sms-template', { displayName: 'Greeting', text: 'Hello' })).response).toBe(
      'ok',
    );
    expect((await asked('/create-sms-template', {})).response).toContain('required');
    expect((await asked('/check-popup-window', { alert: true })).response).toBe(false);
    expect((await asked('/nonsense')).response).toEqual({ data: 'no matched path' });
  });

  test('scheduling a meeting gets no answer at all without the permission', async () => {
    expect((await asked('/schedule-meeting', { topic: 'Review' })).response).toMatchObject({
      meeting: { topic: 'Review' },
    });
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ type: 'rc-adapter-logout' });
    widget.host({ type: 'rc-adapter-message-request', requestId: 'r1', path: '/schedule-meeting' });
    await bench.clock.advance(10_000);
    expect(widget.of('rc-adapter-message-response')).toEqual([]);
  });
});
