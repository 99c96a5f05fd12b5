import type { EventBody } from './model/event.js';
import type { LogState } from './model/log.js';
import { portHandlers, type ContactsPort } from './ports/contacts.js';
import type { LogContext, LogLink, LogPort } from './ports/log.js';
import type { PanesPort } from './panes.js';
import type { Provide } from './ports/provide.js';
import { onlyTab, type TabsPort } from './ports/tabs.js';
import { attempt } from './stream/attempt.js';

/** What the host page brings along, as far as it was given. */
export interface HostOptions {
  /** What the host answers when a vendor asks. Nothing unless given. */
  readonly provide?: Provide;
  /** Where calls and messages are logged, such as `logbook()`; without it what a vendor wants logged goes to `provide` as it comes. */
  readonly log?: LogPort;
  /** The other tabs of this app, such as `tabs()`; this one is alone unless given. */
  readonly tabs?: TabsPort;
  /** Who a number belongs to; `provide.contacts.match` unless given. */
  readonly contacts?: ContactsPort;
  /** Which pages are shown for which calls, such as `paneRules()`. None unless given. */
  readonly panes?: PanesPort;
}

/** The host page's part, at work. */
export interface Host {
  readonly provide: Provide;
  readonly log: LogLink | undefined;
  readonly tabs: TabsPort;
  close(): void;
}

/** What it needs of the client. */
interface HostContext extends Pick<LogContext, 'clock' | 'events$' | 'call' | 'isLasting' | 'recyclesIds'> {
  readonly logged: (id: string, log: LogState) => void;
  readonly tell: (events: readonly EventBody[]) => void;
}

/** Starts what the host page brings along, and tells of what changes in it. */
export function connectHost(options: HostOptions, { tell, logged, ...context }: HostContext): Host {
  const { provide: given = {}, contacts, tabs = onlyTab() } = options;
  const provide: Provide = contacts
    ? { ...given, contacts: { ...portHandlers(contacts), ...given.contacts } }
    : given;
  const log = options.log?.connect({
    ...context,
    provide,
    told: logged,
    failed: (handler, error) => tell([{ type: 'error', handler, error }]),
  });
  const leave = [
    provide.authorization?.status.listen((authorization) =>
      tell([{ type: 'authorization.changed', authorization }]),
    ),
    provide.settings?.values.listen((settings) => tell([{ type: 'settings.changed', settings }])),
  ];
  const changes = provide.contacts?.changes$?.subscribe(() => tell([{ type: 'contacts.changed' }]));
  return {
    provide,
    log,
    tabs,
    close() {
      for (const each of leave) each?.();
      changes?.unsubscribe();
      attempt(() => log?.close());
    },
  };
}
