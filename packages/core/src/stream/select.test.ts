import { Observable } from 'rxjs';
import { catchUnhandled } from '../testing/unhandled.js';
import { createBatch } from './batch.js';
import type { Current } from './current.js';
import { combine, select } from './select.js';
import { createCurrent, StateNode } from './state.js';

const unhandled = catchUnhandled();

interface Person {
  readonly name: string;
  readonly age: number;
}

function setUp() {
  const batch = createBatch();
  const person = new StateNode<Person>(batch, { name: 'Ann', age: 30 });
  const place = new StateNode(batch, 'here');
  return { batch, person, place, set: (value: Person) => batch.commit(() => person.set(value)) };
}

describe('select', () => {
  it('has what the projection makes of the source, with and without subscribers', () => {
    const { person, set } = setUp();
    const name = select(person, (value) => value.name);
    expect(name.value).toBe('Ann');
    set({ name: 'Bob', age: 30 });
    expect(name.value).toBe('Bob');
    const told: string[] = [];
    name.subscribe((value) => told.push(value));
    set({ name: 'Cy', age: 30 });
    expect(told).toEqual(['Bob', 'Cy']);
    expect(name.value).toBe('Cy');
  });

  it('gives the same object each time while the source is the same, though nobody subscribes', () => {
    const { person, set } = setUp();
    const list = select(person, (value) => [value.name]);
    const first = list.value;
    expect(list.value).toBe(first);
    expect(list.initial).toBe(first);
    set({ name: 'Bob', age: 1 });
    const second = list.value;
    expect(second).toEqual(['Bob']);
    expect(list.value).toBe(second);
  });

  it('gives a new subscriber, and whoever reads after it has left, the same object', () => {
    const { person, set } = setUp();
    const list = select(person, (value) => [value.name]);
    set({ name: 'Bob', age: 1 });
    const seen = [list.value];
    list.subscribe((value) => seen.push(value)).unsubscribe();
    seen.push(list.value);
    list.listen(() => {})();
    seen.push(list.value);
    expect(new Set(seen).size).toBe(1);
  });

  it('projects once for each value of the source, however often it is read and by how many', () => {
    const { person, set } = setUp();
    const project = jest.fn((value: Person) => [value.age]);
    const ages = select(person, project);
    ages.subscribe(() => ages.value);
    ages.subscribe(() => ages.value);
    for (let read = 0; read < 5; read += 1) expect(ages.value).toEqual([30]);
    expect(project).toHaveBeenCalledTimes(1);
    set({ name: 'Ann', age: 31 });
    expect(ages.value).toEqual([31]);
    expect(project).toHaveBeenCalledTimes(2);
  });

  it('tells nobody when the projection comes to the same', () => {
    const { person, set } = setUp();
    const told: string[] = [];
    select(person, (value) => value.name).listen((value) => told.push(value));
    set({ name: 'Ann', age: 31 });
    expect(told).toEqual([]);
  });

  it('keeps the old object while `equal` finds the new one the same', () => {
    const { person, set } = setUp();
    const told: string[][] = [];
    const list = select(
      person,
      (value) => [value.name],
      (a, b) => a.join() === b.join(),
    );
    list.listen((value) => told.push(value));
    const first = list.value;
    set({ name: 'Ann', age: 31 });
    expect(list.value).toBe(first);
    expect(told).toEqual([]);
    set({ name: 'Bob', age: 31 });
    expect(told).toEqual([['Bob']]);
    expect(list.value).toBe(told[0]);
  });

  it('keeps the old object without subscribers too', () => {
    const { person, set } = setUp();
    const list = select(
      person,
      (value) => [value.name],
      (a, b) => a.join() === b.join(),
    );
    const first = list.value;
    set({ name: 'Ann', age: 31 });
    expect(list.value).toBe(first);
    set({ name: 'Ann', age: 32 });
    expect(list.value).toBe(first);
  });

  it('keeps the initial value for ever, also when it is read late', () => {
    const { person, set } = setUp();
    const early = select(person, (value) => [value.name]);
    const late = select(person, (value) => [value.name]);
    const initial = early.initial;
    set({ name: 'Bob', age: 1 });
    expect(early.initial).toBe(initial);
    expect(late.initial).toEqual(['Ann']);
    expect(late.initial).toBe(late.initial);
    expect(late.value).toEqual(['Bob']);
  });

  it('may project to undefined', () => {
    const { person, set } = setUp();
    const project = jest.fn((_: Person): string | undefined => undefined);
    const nothing = select(person, project);
    expect([nothing.value, nothing.value, nothing.initial]).toEqual([undefined, undefined, undefined]);
    expect(project).toHaveBeenCalledTimes(1);
    set({ name: 'Bob', age: 1 });
    expect(nothing.value).toBeUndefined();
  });

  it('is told after its source', () => {
    const { person, set } = setUp();
    const told: string[] = [];
    const name = select(person, (value) => value.name);
    select(name, (value) => value.length).listen(() => told.push('second step'));
    name.listen(() => told.push('first step'));
    person.listen(() => told.push('source'));
    set({ name: 'Robert', age: 1 });
    expect(told).toEqual(['source', 'first step', 'second step']);
  });

  it('leaves its source alone when nobody watches it any more', () => {
    const { person } = setUp();
    const name = select(person, (value) => value.name);
    expect(person.watched).toBe(false);
    const subscription = name.subscribe();
    const leave = name.listen(() => {});
    expect(person.watched).toBe(true);
    subscription.unsubscribe();
    expect(person.watched).toBe(true);
    leave();
    expect(person.watched).toBe(false);
  });

  it('completes with its source', () => {
    const { person } = setUp();
    const told: string[] = [];
    const length = select(
      select(person, (value) => value.name),
      (name) => name.length,
    );
    length.subscribe({ complete: () => told.push('complete') });
    person.complete();
    expect(told).toEqual(['complete']);
    length.subscribe({ next: (value) => told.push(`late ${value}`), complete: () => told.push('at once') });
    expect(told).toEqual(['complete', 'late 3', 'at once']);
  });

  it('follows a Current that is made elsewhere, of another copy of this package', () => {
    const inner = createCurrent(1);
    // No more of it than the contract: no class of ours.
    const foreign: Current<number> = Object.assign(
      new Observable<number>((subscriber) => inner.subscribe(subscriber)),
      { value: 1, initial: 1, listen: inner.listen },
    );
    Object.defineProperty(foreign, 'value', { get: () => inner.value });
    const doubled = select(foreign, (value) => value * 2);
    const told: number[] = [];
    doubled.subscribe((value) => told.push(value));
    inner.set(2);
    expect(told).toEqual([2, 4]);
    expect(doubled.value).toBe(4);
  });

  it('a projection that throws keeps nobody else from being told', async () => {
    const { person, set } = setUp();
    const told: string[] = [];
    const wrong = new Error('projection');
    select(person, (value) => {
      if (value.age > 30) throw wrong;
      return value.age;
    }).listen(() => told.push('never'));
    select(person, (value) => value.name).listen((name) => told.push(name));
    set({ name: 'Bob', age: 31 });
    set({ name: 'Cy', age: 31 });
    expect(told).toEqual(['Bob', 'Cy']);
    await unhandled.settle();
    expect(unhandled.errors).toEqual([wrong, wrong]);
  });
});

