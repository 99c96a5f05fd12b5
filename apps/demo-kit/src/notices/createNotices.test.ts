import { OffhookError } from '@offhook/core';
import { createNotices } from './createNotices.js';

const error = (message: string): OffhookError => new OffhookError('vendor-error', message);
const shown = ({ all }: ReturnType<typeof createNotices>): readonly string[] =>
  all.value.map((notice) => notice.error.message);

test('errors stand until they are dismissed', () => {
  const notices = createNotices();
  notices.show(error('a'));
  notices.show(error('b'));
  expect(shown(notices)).toEqual(['a', 'b']);
  notices.dismiss(notices.all.value[0]?.id ?? -1);
  expect(shown(notices)).toEqual(['b']);
});

test('an error that says the same again takes the older one’s place', () => {
  const notices = createNotices();
  for (const message of ['a', 'b', 'a']) notices.show(error(message));
  expect(shown(notices)).toEqual(['b', 'a']);
});

test('whatever failed for one reason of the host’s own is told of once', () => {
  const notices = createNotices();
  const cause = error('The CRM is offline.');
  for (const message of ['match failed', 'write failed']) {
    notices.show(new OffhookError('handler-failed', message, { cause }));
  }
  notices.show(cause);
  expect(shown(notices)).toEqual(['The CRM is offline.']);
});

test('there are never more than three', () => {
  const notices = createNotices();
  for (const message of ['a', 'b', 'c', 'd']) notices.show(error(message));
  expect(shown(notices)).toEqual(['b', 'c', 'd']);
});
