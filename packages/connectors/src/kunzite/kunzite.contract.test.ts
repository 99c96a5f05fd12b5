import { frameChannel } from '@offhook/core';
import { connectorBehaviours, frameTransport, type ScriptedCall } from '@offhook/testing';
import { kunzite } from './kunzite.js';
import { linkWidget } from './link.js';
import { context } from './testing/frames.js';

const origin = 'https://phone.example';

/** A call that somebody answered says so in all that follows. */
const answered = new Set<string>();

const frame = (name: string, { id, number }: ScriptedCall): object => ({
  type: `phone:${name}`,
  data: {
    context,
    id,
    from: number,
    to: '+34910000002',
    direction: 'inbound',
    status: answered.has(id) ? 'answered' : 'ringing',
  },
});

describe('Kunzite keeps the connector contract', () => {
  const behaviours = connectorBehaviours({
    create: (env) => {
      answered.clear();
      return {
        connector: {
          ...kunzite({ url: `${origin}/softphone` }),
          // As in a page: the gate is a real frame channel, on the contract's window.
          connect: (given) =>
            linkWidget(given, {
              id: 'kunzite',
              unasked: true,
              chunk: 1_000,
              trace: undefined,
              open: (gate) => ({
                channel: frameChannel<unknown>({ ...gate, origin, source: () => env.vendor, host: env.host }),
              }),
            }),
        },
        transport: frameTransport(env, origin),
        ready: () => [{ type: 'logged', data: { context } }],
        lost: () => [{ type: 'phone:queue', data: { context: { ...context, status: 'offline' } } }],
        ringing: (call) => [frame('ringing', call)],
        answered: (call) => {
          answered.add(call.id);
          return [frame('accepted', call)];
        },
        ended: (call) => [frame('terminated', call)],
        forbidden: (call) => [frame('ringing', call)],
        isCommand: (sent, type) => type === 'call.dial' && (sent as { type: string }).type === 'click2call',
      };
    },
  });

  it.each(behaviours)('$name', ({ check }) => check(), 60_000);
});