describe('combine', () => {
  it('makes one value of several', () => {
    const { batch, person, place } = setUp();
    const both = combine([person, place], ({ name }, where) => `${name} ${where}`);
    expect(both.value).toBe('Ann here');
    expect(both.initial).toBe('Ann here');
    batch.commit(() => place.set('there'));
    expect(both.value).toBe('Ann there');
    expect(both.initial).toBe('Ann here');
  });

  it('is told once for a commit that changes more than one of them', () => {
    const { batch, person, place } = setUp();
    const told: string[] = [];
    combine([person, place], ({ name }, where) => `${name} ${where}`).listen((value) => told.push(value));
    batch.commit(() => {
      person.set({ name: 'Bob', age: 1 });
      place.set('there');
    });
    expect(told).toEqual(['Bob there']);
  });

  it('is told once where two ways lead to the same source, and after the longer one', () => {
    const { person, set } = setUp();
    const told: string[] = [];
    const name = select(person, (value) => value.name);
    const loud = select(name, (value) => value.toUpperCase());
    const all = combine([person, name, loud], (value, ...names) => [value.name, ...names].join());
    all.listen((value) => told.push(value));
    loud.listen((value) => told.push(value));
    set({ name: 'Bob', age: 1 });
    expect(told).toEqual(['BOB', 'Bob,Bob,BOB']);
  });

  it('gives the same object each time while all sources are the same, though nobody subscribes', () => {
    const { batch, person, place } = setUp();
    const project = jest.fn((value: Person, where: string) => [value.name, where]);
    const both = combine([person, place], project);
    const first = both.value;
    expect(both.value).toBe(first);
    batch.commit(() => place.set('there'));
    const second = both.value;
    expect(second).not.toBe(first);
    expect(both.value).toBe(second);
    expect(project).toHaveBeenCalledTimes(2);
  });

  it('keeps the old object while `equal` finds the new one the same', () => {
    const { batch, person, place } = setUp();
    const both = combine(
      [person, place],
      (value, where) => [value.name.length, where.length],
      (a, b) => a.join() === b.join(),
    );
    const first = both.value;
    batch.commit(() => place.set('nigh'));
    expect(both.value).toBe(first);
  });

  it('completes as soon as one of them does, and leaves all', () => {
    const { person, place } = setUp();
    const told: string[] = [];
    const both = combine([person, place], () => 0);
    both.subscribe({ complete: () => told.push('complete') });
    place.complete();
    expect(told).toEqual(['complete']);
    expect(person.watched).toBe(false);
  });
});
