import { frameChannel } from '@offhook/core';
import { connectorContract, frameTransport, type ScriptedCall } from '@offhook/testing';
import { linkWidget } from './link.js';
import { ringCentral } from './ringcentral.js';
import { serviceOf } from './services/service.js';
import { signedIn } from './testing/widget.js';

const origin = 'https://apps.ringcentral.com';

/** A frame of the web phone. The contract's call id is the telephony session's. */
const phoneFrame = (name: string, { id, number }: ScriptedCall, facts: object) => ({
  type: `rc-call-${name}-notify`,
  call: {
    id: `leg-${id}`,
    direction: 'Inbound',
    from: number,
    to: '16505550000*101',
    partyData: { partyId: `p-${id}`, sessionId: id },
    isOnHold: false,
    isOnMute: false,
    ...facts,
  },
});

connectorContract({
  name: 'RingCentral',
  create: (env) => ({
    connector: {
      ...ringCentral(),
      // As in a page: the gate is a real frame channel, on the contract's window.
      connect: (context) =>
        linkWidget(context, {
          id: 'ringcentral',
          origin,
          profile: 'current',
          service: serviceOf(),
          trace: undefined,
          open: (gate) => ({
            channel: frameChannel<unknown>({ ...gate, origin, source: () => env.vendor, host: env.host }),
          }),
        }),
    },
    transport: frameTransport(env, origin),
    ready: () => signedIn,
    lost: () => [
      { type: 'rc-webphone-connection-status-notify', connectionStatus: 'connectionStatus-reconnecting' },
    ],
    ringing: (call) => [phoneFrame('ring', call, { callStatus: 'webphone-session-connecting' })],
    answered: (call) => [
      phoneFrame('start', call, { callStatus: 'webphone-session-connected', startTime: env.clock.now() }),
    ],
    ended: (call) => [phoneFrame('end', call, { callStatus: 'webphone-session-connected' })],
    // The web phone's own stream goes back; another stream's would be taken for late.
    forbidden: (call) => [phoneFrame('ring', call, { callStatus: 'webphone-session-connecting' })],
    isCommand: (frame, type) => {
      const { type: name, callAction } = frame as { type: string; callAction?: string };
      return type === 'call.dial'
        ? name === 'rc-adapter-new-call'
        : name === 'rc-adapter-control-call' && callAction === 'answer';
    },
  }),
});
