import { frameChannel } from '../../packages/core/dist/index.js';
import { limit } from './compare.mjs';

const origin = 'http://127.0.0.1:4301';

/** A web-phone frame of the size that the real widget sends. */
const frame = {
  type: 'rc-call-start-notify',
  call: {
    id: 'callid-2@srvft2',
    callId: 'callid-2@srv',
    direction: 'Inbound',
    callStatus: 'webphone-session-connected',
    to: '16505550000*101',
    toUserName: 'Test User',
    from: '+12165325078',
    fromUserName: 'WIRELESS CALLER',
    fromTag: 'ft2',
    startTime: 1795220220579,
    creationTime: 1795220219439,
    isOnHold: false,
    isOnMute: false,
    recordStatus: 'webphone-record-idle',
    partyData: { partyId: 'p-aaa2-2', sessionId: 's-aaa2' },
    lastActiveTime: 1795220219439,
  },
};

const isFrame = (data) => typeof data === 'object' && data !== null && typeof data.type === 'string';

export async function run() {
  const host = new EventTarget();
  const source = { postMessage() {} };
  let heard = 0;
  const channel = frameChannel({ origin, source: () => source, accept: isFrame, host, maxRate: Infinity });
  channel.listen(() => {
    heard += 1;
  });
  const event = Object.assign(new Event('message'), { origin, source, data: frame });
  const times = 20_000;
  const ours = () => {
    const before = heard;
    const start = process.cpuUsage();
    for (let index = 0; index < times; index += 1) host.dispatchEvent(event);
    const { user, system } = process.cpuUsage(start);
    if (heard - before !== times)
      throw new Error('The channel dropped frames that it should have let through.');
    return (user + system) / times;
  };
  const result = await limit({ name: "the channel's handler, CPU per frame", unit: 'µs', max: 25, ours });
  channel.close();
  return [result];
}
