import { Observable } from 'rxjs';
import { select, type Collection, type Current, type Offhook } from '@offhook/core';

/** A client that can say what of it is observed. */
export interface WatchedClient {
  readonly client: Offhook;
  /** What somebody observes now, such as `focus`, `calls.get(fake:1)`, and `events` once for each handler. */
  observed(): readonly string[];
}

/** Core's Currents know whether anybody observes them; it is no part of what they promise to apps. */
const isWatched = (node: object): boolean => (node as { readonly watched?: boolean }).watched === true;

/**
 * Watches over a client's state and events: for tests that nothing is left behind.
 *
 * @example
 * const { client, observed } = watchedClient(createOffhook({ connectors: [line] }));
 * mountApp(client).unmount();
 * expect(observed()).toEqual([]);
 */
export function watchedClient(client: Offhook): WatchedClient {
  const nodes = new Map<object, string>();
  let handlers = 0;

  function watch<C extends Current<unknown>>(name: string, node: C): C {
    nodes.set(node, name);
    return node;
  }

  function watchAll<T>(name: string, { ids, all, get }: Collection<T>): Collection<T> {
    return {
      ids: watch(`${name}.ids`, ids),
      all: watch(`${name}.all`, all),
      get: (id) => watch(`${name}.get(${id})`, get(id)),
    };
  }

  if (client.log) watch('log.pending', client.log.pending);
  const { authorization, settings } = client.provide;
  const { contacts } = client;
  // The client itself observes these, too: what a component sees of them is a stream of its own.
  const apart = <T>(name: string, node: Current<T>): Current<T> =>
    watch(
      name,
      select(node, (value) => value),
    );

  return {
    client: {
      ...client,
      provide: {
        ...client.provide,
        ...(authorization && {
          authorization: { ...authorization, status: apart('authorization', authorization.status) },
        }),
        ...(settings && { settings: { ...settings, values: apart('settings', settings.values) } }),
      },
      calls: watchAll('calls', client.calls),
      inbox: watchAll('inbox', client.inbox),
      chats: watchAll('chats', client.chats),
      chatFocus: watch('chatFocus', client.chatFocus),
      messagesOf: (id) => watch(`messagesOf(${id ?? ''})`, client.messagesOf(id)),
      streamsOf: (id) => watch(`streamsOf(${id ?? ''})`, client.streamsOf(id)),
      contacts: contacts?.progress
        ? { ...contacts, progress: apart('contacts.progress', contacts.progress) }
        : contacts,
      connections: watchAll('connections', client.connections),
      agents: watchAll('agents', client.agents),
      widgets: watchAll('widgets', client.widgets),
      devices: watchAll('devices', client.devices),
      panes: watchAll('panes', client.panes),
      paneContext: watch('paneContext', client.paneContext),
      recentCalls: watch('recentCalls', client.recentCalls),
      focus: watch('focus', client.focus),
      incomingCalls: watch('incomingCalls', client.incomingCalls),
      connection: watch('connection', client.connection),
      agent: watch('agent', client.agent),
      capabilities: watch('capabilities', client.capabilities),
      events$: new Observable((subscriber) => {
        handlers += 1;
        subscriber.add(() => {
          handlers -= 1;
        });
        subscriber.add(client.events$.subscribe(subscriber));
      }),
      on(type, handler) {
        const leave = client.on(type, handler);
        let left = false;
        handlers += 1;
        return () => {
          if (!left) handlers -= 1;
          left = true;
          leave();
        };
      },
    },
    observed: () => [
      ...[...nodes].flatMap(([node, name]) => (isWatched(node) ? [name] : [])).sort(),
      ...Array.from({ length: handlers }, () => 'events'),
    ],
  };
}
