import * as fc from 'fast-check';
import { property } from '../testing/property.js';
import { type EventLog, type LoggedEvent } from './eventLog.js';
import { memoryEvents } from './memoryEvents.js';

type Step =
  | { readonly do: 'append'; readonly channel: 0 | 1; readonly count: number }
  | { readonly do: 'leave' | 'come' | 'release'; readonly browser: number };

const channelNames = ['a', 'b'] as const;
const browserCount = 4;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      channel: fc.constantFrom(0 as const, 1 as const),
      count: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 150, max: 450 })),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('leave' as const, 'come' as const, 'release' as const),
      browser: fc.nat(browserCount - 1),
    }),
  },
);

/** A browser that resumes where it was, and is slow when much comes at once. */
function browserOf(log: EventLog, channel: string) {
  const seen: LoggedEvent[] = [];
  let stop: (() => void) | undefined;
  let release: (() => void) | undefined;
  return {
    seen,
    async come() {
      if (stop !== undefined) return;
      const here = { gone: false };
      const end = await log.follow(
        channel,
        seen.at(-1)?.id,
        (event) => {
          if (here.gone) throw new Error('told after it left');
          seen.push(event);
        },
        () =>
          new Promise((resolve) => {
            release = resolve;
          }),
      );
      stop = () => {
        here.gone = true;
        end();
        release?.();
        stop = undefined;
      };
    },
    leave: () => stop?.(),
    async release() {
      for (let turn = 0; turn < 60; turn += 1) {
        release?.();
        await Promise.resolve();
      }
    },
  };
}

async function play(steps: readonly Step[], mostEvents: number) {
  const log = memoryEvents({ mostEvents });
  const appended: [number[], number[]] = [[], []];
  const browsers = Array.from({ length: browserCount }, (_, index) => ({
    ...browserOf(log, channelNames[index % 2 === 0 ? 0 : 1]),
    channel: (index % 2) as 0 | 1,
    since: 0,
  }));
  for (const browser of browsers) await browser.come();
  let number = 0;
  for (const each of steps) {
    if (each.do === 'append') {
      for (let count = 0; count < each.count; count += 1) {
        number += 1;
        void log.append(channelNames[each.channel], { type: 'call', data: String(number) });
        appended[each.channel].push(number);
      }
    } else await browsers[each.browser]?.[each.do]();
  }
  for (const browser of browsers) {
    await browser.come();
    await browser.release();
  }
  await log.close();
  return { appended, browsers };
}

const numbersOf = (events: readonly LoggedEvent[]): number[] =>
  events.filter(({ type }) => type === 'call').map(({ data }) => Number(data));

property(
  'whatever comes in between, a browser that resumes is told everything exactly once and in order',
  fc.array(step, { maxLength: 40 }),
  async (steps) => {
    const { appended, browsers } = await play(steps, 1_000_000);
    for (const { seen, channel } of browsers) {
      expect(seen.filter(({ type }) => type !== 'call').map(({ type }) => type)).toEqual(['hello']);
      expect(numbersOf(seen)).toEqual(appended[channel]);
    }
  },
);

property(
  'where little is kept, what is lost is lost at a gap that was told, and nowhere else',
  fc.array(step, { maxLength: 40 }),
  async (steps) => {
    const { appended, browsers } = await play(steps, 100);
    for (const { seen, channel } of browsers) {
      const all = appended[channel];
      let place = 0;
      let gap = false;
      for (const event of seen) {
        if (event.type === 'hello') continue;
        if (event.type === 'gap') {
          gap = true;
          continue;
        }
        const index = all.indexOf(Number(event.data));
        if (gap) expect(index).toBeGreaterThan(place);
        else expect(index).toBe(place);
        place = index + 1;
        gap = false;
      }
      expect(gap).toBe(false);
      expect(place).toBe(all.length);
    }
  },
);
