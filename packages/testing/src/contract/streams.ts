import {
  agentControls,
  callControls,
  callDuration,
  dialer,
  threadControls,
  type Current,
  type Offhook,
  type StreamName,
} from '@offhook/core';
import { demandSame } from './demand.js';

/** Where the core has what a stream of a binding is to show. */
type Source = (client: Offhook, id: string | undefined) => Current<unknown>;

const sources: Readonly<Record<StreamName, Source>> = {
  calls: ({ calls }) => calls.all,
  callIds: ({ calls }) => calls.ids,
  call: (client, id) => callControls(client, id).state,
  incomingCalls: ({ incomingCalls }) => incomingCalls,
  recentCalls: ({ recentCalls }) => recentCalls,
  callDuration: (client, id) => callDuration(client, id),
  dialer: (client) => dialer(client).state,
  agent: (client) => agentControls(client).state,
  connection: ({ connection }) => connection,
  capabilities: ({ capabilities }) => capabilities,
  inbox: ({ inbox }) => inbox.all,
  thread: (client, id) => threadControls(client, id ?? '').state,
};

/** Every stream's name. */
export const streamNames = Object.keys(sources) as readonly StreamName[];

/** The core's own Current behind a stream. */
export const sourceOf = (client: Offhook, name: StreamName, id?: string): Current<unknown> =>
  sources[name](client, id);

/** Streams that come with controls: an object made for each reader, so that only what it says can be compared. */
const withControls: readonly StreamName[] = ['call', 'dialer', 'agent', 'thread'];

/** Throws unless a reader shows this very value; of a stream with controls, unless it says the same. */
export function demandShows(name: StreamName, shown: unknown, expected: unknown, what: string): void {
  if (!withControls.includes(name)) {
    demandSame(shown, expected, what);
    return;
  }
  for (const [key, value] of Object.entries(expected as object)) {
    const told = (shown as Readonly<Record<string, unknown>>)[key];
    if (key === 'can' || key === 'agent')
      demandSame(JSON.stringify(told), JSON.stringify(value), `${what}: ${key}`);
    else demandSame(told, value, `${what}: ${key}`);
  }
}
