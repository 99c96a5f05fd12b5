import { createApp, h, type ComputedRef, type Ref } from 'vue';
import type { Call, Connection, Offhook, StreamName } from '@offhook/core';
import type { Composables } from './composables.js';
import * as binding from './index.js';
import { streamNames } from './testing/streams.js';

const { offhookPlugin, PaneHost, SoftphoneFrame, useCall, useCalls, useConnection, useThread } = binding;

type Without<N extends StreamName> = Omit<Composables, N>;

// Checked by the compiler, in the step `types`.
export function parity(all: Composables, withoutThread: Without<'thread'>): void {
  all satisfies Composables;
  // @ts-expect-error A binding that lacks a stream does not compile.
  withoutThread satisfies Composables;
  // @ts-expect-error Nor does one that gives another value,
  ({ ...all, calls: useConnection }) satisfies Composables;
  // @ts-expect-error or that gives a stream's state without its functions,
  ({ ...all, thread: () => ({ thread: useThread('1').thread }) }) satisfies Composables;
  // @ts-expect-error or the value in place of a ref.
  ({ ...all, callDuration: () => 0 }) satisfies Composables;
}

// Checked by the compiler as well: what an app, a component and a composable take, and what they give.
export function types(id: Ref<string>, maybe: ComputedRef<string | undefined>, client: Offhook): void {
  const app = createApp({}).use(offhookPlugin, { client });
  // @ts-expect-error There is no phone without a client.
  app.use(offhookPlugin);
  h(SoftphoneFrame, { connector: maybe.value, class: 'phone' });
  // @ts-expect-error A connector is named by a string.
  h(SoftphoneFrame, { connector: 1 });
  h(PaneHost, { labels: { close: 'Zu' }, class: 'panes' });
  // @ts-expect-error It says nothing of that kind.
  h(PaneHost, { labels: { shut: 'Zu' } });
  useCall();
  useCall('1');
  useCall(id);
  useCall(maybe);
  useCall(() => maybe.value);
  // @ts-expect-error An id is a string.
  useCall(1);
  // @ts-expect-error A thread has one always.
  useThread(maybe);
  const calls: readonly Call[] = useCalls().value;
  const known: Connection = useConnection().value;
  // @ts-expect-error There may be no connector of that name.
  const unknown: Connection = useConnection(id).value;
  // @ts-expect-error What there is to show is the client's to change.
  useCalls().value = calls;
  void [known, unknown];
}

test('each stream has its composable, named alike', () => {
  const named = streamNames.map((name) => `use${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  expect(Object.keys(binding)).toEqual(expect.arrayContaining(named));
});
