import type { Answer, Ask, CallLogEntry, CallLogFacts, LoggedEntries } from '@offhook/core';
import { from, isObservable, merge, type Observable } from 'rxjs';
import { callLogFacts } from './callLogFacts.js';
import { ok, type Desk, type Routes } from './desk.js';
import { entryOf, loggedEntry } from './loggedEntry.js';
import { createMatcher } from './matcher.js';
import type { ServiceContext } from './serviceContext.js';

const asObservable = <T>(answer: Answer<T>): Observable<T> =>
  isObservable(answer) ? answer : from(Promise.resolve(answer));

/** Writes a call: into the log, else into the host's system as it is; nothing where there is neither. */
export function callWriter(
  context: ServiceContext,
): ((facts: CallLogFacts, ask: Ask) => Answer<unknown>) | undefined {
  const { log, provide } = context;
  const write = provide.callLog?.write;
  if (log) return (facts) => log.call(facts);
  return (
    write &&
    ((facts, ask) => {
      const nothing: Pick<CallLogEntry, 'direction' | 'remote' | 'recordings'> = {
        direction: 'inbound',
        remote: {},
        recordings: [],
      };
      return write({ ...nothing, ...entryOf(context, facts.vendorIds[0], facts) }, ask);
    })
  );
}

/** Which calls are logged: by the host's own system, and by the log on its own. */
function callMatcher({ provide, log, connector }: ServiceContext) {
  const match = provide.callLog?.match;
  if (!log) return match;
  const logged = (ids: readonly string[]): Promise<LoggedEntries> => log.logged(connector, ids);
  return match
    ? (ids: readonly string[], ask: Ask): Observable<LoggedEntries> =>
        merge(asObservable(match(ids, ask)), logged(ids))
    : logged;
}

/** Calls that the person or the widget itself logs, and which ones are logged. */
export function callLogRoutes(context: ServiceContext, desk: Desk): Routes {
  const { profile, send, clock } = context;
  const write = callWriter(context);
  const match = callMatcher(context);
  return {
    ...(write && {
      callLoggerPath(request) {
        const facts = callLogFacts(request.body, request.raw, context);
        return (
          !!facts &&
          desk.answer(request, 'callLoggerPath', {
            handler: 'callLog.write',
            ask: (ask) => write(facts, ask),
            respond: () => ok,
          })
        );
      },
    }),
    ...(match && {
      callLogEntityMatcherPath: createMatcher(desk, {
        path: 'callLogEntityMatcherPath',
        handler: 'callLog.match',
        keys: 'sessionIds',
        clock,
        match,
        toWire: loggedEntry,
        again:
          profile === 'current'
            ? (sessionIds) => send({ type: 'rc-adapter-trigger-call-logger-match', sessionIds })
            : undefined,
      }),
    }),
  };
}
