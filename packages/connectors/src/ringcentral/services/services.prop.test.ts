import type { Contact } from '@offhook/core';
import * as fc from 'fast-check';
import { Subject } from 'rxjs';
import { property } from '../testing/property.js';
import { serving } from '../testing/service.js';

const contact = (id: string): Contact => ({ id, source: 'crm', name: id, phones: [], emails: [] });

type Step =
  | { readonly type: 'ask'; readonly path: 'search' | 'match' | 'logged'; readonly keys: readonly string[] }
  | { readonly type: 'again' | 'give' | 'end' | 'fail'; readonly which: number }
  | { readonly type: 'wait'; readonly ms: number };

const number = fc.constantFrom('+1', '+2', '(03) 4', '__proto__', 'constructor', '');

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('ask' as const),
    path: fc.constantFrom('search' as const, 'match' as const, 'logged' as const),
    keys: fc.array(number, { maxLength: 4 }),
  }),
  fc.record({
    type: fc.constantFrom('again' as const, 'give' as const, 'end' as const, 'fail' as const),
    which: fc.nat(9),
  }),
  fc.record({ type: fc.constant('wait' as const), ms: fc.nat(40_000) }),
);

/** A handler that answers when the test says so, in any order. */
function pending() {
  const waiting: { readonly keys: readonly string[]; readonly found: Subject<never> }[] = [];
  return {
    waiting,
    ask(keys: string | readonly string[]): Subject<never> {
      const found = new Subject<never>();
      waiting.push({ keys: [keys].flat(), found });
      return found;
    },
  };
}

const paths = { search: '/contacts/search', match: '/contacts/match', logged: '/callLogger/match' };

describe('requests in any order, asked and answered however often', () => {
  property(
    'each gets one answer in time, with keys that it asked for',
    fc.array(step, { maxLength: 40 }),
    (steps) => {
      const handlers = { search: pending(), match: pending(), logged: pending() };
      const { say, answers, clock, phone } = serving({
        provide: {
          contacts: { search: handlers.search.ask, match: handlers.match.ask },
          callLog: { write: () => {}, match: handlers.logged.ask },
        },
      });
      const asked: {
        readonly id: string;
        readonly frame: object;
        readonly keys: readonly string[];
        readonly path: string;
      }[] = [];

      for (const each of steps) {
        if (each.type === 'wait') clock.advance(each.ms);
        else if (each.type === 'ask') {
          const id = `r${asked.length}`;
          const body = { searchString: each.keys.join(), phoneNumbers: each.keys, sessionIds: each.keys };
          const frame = { type: 'rc-post-message-request', requestId: id, path: paths[each.path], body };
          asked.push({ id, frame, keys: each.keys, path: each.path });
          say(frame);
        } else if (each.type === 'again') {
          const { frame } = asked[each.which] ?? {};
          if (frame) say(frame);
        } else {
          for (const [name, { waiting }] of Object.entries(handlers)) {
            const { keys, found } = waiting[each.which] ?? {};
            if (!keys || !found) continue;
            const matches = Object.fromEntries(keys.slice(0, 2).map((key) => [key, [contact(key || 'x')]]));
            if (each.type === 'give') found.next((name === 'search' ? keys.map(contact) : matches) as never);
            else if (each.type === 'end') found.complete();
            else found.error(new Error('down'));
          }
        }
      }
      clock.advance(600_000);

      for (const { id, keys, path } of asked) {
        const given = answers(id) as readonly { readonly data: object }[];
        expect(given).toHaveLength(1);
        const [{ data } = { data: {} }] = given;
        if (path === 'search') expect(Array.isArray(data)).toBe(true);
        else for (const key of Object.keys(data)) expect(keys).toContain(key);
      }
      phone.close();
      expect(clock.pending).toBe(0);
    },
  );
});
