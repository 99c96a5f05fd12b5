import { frameChannel } from '@offhook/core';
import { connectorContract, frameTransport, type ScriptedCall } from '@offhook/testing';
import { connectMe } from './connectMe.js';
import { linkWidget } from './link.js';
import { mergeRule } from './merging.js';
import { asks, session, signedIn, update } from './testing/frames.js';

const origin = 'https://xyz.connect.example';

connectorContract({
  name: 'Connect Me',
  create: (env) => ({
    connector: {
      ...connectMe({ url: origin }),
      // As in a page: the gate is a real frame channel, on the contract's window.
      connect: (context) =>
        linkWidget(context, {
          rule: mergeRule(),
          trace: undefined,
          devices: undefined,
          handlers: { ringer() {}, speaker() {}, share() {} },
          isTrusted: true,
          open: (gate) => ({
            channel: frameChannel<unknown>({ ...gate, origin, source: () => env.vendor, host: env.host }),
          }),
        }),
    },
    transport: frameTransport(env, origin),
    typeKey: 'event',
    ready: () => signedIn,
    lost: () => [asks],
    ringing: ({ id, number }: ScriptedCall) => [session(Number(id), {}, number)],
    answered: ({ id }) => [update(Number(id), 'confirmed')],
    ended: ({ id }) => [update(Number(id), 'terminated')],
    forbidden: ({ id }) => [update(Number(id), 'ringing')],
    isCommand: (frame, type) =>
      (frame as { action?: string }).action === (type === 'call.dial' ? 'dial' : 'answerSession'),
  }),
});
