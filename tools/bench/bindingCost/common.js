import { createOffhook } from '@offhook/core';

export const rows = 1_000;
export const changes = 1_000;
export const hot = 500;

const numberOf = (index) => `+1216532${String(index).padStart(4, '0')}`;

/** What a row shows of its call. */
export const rowText = (call) => `${call.remote.number} ${call.queue ?? ''}`;

/** Ours: a client with a thousand calls, of which one can be changed. */
export function oursWithRows() {
  let context;
  const phone = createOffhook({
    connectors: [
      {
        id: 'bench',
        name: 'Bench',
        commands: { 'call.hangUp': true, 'call.hold': true, 'call.mute': true },
        connect: (given) => {
          context = given;
          return { send() {}, close() {} };
        },
      },
    ],
  });
  const reports = Array.from({ length: rows }, (_, index) => ({
    type: 'call',
    ids: [`${index}`],
    state: 'active',
    direction: 'inbound',
    remote: { number: numberOf(index) },
  }));
  context.emit([{ type: 'connection', status: 'ready' }, ...reports]);
  return { phone, change: (text) => context.emit([{ type: 'call', ids: [`${hot}`], queue: text }]) };
}

/** The peer's data, the newest first as ours are: one thing for each row, made by the framework's own means. */
export function peerWithRows(make, set) {
  const entries = new Map(
    Array.from({ length: rows }, (_, index) => {
      const call = { id: `${index}`, remote: { number: numberOf(index) }, queue: '' };
      return [call.id, { call, own: make(call) }];
    }).reverse(),
  );
  return {
    ids: [...entries.keys()],
    get: (id) => entries.get(id).own,
    change(text) {
      const entry = entries.get(`${hot}`);
      entry.call = { ...entry.call, queue: text };
      set(entry.own, entry.call);
    },
  };
}

/** The peer's data again, told by a client as ours is: what is left between the two is the binding alone. */
export function peerOnClient(make, set) {
  const { phone, change } = oursWithRows();
  const entries = new Map();
  for (const id of phone.calls.ids.value) {
    const call = phone.calls.get(id);
    const own = make(call.value);
    call.listen((now) => set(own, now));
    entries.set(id, own);
  }
  return { ids: [...entries.keys()], get: (id) => entries.get(id), change };
}

/** How often rows have been shown, by side: the row that changes, once a change, and no other. */
export const renders = {};

/** An element of the page for one side. */
export function place(name) {
  const element = document.createElement('ul');
  element.id = name;
  document.body.append(element);
  renders[name] = 0;
  return element;
}

/**
 * `change(name)` changes one row of a side a thousand times, and has each change shown by itself.
 *
 * @param {Record<string, { change: (text: string) => void }>} sides
 * @param {(change: () => void, name: string) => unknown} show makes one change, and has the framework show it
 */
export function serve(sides, show) {
  let round = 0;
  globalThis.sides = Object.keys(sides);
  globalThis.change = async (name) => {
    const { change } = sides[name];
    round += 1;
    const before = renders[name];
    for (let index = 0; index < changes; index += 1) {
      const shown = show(() => change(`${round}/${index}`), name);
      // A framework that shows at once is not made to wait.
      if (shown instanceof Promise) await shown;
    }
    const row = document.querySelectorAll(`#${name} li`)[rows - 1 - hot];
    const text = row === undefined ? 'nothing' : row.textContent;
    if (!text.trim().endsWith(`${round}/${changes - 1}`)) throw new Error(`The row shows “${text}”.`);
    if (renders[name] - before !== changes)
      throw new Error(`${renders[name] - before} renders for ${changes} changes.`);
    return changes;
  };
}
