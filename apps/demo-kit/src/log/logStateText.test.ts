import type { LogState } from '@offhook/core';
import { english } from '../texts/english.js';
import { spanish } from '../texts/spanish.js';
import { logStateText } from './logStateText.js';

const text = (log: Partial<LogState>, { waiting = 0, pending = false } = {}): string =>
  logStateText({ log: { status: 'none', waiting: 0, ...log }, waiting, pending }, english);

test('the log’s state reads in a word or two', () => {
  expect(text({})).toBe('Not logged');
  expect(text({ status: 'saving', waiting: 1 }, { waiting: 1 })).toBe('Saving');
  expect(text({ status: 'saved' })).toBe('Saved');
  expect(text({ status: 'failed' })).toBe('Not accepted');
});

test('what waits is counted over all calls', () => {
  expect(text({ status: 'waiting', waiting: 1 }, { waiting: 3 })).toBe('Waiting to send (3)');
  // The outbox may tell of the one before it has counted all.
  expect(text({ status: 'waiting', waiting: 1 })).toBe('Waiting to send (1)');
});

test('a call without a log entry tells of what is being saved for it, or waits of others', () => {
  expect(text({}, { pending: true })).toBe('Saving');
  expect(text({}, { waiting: 2 })).toBe('Waiting to send (2)');
});

test('the state is told in the page’s language', () => {
  const log: LogState = { status: 'waiting', waiting: 2 };
  expect(logStateText({ log, waiting: 2, pending: false }, spanish)).toBe('Pendiente de envío (2)');
});
