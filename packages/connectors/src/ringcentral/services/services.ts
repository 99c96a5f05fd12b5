import { fields, stripTokens, text } from '../read.js';
import { nameOf, type RingCentralFrame } from '../wire.js';
import { accountRoutes } from './accountRoutes.js';
import { activityRoutes } from './activityRoutes.js';
import { callLogRoutes } from './callLogRoutes.js';
import { contactRoutes } from './contactRoutes.js';
import { createDesk, ok, type Routes } from './desk.js';
import { inviteRoutes } from './inviteRoutes.js';
import { watchLifetime } from './lifetime.js';
import { messageLogRoutes } from './messageLogRoutes.js';
import { authorizationOf, hasSettings, registrations } from './registration.js';
import type { ServicePath } from './service.js';
import type { ServiceContext } from './serviceContext.js';
import { wireSettings } from './settings.js';
import { fetchUnlogged } from './unlogged.js';
import { withoutTokens } from './withoutTokens.js';

/** The host's services at work. */
export interface Services {
  /** Hears all that the widget says. */
  receive(frame: RingCentralFrame): void;
  close(): void;
}

/** The valid answers that say nothing; elsewhere that is `ok`. */
const empty: Readonly<Partial<Record<ServicePath, unknown>>> = {
  contactsPath: [],
  contactSearchPath: [],
  activitiesPath: [],
  contactMatchPath: {},
  callLogEntityMatcherPath: {},
  messageLogEntityMatcherPath: {},
};

/**
 * Registers with the widget what the host provides, answers what it asks, and tells it what has changed in the host.
 */
export function linkServices(context: ServiceContext): Services {
  const { provide, service, profile, send, emit } = context;
  const desk = createDesk(context);
  const routes: Routes = {
    ...activityRoutes(context, desk),
    ...callLogRoutes(context, desk),
    ...messageLogRoutes(context, desk),
    ...accountRoutes(context, desk),
    ...inviteRoutes(context, desk),
    ...contactRoutes(context, desk),
  };
  const pathNames = Object.keys(service.paths) as ServicePath[];
  const starts = watchLifetime(profile);
  const unlogged = fetchUnlogged(context, desk);
  let registered = false;
  let toldSettings = false;

  function register(anew: boolean): void {
    registered = true;
    toldSettings = hasSettings(context);
    for (const frame of registrations(context, routes, anew)) send(frame);
  }

  function answer(frame: RingCentralFrame): void {
    const id = text(frame['requestId']) ?? '';
    const path = text(frame['path']) ?? '';
    // Where nothing is provided, whatever the widget asks is asked of a service of the page's own.
    if (Object.keys(routes).length === 0 || !desk.isNew(id)) return;
    const name = pathNames.find((each) => service.paths[each] === path);
    const route = name && routes[name];
    try {
      const raw = fields(frame['body']);
      if (route?.({ id, raw, body: fields(withoutTokens(raw)) })) return;
    } catch {
      // It holds what no window can send, or holds it too deep.
    }
    const data = (name && empty[name]) ?? ok.data;
    desk.post(id, name === 'contactsPath' ? { data, nextPage: null, syncTimestamp: null } : { data });
    emit([
      route
        ? { type: 'protocol.rejected', reason: 'malformed', count: 1 }
        : { type: 'protocol.unknown', name: stripTokens(path).slice(0, 100) },
    ]);
  }

  const leave = [
    provide.authorization?.status.listen(() => {
      if (registered) send({ type: 'rc-adapter-update-authorization-status', ...authorizationOf(context) });
    }),
    provide.settings?.values.listen((settings) => {
      if (!registered) return;
      // The widget of 2019 learns of them from registrations alone, and each from the first that has any.
      if (profile === '2019' || !toldSettings) register(false);
      else
        send({ type: 'rc-adapter-update-third-party-settings', settings: wireSettings(settings, profile) });
    }),
  ];
  const changes = provide.contacts?.changes$?.subscribe({
    next() {
      const hears = registered && profile === 'current' && routes.contactsPath;
      if (hears) send({ type: 'rc-adapter-sync-third-party-contacts' });
    },
    // The client has heard of it, too.
    error() {},
  });

  return {
    receive(frame) {
      if (starts(frame)) register(true);
      if (nameOf(frame) === 'post-message-request') answer(frame);
      else unlogged.receive(frame);
    },
    close() {
      for (const each of leave) each?.();
      changes?.unsubscribe();
      unlogged.close();
      desk.close();
    },
  };
}
