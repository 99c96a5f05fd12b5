/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import { record } from '@rrweb/record';
import { createEventSender } from './frames/createEventSender.js';
import { frameMost } from './frames/toFrames.js';
import { createAllowList } from './privacy/allowList.js';
import { noControls } from './privacy/controls.js';
import { createPasswordMemory } from './privacy/passwordMemory.js';
import { recordPage } from './recordPage.js';
import { jsdomClock } from './testing/jsdomClock.js';

function recorded() {
  const clock = jsdomClock();
  const passwords = createPasswordMemory(document);
  const frames: string[] = [];
  const sender = createEventSender({
    clock,
    send: (data) => frames.push(JSON.stringify({ t: 'signal', media: 'ab12cd34', data })) > 0,
    buffered: () => 0,
    takeWhole: () => recording.whole(),
    checkable: () => false,
  });
  const recording = recordPage({
    record,
    document,
    listed: noControls,
    allow: createAllowList(noControls, passwords, document),
    pointer: false,
    emit: (event) => sender.push(event),
  });
  return {
    clock,
    frames,
    recording,
    stop() {
      recording.stop();
      sender.stop();
      passwords.stop();
    },
  };
}

function table(rows: number): HTMLTableElement {
  const made = document.createElement('table');
  for (let row = 1; row <= rows; row += 1) {
    const line = made.insertRow();
    line.insertCell().textContent = `Article ${row}`;
    line.insertCell().textContent = `${row}.00`;
  }
  return made;
}

const bytes = (frames: readonly string[]): number =>
  frames.reduce((sum, frame) => sum + Buffer.byteLength(frame), 0);

test('T-115: a table of 1,000 rows costs less than 600 kB, inserted later or there from the beginning', async () => {
  document.body.replaceChildren(document.createElement('main'));
  const page = recorded();
  await page.clock.pass(50);
  const before = page.frames.length;
  document.querySelector('main')?.append(table(1_000));
  await page.clock.pass(50);
  const inserted = page.frames.slice(before);
  expect(inserted.join('')).toContain('Article 1000');
  expect(bytes(inserted)).toBeLessThan(600_000);
  const later = page.frames.length;
  page.recording.whole();
  await page.clock.pass(50);
  const whole = page.frames.slice(later);
  expect(whole.join('')).toContain('Article 1000');
  expect(bytes(whole)).toBeLessThan(600_000);
  for (const frame of page.frames) expect(frame.length).toBeLessThanOrEqual(frameMost);
  page.stop();
  // jsdom's selectors are slow.
}, 60_000);

test('T-113: a page that is shown for the second time is told as whole as the first', async () => {
  document.body.innerHTML = '<p>Hello there</p>';
  for (let time = 0; time < 3; time += 1) {
    const page = recorded();
    await page.clock.pass(50);
    page.stop();
    expect(page.frames[0]).toContain('Hello there');
  }
});

test('nothing is recorded where the browser cannot read what is to be left out', () => {
  const passwords = createPasswordMemory(document);
  jest.spyOn(Element.prototype, 'matches').mockImplementation(() => {
    throw new SyntaxError('no selector');
  });
  const told: unknown[] = [];
  expect(() =>
    recordPage({
      record,
      document,
      listed: noControls,
      allow: { allows: () => false },
      pointer: false,
      emit: (event) => told.push(event),
    }),
  ).toThrow('no selector');
  expect(told).toEqual([]);
  passwords.stop();
});
