import { TestBed } from '@angular/core/testing';
import { createOffhook, type StreamName, type StreamValues } from '@offhook/core';
import { fakeConnector, fakeLog, fakePanes, fakeProvide } from '@offhook/testing';
import {
  CallService,
  ChatService,
  ContactService,
  IntegrationService,
  LogService,
  PaneService,
  provideOffhook,
  type ControlSignals,
  type InboxService,
} from './index.js';
import type { OfferedStream } from './OfferedStream.js';
import { settled } from './testing/mounted.js';

type Offered = { [N in StreamName]: OfferedStream<N> };

test('a stream that is missing, or has another value, does not compile', () => {
  const lacking = {} as Omit<Offered, 'thread'>;
  // @ts-expect-error thread is missing
  void (lacking satisfies Offered);
  void ({
    // @ts-expect-error the value is another stream's
    callIds: ({ calls, calls$ }: CallService) => [calls, calls$],
  } satisfies Partial<Offered>);
  void ({
    // @ts-expect-error the Observable is missing
    inbox: ({ inbox }: InboxService) => [inbox],
  } satisfies Partial<Offered>);
  const noSend = {} as Omit<ControlSignals<StreamValues['thread']>, 'send'>;
  // @ts-expect-error a control is missing
  void (noSend satisfies ControlSignals<StreamValues['thread']>);
});

test('each Observable gives the values of its signal, and controls that work', async () => {
  const line = fakeConnector();
  const phone = createOffhook({ connectors: [line] });
  TestBed.configureTestingModule({ providers: [provideOffhook(phone)] });
  const calls = TestBed.inject(CallService);
  const call = line.ring();
  const seen: (string | undefined)[] = [];
  const subscription = calls.call$(call.id).subscribe(({ call: now }) => seen.push(now?.state));
  const { can, answer } = calls.call$(call.id).value;
  expect(can.answer.allowed).toBe(true);
  await expect(answer()).resolves.toMatchObject({ ok: true });
  expect(seen).toEqual(['ringing', 'active']);
  expect(calls.calls$.value).toEqual(calls.calls());
  subscription.unsubscribe();
  phone.close();
});

test('what the host provides is there as Observables too, with controls that work', async () => {
  const provide = fakeProvide();
  const log = fakeLog();
  const line = fakeConnector();
  const phone = createOffhook({ connectors: [line], provide, log });
  TestBed.configureTestingModule({ providers: [provideOffhook(phone)] });
  const call = line.ring();
  const history = TestBed.inject(ContactService).activities$('ann');
  const entry = TestBed.inject(LogService).callLog$(call.id);
  const integration = TestBed.inject(IntegrationService);
  const seen: unknown[] = [];
  const subscriptions = [
    entry.subscribe(({ log: { status } }) => seen.push(status)),
    integration.authorization$().subscribe(({ authorized, pending }) => pending || seen.push(authorized)),
    integration.settings$().subscribe(({ settings, pending }) => pending || seen.push(settings.length)),
  ];
  await expect(history.value.refresh()).resolves.toMatchObject({ ok: true });
  expect(history.value.activities).toBe(provide.history);
  await entry.value.save({ note: 'Blue' });
  log.tell(call.id, { status: 'saved', waiting: 0 });
  expect(log.notes).toEqual([{ callId: call.id, note: 'Blue' }]);
  await integration.authorization$().value.toggle();
  provide.settings.values.set([]);
  expect(seen.slice(0, 3)).toEqual(['none', true, 1]);
  expect(seen.slice(-3)).toEqual(['saved', false, 0]);
  for (const each of subscriptions) each.unsubscribe();
  phone.close();
});

test('panes, and the pane that a page is in, are there as Observables too, with controls that work', async () => {
  const line = fakeConnector();
  const panes = fakePanes();
  const phone = createOffhook({ connectors: [line], panes });
  TestBed.configureTestingModule({ providers: [provideOffhook(phone)] });
  const service = TestBed.inject(PaneService);
  const call = line.ring();
  const seen: (string | undefined)[] = [];
  const subscriptions = [
    service.panes$().subscribe(({ panes: [pane] }) => seen.push(pane?.state)),
    service.paneContext$().subscribe(({ context }) => seen.push(context?.title)),
  ];
  line.emit({ type: 'pane', vendorId: call.vendorId, title: 'Customer' });
  await expect(service.paneContext$().value.complete()).resolves.toMatchObject({ ok: true });
  expect(line.sent).toEqual([{ type: 'pane.complete', connector: line.id }]);
  panes.show('fake:two');
  line.ring({ id: 'two' });
  await settled();
  service.panes$().value.close('fake:two');
  expect(seen).toEqual([undefined, undefined, 'Customer', 'open', undefined]);
  for (const each of subscriptions) each.unsubscribe();
  phone.close();
});

test('chats, and what belongs to one, are there as Observables too, with controls that work', async () => {
  const line = fakeConnector();
  const phone = createOffhook({ connectors: [line] });
  TestBed.configureTestingModule({ providers: [provideOffhook(phone)] });
  const service = TestBed.inject(ChatService);
  const seen: unknown[] = [];
  const subscriptions = [
    service.chats$.subscribe((chats) => seen.push(chats.length)),
    service.queuePosition$().subscribe((position) => seen.push(position)),
    service.uploads$().subscribe(({ uploads }) => seen.push(uploads.length)),
    service.captcha$().subscribe(({ captcha }) => seen.push(captcha)),
    service.callbackRequest$().subscribe(({ callback }) => seen.push(callback)),
    service.serverStatus$().subscribe(({ status }) => seen.push(status)),
  ];
  expect(seen).toEqual([0, undefined, 0, undefined, undefined, 'online']);
  for (const each of subscriptions) each.unsubscribe();

  const chat = line.chat({ state: 'queued', queuePosition: 2 });
  expect(service.queuePosition$(chat.id).value).toBe(2);
  expect(service.chats$.value).toEqual(TestBed.inject(ChatService).chats());
  chat.join('Ada');
  await expect(service.chat$(chat.id).value.send('Hello')).resolves.toMatchObject({ ok: true });
  expect(line.sent).toEqual([expect.objectContaining({ type: 'chat.send', chatId: chat.id, text: 'Hello' })]);
  phone.close();
});
