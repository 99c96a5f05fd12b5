import { ringCentral } from '@offhook/connectors/ringcentral';
import { createOffhook, type CallLogEntry } from '@offhook/core';
import { logbook } from '@offhook/logbook';
import { tabs } from '@offhook/tabs';

/** An agent's page without a face: the softphone, and every call logged in the host's CRM. */
export interface AgentDesk {
  readonly ready: () => boolean;
  readonly leads: () => boolean;
  /** How many writes wait, over all tabs. */
  readonly waiting: () => number;
  /** Notes something for the call with this number; false where this tab knows none. Resolves when it is kept. */
  readonly note: (number: string, note: string) => Promise<boolean>;
}

declare global {
  interface Window {
    readonly sawCall: (number: string) => void;
    desk: AgentDesk;
  }
}

const query = new URLSearchParams(location.search);
const session = query.get('session') ?? '';
const widget = query.get('widget') ?? '';

async function write(entry: CallLogEntry, { signal }: { readonly signal: AbortSignal }): Promise<void> {
  const { key, connector, contact, local: _, recordings, ...facts } = entry;
  const body = {
    ...facts,
    session,
    vendor: connector,
    recordings: recordings.map(({ fetch: _, ...recording }) => recording),
    ...(contact ? { contactId: contact.id } : {}),
  };
  const response = await fetch(`/crm/logs/${encodeURIComponent(key)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok) throw new Error(`The CRM says ${response.status} ${await response.text()}`);
}

const mine = tabs({ name: session });
const phone = createOffhook({
  connectors: [ringCentral({ url: widget, service: { name: 'TestService', recordingWithToken: true } })],
  provide: { callLog: { write } },
  log: logbook({ tabs: mine, name: session, backoff: { firstMs: 200, maxMs: 2_000 } }),
  tabs: mine,
});

phone.on('call.added', ({ call }) => window.sawCall(call.remote.number ?? call.id));
phone.on('error', ({ error, handler }) => console.log(handler, error.message, String(error.cause)));

window.desk = {
  ready: () => phone.connection.value.status === 'ready',
  leads: () => mine.leader.value,
  waiting: () => phone.log?.pending.value ?? 0,
  async note(number, note) {
    const known = [...phone.calls.all.value, ...phone.recentCalls.value];
    const call = known.find(({ remote }) => remote.number === number);
    if (!call) return false;
    await phone.log?.annotate(call.id, { note });
    return true;
  },
};
