import { done, hello, id, ringing } from './testing/frames.js';
import { observer } from './testing/observer.js';

const status = (code: number): Response => new Response('{}', { status: code });

describe('the event stream', () => {
  it('is asked for at the service’s address, in its channel, without any id at first', async () => {
    const { stream } = await observer({
      service: 'https://crm.example/xivo/?v=1#top',
      channel: { session: 'demo' },
    });
    expect(stream.requests).toHaveLength(1);
    expect(stream.requests[0]?.url).toBe('https://crm.example/xivo/events?v=1&session=demo');
    expect(stream.requests[0]?.headers.get('accept')).toBe('text/event-stream');
    expect(stream.requests[0]?.headers.has('last-event-id')).toBe(false);
  });

  it('is connecting until it is answered, then ready', async () => {
    const { say, phone } = await observer();
    expect(phone.connection.value.status).toBe('connecting');
    await say();
    expect(phone.connection.value.status).toBe('ready');
  });

  it('that breaks off is asked for again after the last event, and nothing comes twice', async () => {
    const { say, stream, pass, call, told, status: how, phone } = await observer();
    const [first, last] = [ringing(), done()];
    await say(hello(), first);
    stream.cut();
    await pass(0);
    expect(how()).toMatch(/^offline: .*asked for again/);
    await pass(1_000);
    expect(stream.requests).toHaveLength(2);
    expect(stream.requests[1]?.headers.get('last-event-id')).toBe(first.id);
    // A service that is less exact than ours sends the last one again.
    await say(first, last, last);
    expect(phone.connection.value).toMatchObject({ status: 'ready' });
    expect(phone.connection.value).not.toHaveProperty('reason');
    expect(call()?.state).toBe('ended');
    expect(told('call')).toEqual(['call.added', 'call.ringing', 'call.ended']);
    expect(told('protocol')).toEqual([]);
  });

  it('is asked for with longer and longer waits, half a minute at most', async () => {
    const { stream, pass, status: how } = await observer();
    for (let failures = 0; failures < 20; failures += 1) stream.next(new TypeError('Failed to fetch'));
    // The first request is under way, and times out in silence.
    await pass(45_000);
    expect(how()).toMatch(/^offline: The service can’t be reached.*origin/);
    const waits: number[] = [];
    const stepMs = 250;
    for (let waited = 0, before = 1, ms = 0; waited < 150_000; waited += stepMs, ms += stepMs) {
      if (stream.requests.length > before) {
        waits.push(ms);
        before = stream.requests.length;
        ms = 0;
      }
      await pass(stepMs);
    }
    expect(waits.length).toBeGreaterThan(7);
    waits.forEach((ms, failures) => {
      const most = Math.min(1_000 * 2 ** failures, 30_000);
      expect(ms).toBeLessThanOrEqual(most + stepMs);
      expect(ms).toBeGreaterThanOrEqual(most / 2);
    });
  });

  it('waits as long as the service says, and begins anew once something has come', async () => {
    const { say, stream, pass } = await observer();
    await say(hello());
    stream.write('retry: 8000\n\n');
    for (let round = 2; round < 6; round += 1) {
      stream.cut();
      await pass(0);
      await pass(3_900);
      expect(stream.requests).toHaveLength(round - 1);
      await pass(4_100);
      expect(stream.requests).toHaveLength(round);
      await say({ event: 'beat', data: {} });
    }
  });

  it('in which nothing is heard for 45 seconds, not even a heartbeat, is taken for dead', async () => {
    const { say, stream, pass, status: how } = await observer();
    await say(hello());
    for (let beats = 0; beats < 10; beats += 1) {
      await pass(15_000);
      stream.write(': \n\n');
      await pass(0);
    }
    expect(how()).toBe('ready: ');
    await pass(44_999);
    expect(how()).toBe('ready: ');
    await pass(1);
    expect(how()).toMatch(/^offline/);
    await pass(1_000);
    expect(stream.requests).toHaveLength(2);
    expect(stream.held).toBe(1);
  });

  it.each([
    [401, /^failed: .*status 401/],
    [403, /^failed: .*origin.*pages/],
    [404, /^failed: .*address/],
    [400, /^failed: .*status 400/],
    [204, /^failed: .*status 204/],
    [429, /^offline: .*status 429/],
    [503, /^offline: .*status 503/],
  ])('that is answered with %s says what to do, and is asked for again', async (code, reason) => {
    const { say, stream, pass, status: how } = await observer();
    await say(hello());
    stream.next(code === 204 ? new Response(null, { status: 204 }) : status(code));
    stream.cut();
    await pass(0);
    await pass(1_000);
    expect(how()).toMatch(reason);
    await pass(2_000);
    await say();
    expect(how()).toBe('ready: ');
  });

  it('that is none, but some page, says so', async () => {
    const { say, stream, pass, status: how } = await observer();
    await say(hello());
    stream.next(new Response('<p>', { headers: { 'Content-Type': 'text/html' } }));
    stream.cut();
    await pass(0);
    await pass(1_000);
    expect(how()).toMatch(/^failed: .*no events/);
  });

  it('may be cut anywhere, in the middle of a letter too', async () => {
    const { say, stream, pass, call } = await observer();
    await say(hello());
    const bytes = new TextEncoder().encode(
      `event: call\ndata: {"id":"${id}","at":1767603600000,"caller":"Zoë ☎"}\n\n`,
    );
    for (const byte of bytes) stream.write(new Uint8Array([byte]));
    await pass(0);
    await pass(0);
    expect(call()?.remote.number).toBe('Zoë ☎');
  });

  it('is closed with the client, whatever it is doing', async () => {
    for (const ms of [0, 500]) {
      const { say, stream, pass, phone, clock } = await observer();
      await say(hello(), ringing());
      stream.cut();
      await pass(0);
      await pass(ms);
      phone.close();
      await pass(60_000);
      expect(stream.held).toBe(0);
      expect(clock.pending).toBe(0);
      expect(stream.requests).toHaveLength(1);
    }
  });

  it('is traced by the names of its events alone', async () => {
    const { say, traced } = await observer();
    await say(hello(), ringing({ caller: '+33123456789' }), done());
    expect(traced).toEqual(['hello', 'call', 'done']);
  });
});
