import { memo, useInsertionEffect, type ComponentType, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { act, render } from '@testing-library/react';
import type { EventType, Offhook, OffhookEvent, StreamName, StreamValues } from '@offhook/core';
import type { BindingDriver, MountedStream } from '@offhook/testing';
import { OffhookProvider, PaneHost, SoftphoneFrame, useCall, useCallIds, useOffhookEvent } from '../index.js';
import { emptyLog, Probe, type Log } from './probe.js';
import { whileListeningToErrors } from './whileListeningToErrors.js';

/** The value that was committed last. */
function last<T>({ committed }: Log<T>): T {
  if (committed.length === 0) throw new Error('The component has shown nothing yet.');
  // It may well be `undefined`.
  return committed.at(-1) as T;
}

interface RowLog {
  /** One for each commit of the list. */
  readonly list: true[];
  readonly rows: Map<string, number>;
  readonly states: Map<string, string | undefined>;
}

const Row = memo(function Row({ id, log }: { readonly id: string; readonly log: RowLog }): ReactNode {
  const { call } = useCall(id);
  useInsertionEffect(() => {
    log.rows.set(id, (log.rows.get(id) ?? 0) + 1);
    log.states.set(id, call?.state);
  });
  useInsertionEffect(() => () => void log.states.delete(id), [id, log]);
  return <li>{call?.state}</li>;
});

function List({ log }: { readonly log: RowLog }): ReactNode {
  const ids = useCallIds();
  useInsertionEffect(() => {
    log.list.push(true);
  });
  return (
    <ul>
      {ids.map((id) => (
        <Row key={id} id={id} log={log} />
      ))}
    </ul>
  );
}

function Handler({
  type,
  handler,
}: {
  readonly type: EventType;
  readonly handler: (event: OffhookEvent) => void;
}): ReactNode {
  useOffhookEvent(type, handler);
  return null;
}

/** Lets what a component asked the host for as it was mounted be answered. */
const answered = (): Promise<void> => act(async () => {});

/** Drives the React binding for the contract, within StrictMode or whatever is given. */
export function reactDriver(Mode: ComponentType<{ readonly children: ReactNode }>): BindingDriver {
  const within = (client: Offhook, children: ReactNode): ReactNode => (
    <Mode>
      <OffhookProvider client={client}>{children}</OffhookProvider>
    </Mode>
  );

  async function mount<N extends StreamName>(
    from: Offhook,
    name: N,
    firstId?: string,
  ): Promise<MountedStream<StreamValues[N]> & { swap(client: Offhook): Promise<void> }> {
    const log = emptyLog<StreamValues[N]>();
    let client = from;
    let id = firstId;
    const show = (): ReactNode => within(client, <Probe name={name} id={id} log={log} />);
    const { rerender, unmount } = render(show());
    await answered();
    const first = log.committed.length;
    return {
      current: () => last(log),
      updates: () => log.committed.length - first,
      async setId(next) {
        id = next;
        rerender(show());
        await answered();
      },
      async swap(next) {
        client = next;
        rerender(show());
        await answered();
      },
      unmount,
    };
  }

  return {
    mount,
    mountAndSwap: mount,
    mountWithoutClient: (name) =>
      whileListeningToErrors(() => render(<Probe name={name} log={emptyLog()} />)).result,
    mountHandler(client, type, handler) {
      const show = (given: typeof handler): ReactNode =>
        within(client, <Handler type={type} handler={given} />);
      const { rerender, unmount } = render(show(handler));
      return { setHandler: (next) => rerender(show(next)), unmount };
    },
    mountRows(client) {
      const log: RowLog = { list: [], rows: new Map(), states: new Map() };
      const { unmount } = render(within(client, <List log={log} />));
      const first = { list: log.list.length, rows: new Map(log.rows) };
      return {
        listUpdates: () => log.list.length - first.list,
        rowUpdates: () =>
          new Map([...log.rows].map(([id, count]) => [id, count - (first.rows.get(id) ?? 0)])),
        shown: (id) => log.states.get(id),
        unmount,
      };
    },
    mountFrame(client, connector, { openOn } = {}) {
      const { container, unmount } = render(
        within(client, <SoftphoneFrame connector={connector} openOn={openOn} />),
      );
      const element = container.firstElementChild;
      if (!(element instanceof HTMLElement)) throw new Error('SoftphoneFrame has made no element.');
      return { element, unmount };
    },
    mountPaneHost(client, labels) {
      const { container, unmount } = render(within(client, <PaneHost labels={labels} />));
      return { element: container, unmount };
    },
    act: (work) => act(async () => void (await work())),
    renderOnServer<N extends StreamName>(client: Offhook, name: N, id?: string) {
      const log = emptyLog<StreamValues[N]>();
      renderToString(within(client, <Probe name={name} id={id} log={log} />));
      if (log.rendered.length === 0) throw new Error('The server has shown nothing.');
      return log.rendered[0] as StreamValues[N];
    },
    async hydrate<N extends StreamName>(server: Offhook, page: Offhook, name: N, id?: string) {
      const log = emptyLog<StreamValues[N]>();
      const container = document.createElement('div');
      document.body.append(container);
      container.innerHTML = renderToString(within(server, <Probe name={name} id={id} log={emptyLog()} />));
      const recovered: string[] = [];
      const { result, errors } = whileListeningToErrors(() =>
        act(() =>
          hydrateRoot(container, within(page, <Probe name={name} id={id} log={log} />), {
            onRecoverableError: (error) => recovered.push(String(error)),
          }),
        ),
      );
      await answered();
      const root = await Promise.resolve(result);
      if (log.committed.length === 0) throw new Error('Hydration has shown nothing.');
      const first = log.committed[0] as StreamValues[N];
      return {
        first,
        current: () => last(log),
        complaints: [...errors, ...recovered],
        unmount() {
          act(() => root.unmount());
          container.remove();
        },
      };
    },
  };
}
