import type { EntryBody } from '@offhook/livechat';
import { ann, entry } from '../../testing/entries.js';
import { lineText } from './lineText.js';

test.each<[EntryBody, string | undefined]>([
  [{ type: 'connect', agent: ann, how: 'accept' }, 'Ann joined.'],
  [{ type: 'connect', agent: ann, how: 'invite' }, 'Ann joined by invitation.'],
  [{ type: 'disconnect', agent: ann, how: 'leave', text: 'Bye' }, 'Ann left: Bye'],
  [{ type: 'disconnect', agent: ann, how: 'lost' }, 'Ann lost the connection and left.'],
  [{ type: 'disconnect', agent: ann, how: 'end' }, undefined],
  [
    { type: 'callback', by: 'c', ok: true, number: '+65 1' },
    'Callback to +65 1 recorded, asked for by the customer.',
  ],
  [{ type: 'callback', by: 'a', ok: false }, 'Callback not recorded: that is no telephone number.'],
  [{ type: 'notice', code: 'TimedOutInQueue' }, 'The customer has waited too long.'],
  [{ type: 'end', by: 'client', reason: 'done' }, 'The customer ended the chat. Reason: done'],
  [{ type: 'end', by: 'server', why: 'vanished' }, 'The customer didn’t come back: the chat has ended.'],
  [{ type: 'msg', by: 'c', msg: 'x' }, undefined],
])('%j', (body, text) => {
  expect(lineText(entry(1, body))).toBe(text);
});
