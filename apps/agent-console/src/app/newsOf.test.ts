import { deskReducer } from '../desk/deskReducer.js';
import { newDesk, type DeskState } from '../desk/deskState.js';
import { ann, begun, fromAda, shown } from '../testing/entries.js';
import { newsOf } from './newsOf.js';

const deskOf = (waiting: readonly string[], own: readonly string[]) =>
  ({
    t: 'frame',
    now: 0,
    frame: {
      t: 'desk',
      waiting: waiting.map((sid) => shown(sid, { name: sid, topic: '', state: 'queued' })),
      waitingCount: waiting.length,
      own: own.map((sid) => shown(sid, { name: sid })),
      agents: [],
    },
  }) as const;

const start = (): DeskState => deskReducer(newDesk(ann), deskOf(['ada'], ['bea', 'cy']));

test('who comes to wait is told and heard, who waited before or goes is not', () => {
  const before = start();
  const more = deskReducer(before, deskOf(['ada', 'dan'], ['bea', 'cy']));
  expect(newsOf(before, more)).toEqual({ text: '2 waiting. New: dan.', loud: true });
  expect(newsOf(more, deskReducer(more, deskOf(['dan'], ['bea', 'cy'])))).toBeUndefined();
});

test('what is said in a chat that isn’t shown is told and not heard; in the one that is, it isn’t', () => {
  const before = start();
  const said = (sid: string) =>
    deskReducer(before, {
      t: 'frame',
      now: 0,
      frame: { t: 'entries', sid, entries: begun(fromAda('Hello')) },
    });
  expect(newsOf(before, said('cy'))).toEqual({ text: 'cy: 1 unread.', loud: false });
  expect(newsOf(before, said('bea'))).toBeUndefined();
});

test('a chat that a colleague passes on is told and heard', () => {
  const before = start();
  expect(newsOf(before, deskReducer(before, deskOf(['ada'], ['bea', 'cy', 'eve'])))).toEqual({
    text: 'A chat with eve has come.',
    loud: true,
  });
});
