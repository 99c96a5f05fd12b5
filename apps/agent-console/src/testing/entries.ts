import type { AgentRef, DeskChat, EntryBody } from '@offhook/livechat';
import type { DeskEntry } from '../desk/wire/readEntry.js';

export const ann: AgentRef = { id: 'ann', name: 'Ann' };
export const bob: AgentRef = { id: 'bob', name: 'Bob' };

/** An entry with this number; its id and time follow from it. */
export const entry = (seq: number, body: EntryBody, id = `e${seq}`): DeskEntry => ({
  ...body,
  seq,
  id,
  time: new Date(Date.UTC(2026, 0, 1, 12, 0, seq)).toISOString(),
});

/** The log of a chat that Ann has accepted, with what comes after. */
export const begun = (...rest: readonly EntryBody[]): readonly DeskEntry[] =>
  [
    { type: 'start', details: { eCustName: 'Ada' } } as const,
    { type: 'connect', agent: ann, how: 'accept' } as const,
    ...rest,
  ].map((body, place) => entry(place + 1, body));

export const fromAda = (msg: string): EntryBody => ({ type: 'msg', by: 'c', msg });

export const fromAnn = (msg: string): EntryBody => ({ type: 'msg', by: 'a', msg, agent: ann });

/** A chat as the desk shows it. */
export const shown = (sid: string, more: Partial<DeskChat> = {}): DeskChat => ({
  sid,
  state: 'connected',
  name: 'Ada',
  topic: 'Cards',
  since: '2026-01-01T12:00:00.000Z',
  agents: [ann],
  attached: true,
  ...more,
});
