import { firstValueFrom, map } from 'rxjs';
import { catchUnhandled } from '../testing/unhandled.js';
import { createBatch } from './batch.js';
import { createCurrent, StateNode } from './state.js';

const unhandled = catchUnhandled();

function setUp<T>(initial: T) {
  const batch = createBatch();
  const current = new StateNode<T>(batch, initial);
  return { batch, current, set: (value: T) => batch.commit(() => current.set(value)) };
}

describe('value and initial', () => {
  it('has its value at once, and each new one as soon as the commit has set it', () => {
    const { current, set } = setUp('a');
    expect(current.value).toBe('a');
    set('b');
    expect(current.value).toBe('b');
  });

  it('keeps the initial value for ever', () => {
    const initial = { at: 'first' };
    const { current, set } = setUp(initial);
    set({ at: 'then' });
    expect(current.initial).toBe(initial);
  });
});

describe('subscribe', () => {
  it('emits the value at once and then each later one', () => {
    const { current, set } = setUp(1);
    set(2);
    const told: number[] = [];
    current.subscribe((value) => told.push(value));
    expect(told).toEqual([2]);
    set(3);
    expect(told).toEqual([2, 3]);
  });

  it('emits undefined, null, 0 and false as values like any other', () => {
    const { current, set } = setUp<unknown>('x');
    const told: unknown[] = [];
    current.subscribe((value) => told.push(value));
    for (const value of [undefined, null, 0, false]) set(value);
    expect(told).toEqual(['x', undefined, null, 0, false]);
  });

  it('stops when it is unsubscribed', () => {
    const { current, set } = setUp(1);
    const told: number[] = [];
    current.subscribe((value) => told.push(value)).unsubscribe();
    set(2);
    expect(told).toEqual([1]);
    expect(current.watched).toBe(false);
  });

  it('works with the operators of RxJS', async () => {
    const { current, set } = setUp(1);
    const told: number[] = [];
    current.pipe(map((value) => value * 10)).subscribe((value) => told.push(value));
    set(2);
    expect(told).toEqual([10, 20]);
    await expect(firstValueFrom(current)).resolves.toBe(2);
  });
});

describe('listen', () => {
  it('does not call back with the value that is there, only with later ones', () => {
    const { current, set } = setUp(1);
    const told: number[] = [];
    current.listen((value) => told.push(value));
    expect(told).toEqual([]);
    set(2);
    expect(told).toEqual([2]);
  });

  it('is bound, so that it can be handed on as it is', () => {
    const { current, set } = setUp(1);
    const { listen } = current;
    const told: number[] = [];
    listen((value) => told.push(value));
    set(2);
    expect(told).toEqual([2]);
    expect(current.listen).toBe(listen);
  });

  it('returns a function that returns nothing and may be called twice', () => {
    const { current, set } = setUp(1);
    const told: string[] = [];
    const leave = current.listen(() => told.push('left'));
    current.listen(() => told.push('stays'));
    expect(leave()).toBeUndefined();
    expect(leave()).toBeUndefined();
    set(2);
    expect(told).toEqual(['stays']);
  });

  it('takes the same function twice for two listeners', () => {
    const { current, set } = setUp(1);
    let calls = 0;
    const listener = (): void => {
      calls += 1;
    };
    const leave = current.listen(listener);
    current.listen(listener);
    set(2);
    expect(calls).toBe(2);
    leave();
    set(3);
    expect(calls).toBe(3);
  });

  it('a late call of an old leave function does not end a listener that came after', () => {
    const { current, set } = setUp(1);
    const leave = current.listen(() => {});
    leave();
    const told: number[] = [];
    current.listen((value) => told.push(value));
    leave();
    set(2);
    expect(told).toEqual([2]);
  });
});

