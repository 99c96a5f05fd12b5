import * as fc from 'fast-check';
import { callScene } from '../testing/calling.js';
import { property } from '../testing/property.js';
import type { AvCallState } from './avCallState.js';

type Step =
  | 'start'
  | 'hang up'
  | 'agent asks'
  | 'agent ends'
  | 'deny'
  | 'allow'
  | 'unplug'
  | 'mute'
  | 'unmute'
  | 'break'
  | 'down'
  | 'up'
  | 'block'
  | 'free'
  | number;

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<Step>('start', 'start', 'hang up', 'agent asks', 'agent asks', 'agent ends'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Step>(
      'deny',
      'allow',
      'unplug',
      'mute',
      'unmute',
      'break',
      'down',
      'up',
      'block',
      'free',
    ),
  },
  { weight: 8, arbitrary: fc.constantFrom<Step>(1, 20, 150, 1_000, 6_000, 25_000) },
);

/** How many calls this page took part in, or was refused: asks that it did not take are no calls of its own. */
function callsIn(states: readonly AvCallState[]): number {
  let own = false;
  let calls = 0;
  for (const { phase, code } of states) {
    if (phase === 'ended') {
      if (own || code !== undefined) calls += 1;
      own = false;
    } else if (phase !== 'requested') own = true;
  }
  return calls;
}

property(
  'T-81: however a call goes and ends, it is told once, and no camera stays on',
  fc.array(step, { maxLength: 25 }),
  async (steps) => {
    const { video, agent, sid, pass, backEnd, network, page } = await callScene();
    video.configure();
    const other = agent();
    const { devices } = video;
    for (const one of steps) {
      if (typeof one === 'number') await pass(one);
      else if (one === 'start') video.call('StartAvCall', sid);
      else if (one === 'hang up') video.call('EndAvCall');
      else if (one === 'agent asks') other.ask();
      else if (one === 'agent ends' && other.session()?.state === 'on') other.end();
      else if (one === 'deny' || one === 'allow')
        devices.refuse = one === 'deny' ? 'NotAllowedError' : undefined;
      else if (one === 'unplug') devices.unplug(devices.video[0] ?? '');
      else if (one === 'mute' || one === 'unmute') video.call('Pause', one === 'mute', false);
      else if (one === 'break') backEnd.cut();
      else if (one === 'down') {
        backEnd.network.down = true;
        backEnd.cut();
      } else if (one === 'up') backEnd.network.down = false;
      else if (one === 'block' || one === 'free') network.blocked = one === 'block';
    }
    backEnd.network.down = network.blocked = false;
    await pass(20_000);
    while (video.states.length > 0 && video.states.at(-1)?.phase !== 'ended') {
      video.call('EndAvCall');
      await pass(5_000);
    }
    await pass(60_000);

    expect(devices.tracks.filter(({ readyState }) => readyState === 'live')).toEqual([]);
    expect(video.display.filter((told) => told === 'disconnected')).toHaveLength(callsIn(video.states));
    expect(other.session()?.state ?? 'ended').toBe('ended');
    expect(page.reported).toEqual([]);
    for (const { signalingState, session } of network.connections)
      expect([session, signalingState]).toEqual([session, 'closed']);
  },
);
