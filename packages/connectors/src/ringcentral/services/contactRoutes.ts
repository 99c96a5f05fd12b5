import type { Contact, ContactPage } from '@offhook/core';
import { amount, fields, listOf, text, type Fields } from '../read.js';
import type { Desk, Routes } from './desk.js';
import { createMatcher } from './matcher.js';
import type { ServiceContext } from './serviceContext.js';
import { answered, toWire } from './wireContact.js';

/** One run through all pages, which the widget makes with one time stamp. */
interface Run {
  /** As of when the contacts are complete: told with each page, since the widget keeps that of the first (S1-22). */
  readonly at: number;
  /** What the handler is asked with: nothing for all contacts. */
  readonly since: number | undefined;
}

/** Contacts page by page, and those that fit what somebody types. */
export function contactRoutes(
  { provide, service, clock, profile, send }: ServiceContext,
  desk: Desk,
): Routes {
  const { sync, search, match } = provide.contacts ?? {};
  let run: Run | undefined;
  /** A run that has lost a page: the next one begins where it began, though the widget has a later time stamp. */
  let lost: Run | undefined;

  function wire(handler: 'contacts.sync' | 'contacts.search', contacts: unknown): readonly Fields[] {
    const all = answered(contacts);
    const found = all.flatMap((each) => listOf(toWire(each, service.name)));
    desk.leftOut(handler, all.length - found.length);
    return found;
  }

  /** Of a page that didn't come the widget keeps what it has: a page that it takes for complete would empty it. */
  function respond(
    page: number,
    stamp: number | undefined,
    mine: Run,
    given: ContactPage | undefined,
  ): Fields {
    if (given === undefined) {
      lost = mine;
      return { data: [], nextPage: null, syncTimestamp: page > 1 ? mine.at : (stamp ?? null) };
    }
    const { contacts, nextPage } = fields(given);
    const next = amount(nextPage);
    if ((nextPage ?? undefined) !== undefined && !(next && next > page)) {
      throw new TypeError('The next page has a higher number.');
    }
    const data = wire('contacts.sync', contacts);
    if (page === 1) {
      run = { ...mine, at: amount(given.at) ?? mine.at };
      lost = undefined;
    }
    return {
      // Without a time stamp the widget replaces all that it has, and knows nothing of deleted ones.
      data: stamp ? data : data.filter(({ deleted }) => !deleted),
      nextPage: next ?? null,
      syncTimestamp: (run ?? mine).at,
    };
  }

  return {
    ...(sync && {
      contactsPath(request) {
        const { page: asked, syncTimestamp } = request.body;
        const page = amount(asked) ?? 1;
        const stamp = amount(syncTimestamp);
        if (page === 1) run = undefined;
        const from = page === 1 ? lost : run;
        const since = from ? from.since : stamp;
        const mine: Run = run ?? { at: clock.now(), since };
        return desk.answer<ContactPage>(request, 'contactsPath', {
          handler: 'contacts.sync',
          ask: (ask) => sync({ page, ...(since !== undefined && { since }) }, ask),
          respond: (given) => respond(page, stamp, mine, given),
        });
      },
    }),
    ...(search && {
      contactSearchPath(request) {
        const typed = text(request.body['searchString']);
        return (
          !!typed &&
          desk.answer<readonly Contact[]>(request, 'contactSearchPath', {
            handler: 'contacts.search',
            ask: (ask) => search(typed, ask),
            respond: (found = []) => ({ data: wire('contacts.search', found) }),
          })
        );
      },
    }),
    ...(match && {
      contactMatchPath: createMatcher(desk, {
        path: 'contactMatchPath',
        handler: 'contacts.match',
        keys: 'phoneNumbers',
        clock,
        match,
        toWire: (each) => toWire(each, service.name),
        again:
          profile === 'current'
            ? (phoneNumbers) => send({ type: 'rc-adapter-trigger-contact-match', phoneNumbers })
            : undefined,
      }),
    }),
  };
}
