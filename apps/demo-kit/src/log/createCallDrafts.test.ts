import { OffhookError, type CallLogControls, type Contact, type LogState } from '@offhook/core';
import { demoContacts } from '../contacts/demoContacts.js';
import { createCallDrafts, shownNote, type DraftTarget } from './createCallDrafts.js';

const [john] = demoContacts as readonly [Contact];
type Facts = Parameters<CallLogControls['save']>[0];

const logged = (note?: string): LogState => ({
  status: 'saved',
  waiting: 0,
  ...(note !== undefined && { note }),
});

/** A log entry that keeps what it is given, once it is let. */
function saving(log = logged()) {
  const given: Facts[] = [];
  const settle: ((ok: boolean) => void)[] = [];
  const save: CallLogControls['save'] = (facts) =>
    new Promise((done) => {
      given.push(facts);
      const error = new OffhookError('offline', 'Later.');
      settle.push((ok) => done(ok ? { ok, result: undefined } : { ok, error }));
    });
  const target: DraftTarget = { log, save };
  return { given, target, settle: (ok: boolean) => settle.shift()?.(ok) };
}

test('a note belongs to its call, and is there again when that comes back', () => {
  const drafts = createCallDrafts();
  drafts.write('a', 'About A');
  expect(drafts.of('b').value).toEqual({});
  expect(drafts.of(undefined).value).toEqual({});
  drafts.write('b', 'About B');
  expect(drafts.of('a').value).toEqual({ note: 'About A' });
});

test('whom one chooses is logged at once, and again with the note', async () => {
  const drafts = createCallDrafts();
  const { given, target, settle } = saving();
  const chosen = drafts.choose('a', john, target);
  settle(true);
  await chosen;
  drafts.write('a', 'For John');
  void drafts.save('a', target);
  expect(given).toEqual([{ contact: john }, { contact: john, note: 'For John' }]);
});

test('without a word typed, saving logs the call and leaves its note', () => {
  const { given, target } = saving(logged('From the widget'));
  void createCallDrafts().save('a', target);
  expect(given).toEqual([{}]);
});

test('the note shows what is logged until one types, and again when something else is', async () => {
  const drafts = createCallDrafts();
  const { target, settle } = saving(logged('One'));
  const shown = (log: LogState): string => shownNote(drafts.of('a').value, log);
  expect(shown(logged())).toBe('');
  expect(shown(logged('One'))).toBe('One');
  drafts.write('a', 'One and two');
  expect(shown(logged('One'))).toBe('One and two');
  const saved = drafts.save('a', target);
  settle(true);
  await saved;
  // The log may tell of it a moment later.
  expect(shown(logged('One'))).toBe('One and two');
  expect(shown(logged('From the widget'))).toBe('From the widget');
  drafts.write('a', 'Three');
  expect(shown(logged('From the widget'))).toBe('Three');
});

test('what could not be saved, or was typed on meanwhile, is a draft still', async () => {
  const drafts = createCallDrafts();
  const { target, settle } = saving();
  drafts.write('a', 'One');
  const failed = drafts.save('a', target);
  settle(false);
  await failed;
  expect(drafts.of('a').value).toEqual({ note: 'One' });
  const late = drafts.save('a', target);
  drafts.write('a', 'One and two');
  settle(true);
  await late;
  expect(drafts.of('a').value).toEqual({ note: 'One and two' });
});

test('drafts of calls long gone are forgotten', () => {
  const drafts = createCallDrafts();
  for (let at = 0; at <= 100; at += 1) drafts.write(`call-${at}`, 'x');
  expect(drafts.of('call-0').value).toEqual({});
  expect(drafts.of('call-100').value).toEqual({ note: 'x' });
});
