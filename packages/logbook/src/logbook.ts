import { createCurrent, OffhookError, type LogLink, type LogPort } from '@offhook/core';
import { outbox, tabs } from '@offhook/tabs';
import { openLink } from './link.js';
import type { LogbookOptions } from './options.js';

/**
 * Logs each call and each group of messages as one entry, whatever says so and in however many tabs: kept in the
 * browser until the host's system has it, over reloads and crashes. It writes with `provide.callLog.write` and
 * `provide.messageLog.write`; without them it keeps nothing.
 *
 * @example
 * const shared = tabs();
 * const provide: Provide = {
 *   callLog: { write: (entry, { signal }) => crm.put(`calls/${entry.key}`, entry, signal) },
 * };
 * const phone = createOffhook({ connectors, provide, tabs: shared, log: logbook({ tabs: shared }) });
 * await phone.log?.annotate(callId, { note: 'Wants the blue one' });
 */
export function logbook(options: LogbookOptions = {}): LogPort {
  return {
    connect(context) {
      const { callLog, messageLog } = context.provide;
      const isServer = typeof document === 'undefined' && !options.tabs?.host.hasDatabase;
      if (isServer || !(callLog || messageLog)) return inert;
      const shared = options.tabs ?? tabs();
      const link = openLink({ context, options, tabs: shared, openOutbox: outbox });
      return {
        ...link,
        close() {
          link.close();
          if (shared !== options.tabs) shared.close();
        },
      };
    },
  };
}

const inert: LogLink = {
  pending: createCurrent(0),
  call: () => Promise.resolve(),
  messages: () => Promise.resolve(),
  logged: () => Promise.resolve({}),
  annotate: () =>
    Promise.reject(new OffhookError('not-supported', 'Give createOffhook provide.callLog for this.')),
  close: () => {},
};
