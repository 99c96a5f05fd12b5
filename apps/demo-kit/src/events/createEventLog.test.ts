import type { Offhook, OffhookEvent } from '@offhook/core';
import { Subject } from 'rxjs';
import { createEventLog } from './createEventLog.js';

test('the log keeps the last events, oldest first, each with a key of its own', () => {
  const events$ = new Subject<OffhookEvent>();
  const log = createEventLog({ events$ } as unknown as Offhook, 3);
  for (let at = 1; at <= 5; at += 1) {
    events$.next({ type: 'capabilities.changed', seq: 1, at, connector: 'ringcentral' });
  }
  expect(log.value.map(({ event }) => event.at)).toEqual([3, 4, 5]);
  expect(new Set(log.value.map(({ key }) => key)).size).toBe(3);
});

test('what a vendor asks is not logged, only what went wrong with it', () => {
  const events$ = new Subject<OffhookEvent>();
  const log = createEventLog({ events$ } as unknown as Offhook);
  for (const type of ['request.received', 'request.late', 'request.answered', 'request.failed'] as const) {
    events$.next({ type, handler: 'contacts.match', ms: 5, seq: 1, at: 0, connector: 'ringcentral' });
  }
  expect(log.value.map(({ event }) => event.type)).toEqual(['request.late', 'request.failed']);
});
