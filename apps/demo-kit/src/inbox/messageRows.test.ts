import type { Thread, ThreadMessage } from '@offhook/core';
import { messageRows } from './messageRows.js';

const message = (id: string, at: number, direction: ThreadMessage['direction']): ThreadMessage =>
  ({
    id,
    at,
    direction,
    from: { number: `from-${id}` },
    to: [{ number: `to-${id}` }],
  }) as unknown as ThreadMessage;
const thread = (...messages: readonly ThreadMessage[]): Thread =>
  ({ messages, parties: [], match: { status: 'none', contacts: [] } }) as unknown as Thread;

test('all messages of all threads stand in one list, the newest first, each with the other party', () => {
  const rows = messageRows(
    [thread(message('1', 10, 'inbound'), message('2', 30, 'outbound')), thread(message('3', 20, 'inbound'))],
    '?',
  );
  expect(rows.map(({ who }) => who)).toEqual(['to-2', 'from-3', 'from-1']);
});