describe('telling', () => {
  it('tells nobody when the value is the same', () => {
    const same = {};
    const { current, set } = setUp<unknown>(same);
    const told: unknown[] = [];
    current.listen((value) => told.push(value));
    set(same);
    expect(told).toEqual([]);
    set(NaN);
    set(NaN);
    expect(told).toEqual([NaN]);
  });

  it('tells a commit once, with what it ended in', () => {
    const { batch, current } = setUp(0);
    const told: number[] = [];
    current.listen((value) => told.push(value));
    batch.commit(() => {
      current.set(1);
      current.set(2);
    });
    expect(told).toEqual([2]);
  });

  it('tells nobody of a commit that put the value back', () => {
    const { batch, current } = setUp(0);
    const told: number[] = [];
    current.listen((value) => told.push(value));
    batch.commit(() => {
      current.set(1);
      current.set(0);
    });
    expect(told).toEqual([]);
  });

  it('tells the change after somebody came, went, and came again', () => {
    const { current, set } = setUp(0);
    current.listen(() => {})();
    set(1);
    set(0);
    const told: number[] = [];
    current.listen((value) => told.push(value));
    set(1);
    expect(told).toEqual([1]);
  });

  it('tells in the order in which they came', () => {
    const { current, set } = setUp(0);
    const told: string[] = [];
    current.listen(() => told.push('first'));
    current.subscribe((value) => (value > 0 ? told.push('second') : undefined));
    current.listen(() => told.push('third'));
    set(1);
    expect(told).toEqual(['first', 'second', 'third']);
  });
});

describe('inside callbacks', () => {
  it('whoever leaves there is not told any more, and the others are', () => {
    const { current, set } = setUp(0);
    const told: string[] = [];
    current.listen(() => {
      told.push('first');
      leaveSecond();
    });
    const leaveSecond = current.listen(() => told.push('second'));
    current.listen(() => told.push('third'));
    set(1);
    expect(told).toEqual(['first', 'third']);
  });

  it('whoever leaves by itself there is told no more', () => {
    const { current, set } = setUp(0);
    const told: string[] = [];
    const leave = current.listen(() => {
      told.push('once');
      leave();
    });
    current.listen(() => told.push('each time'));
    set(1);
    set(2);
    expect(told).toEqual(['once', 'each time', 'each time']);
  });

  it('whoever subscribes there sees the new value once', () => {
    const { current, set } = setUp(0);
    const told: number[] = [];
    const leave = current.listen(() => {
      leave();
      current.subscribe((value) => told.push(value));
    });
    current.listen(() => {});
    set(1);
    expect(told).toEqual([1]);
    set(2);
    expect(told).toEqual([1, 2]);
  });

  it('whoever listens there hears of the next commit first', () => {
    const { current, set } = setUp(0);
    const told: number[] = [];
    const leave = current.listen(() => {
      leave();
      current.listen((value) => told.push(value));
    });
    set(1);
    expect(told).toEqual([]);
    set(2);
    expect(told).toEqual([2]);
  });

  it('a subscriber that unsubscribes from its first value hears nothing more', () => {
    const { current, set } = setUp(0);
    const told: number[] = [];
    const subscription = current.subscribe((value) => {
      told.push(value);
      if (told.length === 2) subscription.unsubscribe();
    });
    set(1);
    set(2);
    expect(told).toEqual([0, 1]);
  });

  it('a value set there waits until everybody has been told of this one', () => {
    const { current, set } = setUp(0);
    const told: string[] = [];
    current.listen((value) => {
      told.push(`first ${value}`);
      if (value === 1) set(2);
      expect(current.value).toBe(value);
    });
    current.listen((value) => told.push(`second ${value}`));
    set(1);
    expect(told).toEqual(['first 1', 'second 1', 'first 2', 'second 2']);
  });

  it('a value that the first emission of a subscriber sets reaches that subscriber', () => {
    const { current, set } = setUp(0);
    const told: number[] = [];
    current.subscribe((value) => {
      told.push(value);
      if (value === 0) set(1);
    });
    expect(told).toEqual([0, 1]);
  });
});

