import { memoryEvents } from '../events/memoryEvents.js';
import { EventLogError } from '../events/eventLogError.js';
import type { EventLog } from '../events/eventLog.js';
import { closeServices, openService } from '../testing/openService.js';
import { httpAsk } from '../testing/httpAsk.js';
import { sampleRequest } from '../testing/samples.js';
import type { XivoAnswer } from './xivoAnswer.js';

afterEach(closeServices);

/** An answer that no other is like. */
function numbered(): () => XivoAnswer {
  let number = 0;
  return () => ({ action: 'open', url: `/${(number += 1)}` });
}

const first = '{"action":"open","url":"/1"}';

async function typesOf(events: EventLog, channel = 'default'): Promise<string[]> {
  const types: string[] = [];
  (await events.follow(channel, 'unknown', ({ type }) => types.push(type)))();
  return types.filter((type) => type !== 'gap');
}

describe('a call that is asked about again', () => {
  it('X-32: gets the same answer, without the host being asked', async () => {
    const { post, calls, metrics } = await openService({ onAnswer: numbered() });
    expect([(await post()).text, (await post()).text]).toEqual([first, first]);
    expect(calls).toHaveLength(1);
    expect(metrics.calls).toEqual([true, false]);
  });

  it('X-32: gets the same answer while the host is still thinking', async () => {
    let answer: (given: XivoAnswer) => void = () => undefined;
    let all: () => void = () => undefined;
    const allAreAsked = new Promise<void>((resolve) => (all = resolve));
    let requests = 0;
    const { post, calls } = await openService({
      onAnswer: () => new Promise((resolve) => (answer = resolve)),
      // Asked right before the service looks whether it is at this call already.
      channel() {
        requests += 1;
        if (requests === 3) setImmediate(all);
        return 'default';
      },
    });
    const asked = [post(), post(), post()];
    await allAreAsked;
    answer({ action: 'open', url: '/1' });
    expect((await Promise.all(asked)).map(({ text }) => text)).toEqual([first, first, first]);
    expect(calls).toHaveLength(1);
  });

  it('X-32: is one event', async () => {
    const events = memoryEvents();
    const { post, service } = await openService({ events });
    await Promise.all([post(), post(), post()]);
    expect(await typesOf(events)).toEqual(['call']);
    await service.close();
  });

  it('X-32: gets the same answer from another node, and is one event', async () => {
    const events = memoryEvents();
    const onAnswer = numbered();
    const [one, other] = await Promise.all([
      openService({ events, onAnswer }),
      openService({ events, onAnswer }),
    ]);
    expect([(await one.post()).text, (await other.post()).text]).toEqual([first, first]);
    expect(await typesOf(events)).toEqual(['call']);
  });

  it('X-32: gets one answer when two nodes are asked at once', async () => {
    const events = memoryEvents();
    const later = (url: string) => () =>
      new Promise<XivoAnswer>((resolve) => setImmediate(() => resolve({ action: 'open', url })));
    const one = await openService({ events, onAnswer: later('/1') });
    const other = await openService({ events, onAnswer: later('/2') });
    const answers = await Promise.all([one.post(), other.post()]);
    expect(answers[0].text).toBe(answers[1].text);
    expect(await typesOf(events)).toEqual(['call']);
  });

  it('X-32: is another call at another agent, by another id, and on another channel', async () => {
    const { post, calls, url } = await openService();
    await post();
    await post(sampleRequest({}, { userId: 8 }));
    await post(sampleRequest({ callDataCallId: '2' }));
    const body = JSON.stringify(sampleRequest());
    const headers = { 'content-type': 'application/json' };
    await httpAsk(`${url}?channel=other`, { method: 'POST', headers, body });
    expect(calls).toHaveLength(4);
  });

  it('gets none again where the host’s code failed', async () => {
    const { post, calls } = await openService({
      onAnswer: () => {
        throw new Error('the CRM is down');
      },
    });
    await post();
    expect((await post()).text).toBe('{"action":"none"}');
    expect(calls).toHaveLength(1);
  });
});

describe('when events can’t be kept', () => {
  const away = (): EventLog => ({
    ...memoryEvents(),
    append: () => Promise.reject(new EventLogError('unavailable')),
    ready: () => false,
  });

  it('a call is an error 503, and is asked about anew', async () => {
    const { post, calls, log } = await openService({ events: away() });
    const answer = await post();
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([503, { error: { code: 'unavailable' } }]);
    await post();
    expect(calls).toHaveLength(2);
    expect(log[0]).toMatchObject({ level: 'error', status: 503, code: 'unavailable' });
  });

  it('whatever else it throws is an error 500 without a word of it', async () => {
    const events = { ...away(), append: () => Promise.reject(new Error('redis://user:password@host')) };
    const { post } = await openService({ events });
    const answer = await post();
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      500,
      { error: { code: 'server-error' } },
    ]);
    expect(answer.text).not.toContain('redis');
  });
});
