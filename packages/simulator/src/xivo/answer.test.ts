import { readAnswer } from './answer.js';
import { createBench } from './test-desktop.js';

const read = (value: unknown) =>
  readAnswer({ status: 200, contentType: 'application/json', text: JSON.stringify(value) });

async function rung() {
  const bench = createBench();
  const desktop = bench.open();
  return { bench, desktop, id: await bench.inbound() };
}

describe('the web service’s answer', () => {
  test('X-13: is read with any parameter of its content type', () => {
    const text = '{"action":"none"}';
    for (const contentType of ['application/json', 'Application/JSON; charset=utf-8'])
      expect(readAnswer({ status: 200, contentType, text })).toEqual({ answer: { action: 'none' } });
  });

  test('X-14 X-21 X-24: the document’s sample is read as it is', () => {
    const sample = {
      action: 'open',
      event: 'EventReleased',
      url: '/thirdparty/open/6bd37819-b4a6-43d3-8fa3-6eb6489bb705',
      autopause: true,
      autopauseReason: 'backoffice',
      title: 'Third Party Sample',
    };
    expect(read(sample)).toEqual({ answer: sample });
  });

  test('fields that nobody knows are left alone, and null is as good as nothing', () => {
    expect(read({ action: 'popup', url: '/x', event: null, more: 1 })).toEqual({
      answer: { action: 'popup', url: '/x' },
    });
  });

  test.each([
    ['an unknown action', { action: 'explode' }, 'action'],
    ['no action', {}, 'action'],
    ['no URL', { action: 'open' }, 'url'],
    ['an unknown event', { action: 'open', url: '/x', event: 'EventHeld' }, 'event'],
    ['a text for a switch', { action: 'open', url: '/x', autopause: 'true' }, 'autopause'],
    ['arguments that are none', { action: 'run', url: 'x', executableArgs: 'a b' }, 'executableArgs'],
    ['a list', [], ''],
    ['null', null, ''],
  ])('X-13: %s is told, with the field', (_title, value, field) => {
    expect(read(value)).toEqual({
      fault: { code: 'invalid-answer', message: expect.stringContaining(field) },
    });
  });

  test.each([
    ['http-status', { status: 500 }],
    ['http-status', { status: 302 }],
    ['content-type', { contentType: 'text/html' }],
    ['content-type', { contentType: '' }],
    ['invalid-json', { text: '{"action":' }],
    ['invalid-answer', { text: '{"action":"explode"}' }],
  ])('X-13: %s (%j) counts as none, with an error', async (code, raw) => {
    const { bench, desktop } = await rung();
    desktop.answer({ action: 'open', url: '/x' }, raw);
    expect(bench.panes()).toMatchObject({ panes: [], errors: [{ code }] });
    expect(bench.session.events.at(-1)).toMatchObject({ kind: 'error' });
  });

  test('X-13: no answer within 5 s counts as none, be it the page that says so or one that hangs', async () => {
    const { bench, desktop } = await rung();
    desktop.fail('timeout');
    await bench.inbound();
    await bench.clock.advance(5400);
    expect(bench.panes().errors).toHaveLength(1);
    await bench.clock.advance(200);
    desktop.answer({ action: 'open', url: '/late' });
    expect(bench.panes()).toMatchObject({ panes: [], errors: [{ code: 'timeout' }, { code: 'timeout' }] });
  });

  test('X-26 X-27 X-28: why the browser refused is looked into, for the page can’t know', async () => {
    const { bench, desktop } = await rung();
    desktop.fail('network');
    await bench.clock.settle();
    expect(bench.probed).toEqual(['http://localhost:4306/xivo?session=demo']);
    expect(bench.panes()).toMatchObject({
      panes: [],
      serviceCalls: [{ status: null }],
      errors: [{ code: 'cors', message: expect.stringContaining('Access-Control-Allow-Origin') }],
    });
  });

  test('X-17: none opens nothing, and is no error', async () => {
    const { bench, desktop } = await rung();
    desktop.answer({ action: 'none' });
    expect(bench.panes()).toMatchObject({
      panes: [],
      errors: [],
      serviceCalls: [{ status: 200, answer: { action: 'none' } }],
    });
  });

  test('only the tab that was asked may answer', async () => {
    const { bench, desktop } = await rung();
    const ask = desktop.heard('ask')[0]?.ask ?? '';
    const text = '{"action":"open","url":"/x"}';
    bench.open().send({ kind: 'answered', ask, status: 200, contentType: 'application/json', text });
    expect(bench.panes().panes).toEqual([]);
  });
});