describe('a callback that throws', () => {
  it('changes nothing for the others and is told where RxJS tells unhandled errors', async () => {
    const { current, set } = setUp(0);
    const told: string[] = [];
    const ofListener = new Error('listener');
    const ofSubscriber = new Error('subscriber');
    current.listen((value) => {
      told.push(`listener ${value}`);
      throw ofListener;
    });
    current.subscribe((value) => {
      if (value === 0) return;
      told.push(`subscriber ${value}`);
      throw ofSubscriber;
    });
    current.listen((value) => told.push(`last ${value}`));
    set(1);
    expect(told).toEqual(['listener 1', 'subscriber 1', 'last 1']);
    expect(unhandled.errors).toEqual([]);
    await unhandled.settle();
    expect(unhandled.errors).toHaveLength(2);
    expect(unhandled.errors).toEqual(expect.arrayContaining([ofListener, ofSubscriber]));
  });

  it('is told of the next value all the same', async () => {
    const { current, set } = setUp(0);
    const told: number[] = [];
    current.subscribe((value) => {
      told.push(value);
      throw new Error('always');
    });
    set(1);
    set(2);
    expect(told).toEqual([0, 1, 2]);
    await unhandled.settle();
    expect(unhandled.errors).toHaveLength(3);
  });

  it('errors no stream', async () => {
    const { current, set } = setUp(0);
    const errors: unknown[] = [];
    current.subscribe({ error: (error) => errors.push(error) });
    current.listen(() => {
      throw new Error('mine');
    });
    set(1);
    await unhandled.settle();
    expect(errors).toEqual([]);
    expect(unhandled.errors).toHaveLength(1);
  });
});

describe('complete', () => {
  it('completes subscribers, and only then', () => {
    const { current, set } = setUp(0);
    const told: string[] = [];
    current.subscribe({ next: (value) => told.push(`${value}`), complete: () => told.push('complete') });
    set(1);
    expect(told).toEqual(['0', '1']);
    current.complete();
    current.complete();
    expect(told).toEqual(['0', '1', 'complete']);
    expect(current.watched).toBe(false);
  });

  it('tells nothing afterwards', () => {
    const { current, set } = setUp(0);
    const told: number[] = [];
    current.listen((value) => told.push(value));
    current.complete();
    set(1);
    current.listen((value) => told.push(value));
    set(2);
    expect(told).toEqual([]);
  });

  it('gives a late subscriber the last value, and completes', () => {
    const { current, set } = setUp(0);
    set(1);
    current.complete();
    const told: (number | string)[] = [];
    current.subscribe({ next: (value) => told.push(value), complete: () => told.push('complete') });
    expect(told).toEqual([1, 'complete']);
  });

  it('completes the others when one of them throws on completion', async () => {
    const { current } = setUp(0);
    const told: string[] = [];
    current.subscribe({
      complete: () => {
        throw new Error('not me');
      },
    });
    current.subscribe({ complete: () => told.push('complete') });
    current.complete();
    expect(told).toEqual(['complete']);
    await unhandled.settle();
    expect(unhandled.errors).toHaveLength(1);
  });

  it('inside a callback, ends the telling', () => {
    const { current, set } = setUp(0);
    const told: string[] = [];
    current.listen(() => current.complete());
    current.subscribe({ next: (value) => told.push(`${value}`), complete: () => told.push('complete') });
    set(1);
    expect(told.at(-1)).toBe('complete');
    set(2);
    expect(told.at(-1)).toBe('complete');
  });
});

describe('createCurrent', () => {
  it('tells what it is set to, at once', () => {
    const current = createCurrent('a');
    const told: string[] = [];
    current.listen((value) => told.push(value));
    current.set('b');
    current.set('b');
    current.set('c');
    expect(current.value).toBe('c');
    expect(current.initial).toBe('a');
    expect(told).toEqual(['b', 'c']);
  });
});
