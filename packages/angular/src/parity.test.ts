import { TestBed } from '@angular/core/testing';
import { createOffhook, type StreamName, type StreamValues } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { CallService, provideOffhook, type ControlSignals, type InboxService } from './index.js';
import type { OfferedStream } from './OfferedStream.js';

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
