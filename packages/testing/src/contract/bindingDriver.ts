import type {
  AttachOptions,
  EventType,
  Offhook,
  OffhookEvent,
  PaneLabels,
  StreamName,
  StreamValues,
} from '@offhook/core';

/** What a driver may give at once or promise. */
export type Awaitable<T> = T | Promise<T>;

/** A mounted component that reads one stream. */
export interface MountedStream<T> {
  /** What it shows now. */
  current(): T;
  /** How often it has been shown anew since it was mounted. */
  updates(): number;
  /**
   * Reads another one from now on, by whatever a binding takes for an id that changes; `undefined` for the focus. For
   * `contactSearch` it is the query, for `contactMatch` the number, for `widget`, `devices` and
   * `serverStatus` the connector.
   */
  setId(id: string | undefined): Awaitable<void>;
  unmount(): Awaitable<void>;
}

/** A mounted component that handles one type of event. */
export interface MountedHandler {
  /** Gives the component another handler, as its next rendering would. */
  setHandler(handler: (event: OffhookEvent) => void): Awaitable<void>;
  unmount(): Awaitable<void>;
}

/** A mounted list that reads `callIds`, with a row for each id, which reads `call(id)`. */
export interface MountedRows {
  /** How often the list itself has been shown anew since it was mounted. */
  listUpdates(): number;
  /** How often each row has been shown anew since it was mounted, by call id. */
  rowUpdates(): ReadonlyMap<string, number>;
  /** The state that a row shows now. */
  shown(id: string): string | undefined;
  unmount(): Awaitable<void>;
}

/** A mounted softphone frame. */
export interface MountedFrame {
  /** The element that the binding made. */
  readonly element: HTMLElement;
  unmount(): Awaitable<void>;
}

/** A mounted host of panes. */
export interface MountedPaneHost {
  /** What it was mounted in: all that it renders is in here. It is in the document. */
  readonly element: HTMLElement;
  unmount(): Awaitable<void>;
}

/** A component that was rendered on a server and brought to life in the page. */
export interface HydratedStream<T> extends Pick<MountedStream<T>, 'current' | 'unmount'> {
  /** What its first rendering in the page showed. */
  readonly first: T;
  /** What the framework complained about, such as markup that differs from the server's. */
  readonly complaints: readonly string[];
}

/**
 * How the contract drives one binding. Components show what they read as `JSON.stringify(value)`, so that markup
 * differs where values do.
 */
export interface BindingDriver {
  /** Mounts a component below a root that was given this client. */
  mount<N extends StreamName>(
    client: Offhook,
    name: N,
    id?: string,
  ): Awaitable<MountedStream<StreamValues[N]>>;
  mountHandler<T extends EventType>(
    client: Offhook,
    type: T,
    handler: (event: OffhookEvent) => void,
  ): Awaitable<MountedHandler>;
  mountRows(client: Offhook): Awaitable<MountedRows>;
  mountFrame(client: Offhook, connector?: string, options?: AttachOptions): Awaitable<MountedFrame>;
  /** Mounts the host of panes, with these words in place of its own. */
  mountPaneHost(client: Offhook, labels?: Partial<PaneLabels>): Awaitable<MountedPaneHost>;
  /** Does something that changes state, within one task, and lets the framework show it. */
  act(work: () => unknown): Promise<void>;
  /** Renders on a server; gives what the component read. */
  renderOnServer<N extends StreamName>(client: Offhook, name: N, id?: string): Awaitable<StreamValues[N]>;
  /** Renders with one client on the server, and hydrates that with another in the page. */
  hydrate<N extends StreamName>(
    server: Offhook,
    page: Offhook,
    name: N,
    id?: string,
  ): Awaitable<HydratedStream<StreamValues[N]>>;
  /** Mounts a component that reads a stream where no client was given; rejects or throws with what it gets. */
  mountWithoutClient(name: StreamName): Awaitable<unknown>;
  /** Gives a root that has a client another one; rejects or throws with what it gets. For a binding that can't swap. */
  refuseAnother?(client: Offhook, other: Offhook): Awaitable<unknown>;
  /** Mounts a component and then gives its root another client. For a binding that can swap. */
  mountAndSwap?<N extends StreamName>(
    client: Offhook,
    name: N,
    id?: string,
  ): Awaitable<MountedStream<StreamValues[N]> & { swap(client: Offhook): Awaitable<void> }>;
}
