import {
  Component,
  computed,
  createEnvironmentInjector,
  effect,
  EnvironmentInjector,
  Injector,
  signal,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { createCurrent, select, type Current } from '@offhook/core';
import { currentSignal } from './index.js';
import { mode } from './testing/appProviders.js';
import { mounted, settled } from './testing/mounted.js';

const isWatched = (current: Current<unknown>): boolean =>
  (current as unknown as { watched: boolean }).watched;

describe(`currentSignal, ${mode}`, () => {
  test('it observes nothing before it is read, and then shows each value', () => {
    const count = createCurrent(1);
    const shown = TestBed.runInInjectionContext(() => currentSignal(count));
    expect(isWatched(count)).toBe(false);
    count.set(2);
    expect(shown()).toBe(2);
    expect(isWatched(count)).toBe(true);
    count.set(3);
    expect(shown()).toBe(3);
  });

  test('what nobody reads any more is observed no longer, and when it is read again, it is as it should be', () => {
    const count = createCurrent(1);
    const shown = TestBed.runInInjectionContext(() => currentSignal(count));
    expect(shown()).toBe(1);
    for (const value of [2, 3, 4]) count.set(value);
    expect(isWatched(count)).toBe(false);
    expect(shown()).toBe(4);
    count.set(5);
    expect(shown()).toBe(5);
    expect(isWatched(count)).toBe(true);
  });

  test('what a hidden part of a template shows is observed no longer, until it is shown again', async () => {
    const count = createCurrent(1);
    const open = signal(true);
    @Component({ selector: 'test-part', template: '@if (open()) { {{ shown() }} }' })
    class Part {
      protected readonly open = open;
      protected readonly shown = currentSignal(count);
    }
    const { host, unmount } = await mounted(Part, []);
    open.set(false);
    await settled();
    for (const value of [2, 3]) count.set(value);
    await settled();
    expect(isWatched(count)).toBe(false);
    open.set(true);
    await settled();
    expect(host.textContent.trim()).toBe('3');
    count.set(4);
    await settled();
    expect(host.textContent.trim()).toBe('4');
    unmount();
  });

  test('it ends with its injector, and keeps its last value', () => {
    const count = createCurrent(1);
    const place = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
    const shown = currentSignal(count, { injector: place.get(Injector) });
    expect(shown()).toBe(1);
    place.destroy();
    expect(isWatched(count)).toBe(false);
    expect(shown()).toBe(1);
    count.set(2);
    shown();
    expect(isWatched(count)).toBe(false);
  });

  test('outside of an injection context it asks for an injector, and is content with one', () => {
    const count = createCurrent(1);
    expect(() => currentSignal(count)).toThrow(/NG0203|injection context/);
    expect(currentSignal(count, { injector: TestBed.inject(Injector) })()).toBe(1);
  });

  test('in a template, where it would be made again and again, it says so', () => {
    const injector = TestBed.inject(Injector);
    const again = computed(() => currentSignal(createCurrent(1), { injector })());
    expect(again).toThrow(/NG0602|reactive context/);
  });

  test('what changes while Angular computes something is shown too', () => {
    const count = createCurrent(1);
    const shown = TestBed.runInInjectionContext(() => currentSignal(count));
    const seen: number[] = [];
    TestBed.runInInjectionContext(() => effect(() => seen.push(shown())));
    TestBed.tick();
    computed(() => count.set(2))();
    TestBed.tick();
    expect(seen).toEqual([1, 2]);
  });

  test('a source that reads signals is asked anew when they change, and else not', () => {
    const counts = [createCurrent(1), createCurrent(2)] as const;
    const which = signal<0 | 1>(0);
    let asked = 0;
    const shown = TestBed.runInInjectionContext(() =>
      currentSignal(() => {
        asked += 1;
        return select(counts[which()], (count) => count * 10);
      }),
    );
    expect(shown()).toBe(10);
    counts[0].set(3);
    expect(shown()).toBe(30);
    expect(asked).toBe(1);
    which.set(1);
    expect(shown()).toBe(20);
    expect(asked).toBe(2);
    expect(counts.map(isWatched)).toEqual([false, true]);
  });

  test('a projection that makes a new object each time is shown once for each change', async () => {
    const source = createCurrent({ name: 'Ann', at: 0 });
    const names = select(
      source,
      ({ name }) => [name],
      (a, b) => a[0] === b[0],
    );
    const seen: (string | undefined)[] = [];
    @Component({ selector: 'test-names', template: '' })
    class Names {
      constructor() {
        const shown = currentSignal(names);
        effect(() => seen.push(shown()[0]));
      }
    }
    const { unmount } = await mounted(Names, []);
    source.set({ name: 'Ann', at: 1 });
    await settled();
    source.set({ name: 'Ben', at: 2 });
    await settled();
    expect(seen).toEqual(['Ann', 'Ben']);
    unmount();
  });

  test('a page that no server has sent is rendered once, with the value', async () => {
    const count = createCurrent(1);
    count.set(2);
    const seen: number[] = [];
    @Component({ selector: 'test-once', template: '{{ show() }}' })
    class Once {
      readonly #shown = currentSignal(count);
      protected show(): number {
        seen.push(this.#shown());
        return this.#shown();
      }
    }
    const { unmount } = await mounted(Once, []);
    expect(new Set(seen)).toEqual(new Set([2]));
    unmount();
  });
});
