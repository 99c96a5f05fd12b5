import { ChangeDetectionStrategy, Component, inject, NgZone } from '@angular/core';
import { createOffhook, type Clock, type Offhook } from '@offhook/core';
import { fakeConnector, virtualClock } from '@offhook/testing';
import { CallService, OffhookService, OffhookSoftphone, provideOffhook } from './index.js';
import { mode, withZone } from './testing/appProviders.js';
import { mounted, settled } from './testing/mounted.js';

@Component({
  selector: 'test-screen',
  imports: [OffhookSoftphone],
  template: `
    {{ duration() }} {{ calls().length }}
    <button (click)="call.answer()">Answer</button>
    <div offhookSoftphone></div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Screen {
  protected readonly duration = inject(CallService).callDuration();
  protected readonly calls = inject(CallService).calls;
  protected readonly call = inject(CallService).call();
}

describe(mode, () => {
  test('nothing that the phone does in time runs in Angular’s zone: none of it is a change detection', async () => {
    const line = fakeConnector({ response: 'ignore' });
    const ticking = virtualClock();
    const inside: Record<string, boolean> = {};
    const clock: Clock = {
      ...ticking,
      setTimeout: (callback, ms) => {
        inside[`timer of ${ms} ms`] ||= NgZone.isInAngularZone();
        return ticking.setTimeout(callback, ms);
      },
    };
    const makePhone = (): Offhook => {
      inside['making the client'] = NgZone.isInAngularZone();
      return createOffhook({ connectors: [line], clock });
    };
    let phone: Offhook | undefined;
    const { host, unmount } = await mounted(Screen, [provideOffhook(() => (phone ??= makePhone()))]);
    line.ring();
    await settled();
    host.querySelector('button')?.click();
    await settled();
    ticking.advance(1_000);
    await settled();
    expect(line.sent).toHaveLength(1);
    expect(Object.keys(inside)).toEqual(
      expect.arrayContaining(['making the client', 'timer of 1000 ms', 'timer of 8000 ms']),
    );
    expect(new Set(Object.values(inside))).toEqual(new Set([false]));
    unmount();
    phone?.close();
  });

  test('a handler runs in Angular’s zone, as those of a template do', async () => {
    const line = fakeConnector();
    const phone = createOffhook({ connectors: [line] });
    const inside: boolean[] = [];
    @Component({ selector: 'test-handler', template: '' })
    class Handler {
      constructor() {
        inject(OffhookService).on('call.ringing', () => inside.push(NgZone.isInAngularZone()));
      }
    }
    const { unmount } = await mounted(Handler, [provideOffhook(phone)]);
    line.ring();
    expect(inside).toEqual([withZone]);
    unmount();
    phone.close();
  });
});
