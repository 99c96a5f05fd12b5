import * as fc from 'fast-check';
import { fakeCamera, FakeStream, FakeTrack } from '../testing/fakeMedia.js';
import { peerPair } from '../testing/peerPair.js';
import { property } from '../testing/property.js';

type Who = 'polite' | 'other';
type Step =
  | {
      readonly does: 'send' | 'speak' | 'pause' | 'resume' | 'restart' | 'renew' | 'reload' | 'stop';
      readonly who: Who;
    }
  | { readonly does: 'lose' | 'block' | 'free' }
  | { readonly does: 'slow'; readonly ms: readonly number[] }
  | { readonly does: 'pass'; readonly ms: number };

const who = fc.constantFrom<Who>('polite', 'other');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constantFrom('send', 'speak', 'pause', 'resume', 'restart', 'renew', 'reload', 'stop'),
      who,
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('lose', 'block', 'free') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('slow'),
      ms: fc.array(fc.constantFrom(0, 1, 30, 400, 2_500), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('pass'),
      ms: fc.constantFrom(0, 1, 3, 8, 40, 700, 5_000, 12_000),
    }),
  },
);

/** Takes a list's items in turn. */
const inTurn = <T>(items: readonly T[]): (() => T) => {
  let count = 0;
  return () => items[count++ % items.length]!;
};

property(
  'T-101: whatever is lost, late or done anew, both sides end connected, with each other’s audio and video',
  fc.record({
    steps: fc.array(step, { maxLength: 30 }),
    takes: fc.array(fc.constantFrom(0, 0, 1, 4, 20), { minLength: 1, maxLength: 8 }),
  }),
  async ({ steps, takes }) => {
    const pair = peerPair();
    const { clock, network, way } = pair;
    network.takes = inTurn(takes);
    for (const one of steps) {
      switch (one.does) {
        case 'send':
          pair[one.who].peer.send(fakeCamera().real);
          break;
        case 'speak':
          pair[one.who].peer.send(new FakeStream([new FakeTrack('audio')]).real);
          break;
        case 'stop':
          pair[one.who].peer.send(undefined);
          break;
        case 'pause':
        case 'resume':
          pair[one.who].peer.pause(one.does === 'pause', one.does === 'pause');
          break;
        case 'restart':
          pair[one.who].peer.restart();
          break;
        case 'renew':
          pair[one.who].peer.renew();
          break;
        case 'reload':
          pair[one.who].reload();
          break;
        case 'lose':
          way.loses = () => true;
          break;
        case 'block':
          network.blocked = true;
          break;
        case 'free':
          network.blocked = false;
          way.loses = () => false;
          break;
        case 'slow':
          way.takes = inTurn(one.ms);
          break;
        case 'pass':
          await clock.pass(one.ms);
          break;
      }
    }
    network.blocked = false;
    way.loses = () => false;
    way.takes = () => 5;
    for (const side of [pair.polite, pair.other]) {
      side.peer.pause(false, false);
      side.peer.send(fakeCamera().real);
    }
    await clock.pass(90_000);

    for (const side of [pair.polite, pair.other]) {
      const { connection, remote, remoteSends } = side.peer.state;
      expect({ connection, remoteSends }).toEqual({
        connection: 'connected',
        remoteSends: { audio: true, video: true },
      });
      expect(side.pc().signalingState).toBe('stable');
      const kinds = remote.flatMap((stream) => stream.getTracks().map(({ kind }) => kind));
      expect(new Set(kinds)).toEqual(new Set(['audio', 'video']));
    }
    const open = network.connections.filter(({ signalingState }) => signalingState !== 'closed');
    expect(open).toHaveLength(2);
  },
);
