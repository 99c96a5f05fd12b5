/** @jest-environment node */
import type { Answer, Ask } from '../link/socketLink.js';
import { handClock } from '../../testing/handClock.js';
import { settled } from '../../testing/openDesk.js';
import { createMediaSteps } from './mediaSteps.js';

/** Steps whose answers are given by hand. */
function asking() {
  const clock = handClock();
  const asked: Ask[] = [];
  const answers: ((answer: Answer) => void)[] = [];
  let ids = 0;
  const steps = createMediaSteps({
    clock,
    newId: () => `id-${(ids += 1)}`,
    link: {
      ask(request) {
        asked.push(request);
        return new Promise((resolve) => answers.push(resolve));
      },
    },
  });
  return {
    steps,
    clock,
    asked: () => asked.map((each) => (each.t === 'media' ? [each.media, each.step, each.id] : [])),
    async answers(answer: Omit<Extract<Answer, { t: 'no' }>, 't' | 'n'> | 'ok') {
      answers.shift()?.(answer === 'ok' ? { t: 'ok', n: 1 } : { t: 'no', n: 1, ...answer });
      await settled();
    },
  };
}

test('without an answer it is asked again, and is the same step', async () => {
  const { steps, asked, answers, clock } = asking();
  const done = steps.step('s', 'm1', { step: 'take' });
  await answers({ code: 'Unavailable' });
  clock.turn(1_000);
  await settled();
  await answers({ code: 'TooMany', retryAfterMs: 300 });
  clock.turn(300);
  await settled();
  await answers('ok');
  expect(await done).toEqual({ ok: true });
  expect(asked()).toEqual(Array.from({ length: 3 }, () => ['m1', 'take', 'id-1']));
});

test('what is refused is refused', async () => {
  const { steps, answers } = asking();
  const done = steps.step('s', 'm1', { step: 'take' });
  await answers({ code: 'NoSuchChat' });
  expect(await done).toEqual({ ok: false, code: 'NoSuchChat' });
});

test('steps of one session go in the order of their asking; another session waits for none', async () => {
  const { steps, asked, answers } = asking();
  void steps.step('s', 'm1', { step: 'take' });
  void steps.step('s', 'm1', { step: 'end', why: 'hung-up' });
  void steps.step('s', 'm2', { step: 'take' });
  expect(asked().map(([media, step]) => [media, step])).toEqual([
    ['m1', 'take'],
    ['m2', 'take'],
  ]);
  await answers('ok');
  expect(asked().at(-1)?.slice(0, 2)).toEqual(['m1', 'end']);
});

test('who has stopped asks no more', async () => {
  const { steps, asked, answers, clock } = asking();
  const done = steps.step('s', 'm1', { step: 'take' });
  await answers({ code: 'Unavailable' });
  steps.stop();
  clock.turn(1_000);
  expect([await done, asked().length]).toEqual([{ ok: false, code: 'Unavailable' }, 1]);
});
