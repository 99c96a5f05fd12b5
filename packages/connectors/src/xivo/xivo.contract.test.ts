import type { ConnectorContext } from '@offhook/core';
import { connectorBehaviours, type ConnectorDriver, type ScriptedCall } from '@offhook/testing';
import { fakeStream } from './testing/fakeStream.js';
import { done, hello, ringing } from './testing/frames.js';
import { xivo } from './xivo.js';

/** What the contract has its vendor do beside saying events. */
type Deed = { readonly deed: 'up' | 'cut' } | { readonly deed: 'answer'; readonly id: string };

const isDeed = (frame: unknown): frame is Deed => typeof frame === 'object' && !!frame && 'deed' in frame;

/**
 * What the contract demands and the service's events can't give: there is no phone behind them to dial with, nobody
 * posts anything, and that a call was missed is not said.
 */
const beyondIt = [
  'lets a command given early wait, and gives it once when the vendor is ready',
  'gives up on an early command when the vendor never gets ready, and does not give it later',
  'does not dial again after a reconnect',
  'refuses to dial while the vendor is lost, and does not dial later',
  'hands the vendor no number that is none',
  'posts to nobody but its vendor',
  'tells a call that nobody answered as missed',
];

function drive(): ConnectorDriver {
  const stream = fakeStream();
  const observer = xivo({ role: 'observer', service: 'https://crm.example/xivo', fetch: stream.fetch });
  let context: ConnectorContext | undefined;

  function act(frame: Deed): void {
    if (frame.deed === 'up') stream.up();
    if (frame.deed === 'cut') stream.cut();
    if (frame.deed !== 'answer') return;
    // No event says that a call was answered: the contract's own hand does, beside the stream.
    if (typeof frame.id === 'string') context?.emit([{ type: 'call', ids: [frame.id], state: 'active' }]);
  }

  return {
    connector: {
      ...observer,
      connect(given) {
        context = given;
        return observer.connect(given);
      },
    },
    transport: {
      deliver: (frame) => (isDeed(frame) ? act(frame) : stream.say(frame)),
      sent: [],
      held: () => stream.held,
    },
    typeKey: 'event',
    ready: () => [{ deed: 'up' }, hello()],
    lost: () => [{ deed: 'cut' }],
    ringing: ({ id, number }: ScriptedCall) => [ringing({ id, caller: number })],
    answered: ({ id }) => [{ deed: 'answer', id }],
    ended: ({ id }) => [done({ id })],
    forbidden: ({ id }) => [ringing({ id })],
    isCommand: () => false,
  };
}

describe('XiVO’s events keep the connector contract', () => {
  const behaviours = connectorBehaviours({ create: drive });

  it.each(behaviours.filter(({ name }) => !beyondIt.includes(name)))('$name', ({ check }) => check(), 60_000);

  it('all but what no event of the service’s can say, or no phone is there for', () => {
    const names = behaviours.map(({ name }) => name);
    expect(beyondIt.filter((name) => !names.includes(name))).toEqual([]);
    expect(names.length - beyondIt.length).toBeGreaterThan(20);
  });
});
