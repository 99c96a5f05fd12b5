import { createVirtualClock } from '../virtual-clock.js';
import { createStartGate } from './start-gate.js';

async function passes(order: 'image first' | 'widget first' | 'no widget') {
  const clock = createVirtualClock();
  const gate = createStartGate(clock);
  let passed = false;
  const ask = () => void gate.started('k').then(() => (passed = true));
  if (order !== 'widget first') ask();
  if (order !== 'no widget') gate.open('k');
  if (order === 'widget first') ask();
  await clock.settle();
  expect(passed).toBe(false);
  await clock.advance(40);
  const early = passed;
  await clock.advance(1460);
  return { early, late: passed };
}

describe('holding back the load event', () => {
  test('it passes when the widget has begun, whichever comes first, and at last in any case', async () => {
    expect(await passes('image first')).toEqual({ early: true, late: true });
    expect(await passes('widget first')).toEqual({ early: true, late: true });
    expect(await passes('no widget')).toEqual({ early: false, late: true });
  });
});
