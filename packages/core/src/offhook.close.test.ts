import { fakeConnector } from '@offhook/testing';
import type { Connector, ConnectorContext } from './connector.js';
import { createOffhook } from './offhook.js';
import type { Current } from './stream/current.js';
import { fateOf, settle } from './testing/promises.js';
import { setUp } from './testing/setUp.js';
import { catchUnhandled } from './testing/unhandled.js';

const unhandled = catchUnhandled();

describe('closing the client', () => {
  it('closes every connector, completes every stream, and leaves no timer', async () => {
    const other = fakeConnector({ id: 'other' });
    const { phone, line, clock } = setUp({ line: { response: 'ignore' }, others: [other] });
    const call = line.ring();
    const completed: string[] = [];
    const streams: Record<string, Current<unknown>> = {
      ids: phone.calls.ids,
      all: phone.calls.all,
      one: phone.calls.get(call.id),
      unknown: phone.calls.get('fake:unknown'),
      recentCalls: phone.recentCalls,
      focus: phone.focus,
      incomingCalls: phone.incomingCalls,
      inbox: phone.inbox.all,
      connections: phone.connections.all,
      agents: phone.agents.all,
      widgets: phone.widgets.all,
      connection: phone.connection,
      agent: phone.agent,
      capabilities: phone.capabilities,
    };
    for (const [name, stream] of Object.entries(streams))
      stream.subscribe({ complete: () => completed.push(name) });
    phone.events$.subscribe({ complete: () => completed.push('events$') });
    const waiting = fateOf(phone.execute({ type: 'call.answer', callId: call.id }));
    await settle();
    expect(completed).toEqual([]);
    phone.close();
    await settle();
    expect(completed.sort()).toEqual([...Object.keys(streams), 'events$'].sort());
    expect([line.openLinks, other.openLinks]).toEqual([0, 0]);
    expect(waiting.state).toBe('aborted');
    expect(clock.pending).toBe(0);
  });

  it('rejects commands given before and after it, also those that wait for the vendor', async () => {
    const { phone, clock } = setUp({ line: { status: 'connecting' } });
    const early = fateOf(phone.execute({ type: 'call.dial', to: '101' }));
    await settle();
    phone.close();
    const late = fateOf(phone.execute({ type: 'call.dial', to: '101' }));
    await settle();
    expect([early.state, late.state]).toEqual(['aborted', 'aborted']);
    expect(clock.pending).toBe(0);
  });

  it('may be called twice, and from a callback', () => {
    const { phone, line } = setUp();
    phone.on('call.ringing', () => phone.close());
    const told: string[] = [];
    phone.events$.subscribe({ next: ({ type }) => told.push(type), complete: () => told.push('complete') });
    line.ring();
    expect(told.at(-1)).toBe('complete');
    expect(() => phone.close()).not.toThrow();
    expect(line.openLinks).toBe(0);
  });

  it('leaves the last values to be read, and takes no more reports', () => {
    let context: ConnectorContext | undefined;
    const connector: Connector = {
      id: 'a',
      name: 'A',
      commands: {},
      connect(given) {
        context = given;
        return { send: () => {}, close: () => {} };
      },
    };
    const phone = createOffhook({ connectors: [connector] });
    context?.emit([{ type: 'call', ids: ['1'], state: 'active' }]);
    phone.close();
    expect(() => context?.emit([{ type: 'call', ids: ['1'], state: 'ended' }])).not.toThrow();
    expect(phone.calls.get('a:1').value?.state).toBe('active');
    expect(phone.calls.ids.value).toEqual(['a:1']);
  });

  it('gives a late subscriber the last value, and completes', () => {
    const { phone, line } = setUp();
    const call = line.ring();
    phone.close();
    const told: unknown[] = [];
    for (const current of [phone.calls.get(call.id), phone.focus])
      current.subscribe({ next: (value) => told.push(value?.id), complete: () => told.push('complete') });
    expect(told).toEqual([call.id, 'complete', call.id, 'complete']);
  });

  it('closes the other connectors and the streams though one connector throws', async () => {
    const stuck = new Error('stuck');
    const wrong: Connector = {
      id: 'wrong',
      name: 'Wrong',
      commands: {},
      connect: () => ({
        send: () => {},
        close: () => {
          throw stuck;
        },
      }),
    };
    const line = fakeConnector();
    const phone = createOffhook({ connectors: [wrong, line] });
    const completed = jest.fn();
    phone.focus.subscribe({ complete: completed });
    phone.close();
    expect(line.openLinks).toBe(0);
    expect(completed).toHaveBeenCalledTimes(1);
    await unhandled.settle();
    expect(unhandled.errors).toEqual([stuck]);
  });
});
