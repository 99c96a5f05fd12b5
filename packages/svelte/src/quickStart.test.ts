import { readFileSync } from 'node:fs';
import path from 'node:path';
import { act, fireEvent, render, screen } from '@testing-library/svelte';
import { createOffhook } from '@offhook/core';
import { countingIds, fakeConnector, virtualClock } from '@offhook/testing';
import { components, showing } from './testing/components.js';
import Phone from './testing/QuickStart.svelte';

test("the README's lines are the ones that are tested here", () => {
  const read = (file: string): string => readFileSync(path.join(__dirname, file), 'utf8');
  expect(read('../README.md')).toContain(read('testing/QuickStart.svelte').trim());
});

test('the quick start shows a call that comes in, answers it, hangs up, and dials', async () => {
  const line = fakeConnector();
  const phone = createOffhook({ connectors: [line], clock: virtualClock(), ids: countingIds() });
  render(components.runes.Root, { props: showing(phone, Phone, {}) });
  screen.getByText('The phone is ready.');
  await act(() => void line.ring({ number: '+12165550100', name: 'Ann' }));
  screen.getByText('+12165550100: ringing');
  await fireEvent.click(screen.getByRole('button', { name: 'Answer Ann' }));
  screen.getByText('+12165550100: active');
  expect(screen.queryByRole('button', { name: 'Answer Ann' })).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Hang up' }));
  expect(screen.queryByText(/\+12165550100/)).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Call the office' }));
  screen.getByText('+12165325078: dialing');
  expect(line.sent.map(({ type }) => type)).toEqual(['call.answer', 'call.hangUp', 'call.dial']);
  expect(line.attached).toHaveLength(1);
  phone.close();
});
