import type { Answer, Ask, MessageLogFacts } from '@offhook/core';
import { ok, type Desk, type Routes } from './desk.js';
import { entryOf, loggedEntry } from './loggedEntry.js';
import { createMatcher } from './matcher.js';
import { messageLogFacts } from './messageLogFacts.js';
import type { ServiceContext } from './serviceContext.js';

/** Writes messages: into the log, else into the host's system as they are. Without a place in that, nowhere. */
function messageWriter(
  context: ServiceContext,
): ((facts: MessageLogFacts, ask: Ask) => Answer<unknown>) | undefined {
  const { log, provide } = context;
  const write = provide.messageLog?.write;
  if (log && write) return (facts) => log.messages(facts);
  return write && ((facts, ask) => write(entryOf(context, facts.conversationLogId, facts), ask));
}

/** Messages that the person or the widget itself logs, and which ones are logged. */
export function messageLogRoutes(context: ServiceContext, desk: Desk): Routes {
  const match = context.provide.messageLog?.match;
  const write = messageWriter(context);
  return {
    ...(write && {
      messageLoggerPath(request) {
        const facts = messageLogFacts(request.body, request.raw, context);
        return (
          !!facts &&
          desk.answer(request, 'messageLoggerPath', {
            handler: 'messageLog.write',
            ask: (ask) => write(facts, ask),
            respond: () => ok,
          })
        );
      },
    }),
    ...(match && {
      messageLogEntityMatcherPath: createMatcher(desk, {
        path: 'messageLogEntityMatcherPath',
        handler: 'messageLog.match',
        keys: 'conversationLogIds',
        clock: context.clock,
        match,
        toWire: loggedEntry,
        // The widget can't be made to ask for these again.
        again: undefined,
      }),
    }),
  };
}
