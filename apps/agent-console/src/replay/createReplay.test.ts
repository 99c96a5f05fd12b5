import { Replayer, type playerConfig } from '@rrweb/replay';
import type { eventWithTime } from '@rrweb/types';
import { change, element, hostile, meta, text, whole } from '../testing/pages.js';
import { settled } from '../testing/openDesk.js';
import { createReplay, type Player } from './createReplay.js';
import type { FromReplay } from './messages.js';

// Browsers know what a frame may do and jsdom doesn't; rrweb asks for it.
Object.defineProperty(HTMLIFrameElement.prototype, 'sandbox', {
  get(this: HTMLIFrameElement) {
    return (this.getAttribute('sandbox') ?? '').split(' ');
  },
});

afterEach(() => document.body.replaceChildren());

function root(): HTMLElement {
  const element = document.createElement('div');
  document.body.append(element);
  return element;
}

/** A replay whose player is worked by hand. */
function withFake() {
  const told: FromReplay[] = [];
  const players: { config: Partial<playerConfig>; live: number; events: eventWithTime[]; isGone: boolean }[] =
    [];
  let now = 5_000;
  let isBroken = false;
  const place = root();
  const replay = createReplay({
    root: place,
    tell: (message) => void told.push(message),
    now: () => now,
    createPlayer(config): Player {
      const player = { config, live: 0, events: [] as eventWithTime[], isGone: false };
      players.push(player);
      return {
        wrapper: document.createElement('div'),
        iframe: document.createElement('iframe'),
        startLive: (baseline) => void (player.live = baseline),
        addEvent(event) {
          if (isBroken) throw new Error('Broken.');
          player.events.push(event);
        },
        destroy: () => void (player.isGone = true),
      };
    },
  });
  return {
    replay,
    told,
    players,
    passes: (ms: number) => void (now += ms),
    breaks: (is: boolean) => void (isBroken = is),
  };
}

const moved = change({ source: 1, positions: [{ x: 1, y: 1, id: 2, timeOffset: -100 }] });

test('time is counted from the first event’s, and each is shown when it comes, whatever the customer’s clock says', () => {
  const { replay, players, passes } = withFake();
  replay.take([meta(), whole()]);
  passes(40);
  replay.take([{ ...change({ source: 3, id: 2, x: 0, y: 1 }), timestamp: 9e15 }, moved]);
  expect(players[0]?.live).toBe(1_000);
  expect(players[0]?.events.map(({ timestamp }) => Math.round(timestamp))).toEqual([999, 999, 1_040, 1_140]);
});

test('T-115: what comes at once is shown in its order: of two at the same time the player may show the later one first', () => {
  const { replay, players } = withFake();
  const begun = Date.UTC(2026, 0, 1);
  replay.take([{ ...meta(), timestamp: begun }, whole()]);
  replay.take(['D', 'Do', 'Don', 'Done'].map((value) => change({ source: 5, id: 2, text: value })));
  const times = players[0]?.events.slice(2).map(({ timestamp }) => timestamp) ?? [];
  expect(new Set(times).size).toBe(4);
  expect(times).toEqual([...times].sort((one, other) => one - other));
});

test('T-115: a recording’s clock may begin at 0', () => {
  const { replay, players } = withFake();
  replay.take([{ ...meta(), timestamp: 0 }, whole()]);
  expect(players[0]?.live).toBe(1);
});

test('the player runs nothing of the page’s, draws no canvas, and takes no focus', () => {
  const { replay, players } = withFake();
  replay.take([meta()]);
  expect(players).toEqual([]);
  replay.take([whole()]);
  expect(players[0]?.config).toMatchObject({
    liveMode: true,
    UNSAFE_replayCanvas: false,
    triggerFocus: false,
    mouseTail: false,
  });
});

test('the console is told that it can begin, how large the window is, and that it broke', () => {
  const { replay, told, players, breaks } = withFake();
  replay.take([meta(800, 600), whole()]);
  replay.take([change({ source: 4, width: 400, height: 700 })]);
  breaks(true);
  replay.take([moved, moved]);
  expect(told).toEqual([
    { t: 'ready' },
    { t: 'size', width: 800, height: 600 },
    { t: 'size', width: 400, height: 700 },
    { t: 'broken' },
  ]);
  expect(players[0]?.isGone).toBe(true);
  breaks(false);
  replay.take([moved]);
  expect(players).toHaveLength(1);
  replay.take([meta(), whole()]);
  expect(players[1]?.events).toHaveLength(2);
});

test('a player that has kept very much gives way to a new one with the next whole page', () => {
  const { replay, players } = withFake();
  replay.take([meta(), whole()]);
  replay.take(Array.from({ length: 20_000 }, () => moved));
  replay.take([meta(), whole()]);
  expect(players.map(({ isGone, events }) => [isGone, events.length])).toEqual([
    [true, 20_002],
    [false, 2],
  ]);
});

test('a hostile page in the player itself: a document without scripts that shows what is left', async () => {
  const place = root();
  const replay = createReplay({
    root: place,
    tell: () => undefined,
    now: () => performance.now(),
    createPlayer: (config) => new Replayer([], config),
  });
  replay.take([meta(), whole(element('p', {}, text('Hello')), ...hostile())]);
  const frame = () => place.querySelector('iframe');
  const body = () => frame()?.contentDocument?.documentElement.textContent ?? '';
  // jsdom has no layout to scroll.
  Object.assign(frame()?.contentWindow ?? {}, { scrollTo: () => undefined });
  await settled();
  expect(body()).toContain('Hello');
  expect(frame()?.getAttribute('sandbox')).toBe('allow-same-origin');
  expect(frame()?.inert).toBe(true);
  const shown = frame()?.contentDocument;
  expect(shown?.querySelector('script, iframe, object, embed, meta, base, link, video, set')).toBeNull();
  for (const each of shown?.querySelectorAll('*') ?? [])
    for (const { name, value } of each.attributes) {
      expect(name).not.toMatch(
        /^on|^(?:srcdoc|action|formaction|http-equiv|ping|target|autofocus|autoplay)$/,
      );
      expect(value).not.toMatch(/javascript:/);
    }
});
