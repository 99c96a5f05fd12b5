import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fireEvent, render, screen } from '@testing-library/angular';
import { createOffhook } from '@offhook/core';
import { countingIds, fakeConnector, virtualClock } from '@offhook/testing';
import { provideOffhook } from './index.js';
import { mode } from './testing/appProviders.js';
import { Phone } from './testing/QuickStart.js';

test("the README's lines are the ones that are tested here", () => {
  const read = (file: string): string => readFileSync(path.join(__dirname, file), 'utf8');
  expect(read('../README.md')).toContain(read('testing/QuickStart.ts').trim());
});

test(`the quick start shows a call that comes in, answers it, hangs up, and dials, ${mode}`, async () => {
  const line = fakeConnector();
  const phone = createOffhook({ connectors: [line], clock: virtualClock(), ids: countingIds() });
  await render(Phone, { providers: [provideOffhook(phone)] });
  screen.getByText('The phone is ready.');
  line.ring({ number: '+12165550100', name: 'Ann' });
  await screen.findByText('+12165550100: ringing');
  fireEvent.click(screen.getByRole('button', { name: 'Answer Ann' }));
  await screen.findByText('+12165550100: active');
  expect(screen.queryByRole('button', { name: 'Answer Ann' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Hang up' }));
  fireEvent.click(screen.getByRole('button', { name: 'Call the office' }));
  await screen.findByText('+12165325078: dialing');
  expect(screen.queryByText(/\+12165550100/)).toBeNull();
  expect(line.sent.map(({ type }) => type)).toEqual(['call.answer', 'call.hangUp', 'call.dial']);
  expect(line.attached).toHaveLength(1);
  phone.close();
});
