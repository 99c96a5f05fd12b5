import { createContext, memo, useCallback, useContext, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { OffhookProvider, useCall, useCallIds } from '@offhook/react';
import { oursWithRows, peerOnClient, peerWithRows, place, renders, rowText, serve } from './common.js';

function ours() {
  const { phone, change } = oursWithRows();
  const Row = memo(function Row({ id }) {
    const { call } = useCall(id);
    renders.ours += 1;
    return <li>{rowText(call)}</li>;
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
    change,
  };
}

/** A store as one writes it by hand: a set of listeners for each entity, and nothing else. */
const handWritten = (withRows) =>
  withRows(
    (call) => ({ call, listeners: new Set() }),
    (entity, call) => {
      entity.call = call;
      for (const listener of entity.listeners) listener();
    },
  );

function useEntity(entity) {
  const subscribe = useCallback(
    (listener) => {
      entity.listeners.add(listener);
      return () => entity.listeners.delete(listener);
    },
    [entity],
  );
  const snapshot = () => entity.call;
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

/** The peer: a hook by hand, which finds its store as ours does, in a context. */
function peer(name, withRows) {
  const store = handWritten(withRows);
  const context = createContext(undefined);
  const Row = memo(function Row({ id }) {
    const call = useEntity(useContext(context).get(id));
    renders[name] += 1;
    return <li>{rowText(call)}</li>;
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
  const store = handWritten(peerWithRows);
  const Row = memo(function Row({ id }) {
    const call = useEntity(store.get(id));
    renders.module += 1;
    return <li>{rowText(call)}</li>;
  });
  const List = () => store.ids.map((id) => <Row key={id} id={id} />);
  return { element: <List />, change: store.change };
}

const sides = {
  ours: ours(),
  client: peer('client', peerOnClient),
  peer: peer('peer', peerWithRows),
  module: peerWithoutContext(),
};
for (const [name, { element }] of Object.entries(sides)) {
  const root = createRoot(place(name));
  flushSync(() => root.render(element));
}
serve(sides, (change) => flushSync(change));
