import { createContext, memo, useCallback, useContext, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { createOffhook } from '@offhook/core';
import { OffhookProvider, useCall, useCallIds } from '@offhook/react';

const rows = 1_000;
const changes = 1_000;
const hot = 500;
const renders = { ours: 0, peer: 0, module: 0 };

/** Ours: the client, a list that reads the ids, and a row that reads its call. */
function ours() {
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
    remote: { number: `+1216532${String(index).padStart(4, '0')}` },
  }));
  context.emit([{ type: 'connection', status: 'ready' }, ...reports]);

  const Row = memo(function Row({ id }) {
    const { call } = useCall(id);
    renders.ours += 1;
    return (
      <li>
        {call.remote.number} {call.queue}
      </li>
    );
  });
  function List() {
    return useCallIds().map((id) => <Row key={id} id={id} />);
  }
  return {
    element: (
      <OffhookProvider client={phone}>
        <List />
      </OffhookProvider>
    ),
    change: (text) => context.emit([{ type: 'call', ids: [`${hot}`], queue: text }]),
  };
}

/** A store as one writes it by hand: a set of listeners for each entity, and nothing else. */
function handWrittenStore() {
  const calls = new Map();
  const listeners = new Map();
  const ids = Array.from({ length: rows }, (_, index) => `${index}`);
  for (const id of ids) {
    calls.set(id, { id, remote: { number: `+1216532${id.padStart(4, '0')}` }, queue: '' });
    listeners.set(id, new Set());
  }
  return {
    ids,
    get: (id) => calls.get(id),
    listen(id, listener) {
      listeners.get(id).add(listener);
      return () => listeners.get(id).delete(listener);
    },
    change(text) {
      const id = `${hot}`;
      calls.set(id, { ...calls.get(id), queue: text });
      for (const listener of listeners.get(id)) listener();
    },
  };
}

function useEntity(store, id) {
  const subscribe = useCallback((listener) => store.listen(id, listener), [store, id]);
  const snapshot = () => store.get(id);
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

/** The peer: a hook by hand, which finds its store as ours does, in a context. */
function peer() {
  const store = handWrittenStore();
  const context = createContext(undefined);
  const Row = memo(function Row({ id }) {
    const call = useEntity(useContext(context), id);
    renders.peer += 1;
    return (
      <li>
        {call.remote.number} {call.queue}
      </li>
    );
  });
  const List = () => useContext(context).ids.map((id) => <Row key={id} id={id} />);
  return {
    element: (
      <context.Provider value={store}>
        <List />
      </context.Provider>
    ),
    change: store.change,
  };
}

/** The same with one store for the whole page, in a module: no tests side by side, no server, no second client. */
function peerWithoutContext() {
  const store = handWrittenStore();
  const Row = memo(function Row({ id }) {
    const call = useEntity(store, id);
    renders.module += 1;
    return (
      <li>
        {call.remote.number} {call.queue}
      </li>
    );
  });
  const List = () => store.ids.map((id) => <Row key={id} id={id} />);
  return { element: <List />, change: store.change };
}

const sides = { ours: ours(), peer: peer(), module: peerWithoutContext() };
for (const [name, { element }] of Object.entries(sides)) {
  const list = document.createElement('ul');
  list.id = name;
  document.body.append(list);
  flushSync(() => createRoot(list).render(element));
}
let round = 0;

/** Changes one row's call a thousand times, each change committed to the page by itself. */
globalThis.change = (name) => {
  const { change } = sides[name];
  round += 1;
  const before = renders[name];
  for (let index = 0; index < changes; index += 1) flushSync(() => change(`${round}/${index}`));
  const shown = document.querySelectorAll(`#${name} li`)[name === 'ours' ? rows - 1 - hot : hot].textContent;
  if (!shown.endsWith(`${round}/${changes - 1}`)) throw new Error(`The row shows “${shown}”.`);
  if (renders[name] - before !== changes)
    throw new Error(`${renders[name] - before} renders for ${changes} changes.`);
  return changes;
};
