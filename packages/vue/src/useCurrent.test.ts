import {
  computed,
  createApp,
  effectScope,
  isReadonly,
  nextTick,
  onMounted,
  ref,
  shallowRef,
  watch,
} from 'vue';
import { createCurrent, select } from '@offhook/core';
import { useCurrent } from './index.js';
import { whileListeningToComplaints } from './testing/whileListeningToComplaints.js';

/** Reads outside of any component. */
function inScope<T>(read: () => T): { readonly result: T; readonly stop: () => void } {
  const scope = effectScope();
  const result = scope.run(read);
  if (result === undefined) throw new Error('The scope has given nothing.');
  return { result, stop: () => scope.stop() };
}

/** Whether anybody observes it; no part of what core promises to apps. */
const isWatched = (current: object): boolean => (current as { readonly watched?: boolean }).watched === true;

test('a ref follows its stream in any effect scope, and ends with it', () => {
  const count = createCurrent(1);
  const { result, stop } = inScope(() => useCurrent(count));
  expect(result.value).toBe(1);
  count.set(2);
  expect(result.value).toBe(2);
  stop();
  expect(isWatched(count)).toBe(false);
  count.set(3);
  expect(result.value).toBe(2);
});

test('the value is the very one of the stream, and nobody can change the ref', async () => {
  const value = { list: [{ name: 'Ann' }] };
  const { result, stop } = inScope(() => useCurrent(createCurrent(value)));
  expect(result.value).toBe(value);
  expect(isReadonly(result)).toBe(true);
  const { complaints } = await whileListeningToComplaints(() => {
    (result as { value: unknown }).value = 'another';
  });
  expect(complaints).toEqual([expect.stringContaining('readonly')]);
  expect(result.value).toBe(value);
  stop();
});

test('a projection that makes a new object each time tells once for each change', async () => {
  const source = createCurrent({ name: 'Ann', at: 0 });
  const names = select(
    source,
    ({ name }) => [name],
    (a, b) => a[0] === b[0],
  );
  const told: string[][] = [];
  const { stop } = inScope(() => watch(useCurrent(names), (now) => told.push(now)));
  source.set({ name: 'Ann', at: 1 });
  await nextTick();
  source.set({ name: 'Ben', at: 2 });
  await nextTick();
  expect(told).toEqual([['Ben']]);
  stop();
});

test.each(['a ref', 'a getter', 'a computed ref'])('%s leads from one stream to another, at once', (kind) => {
  const [one, two] = [createCurrent('one'), createCurrent('two')];
  const which = ref(1);
  const chosen = shallowRef(one);
  const get = () => (which.value === 1 ? one : two);
  const source = kind === 'a ref' ? chosen : kind === 'a getter' ? get : computed(get);
  const { result, stop } = inScope(() => useCurrent(source));
  expect([result.value, isWatched(one), isWatched(two)]).toEqual(['one', true, false]);
  which.value = 2;
  chosen.value = two;
  expect([result.value, isWatched(one), isWatched(two)]).toEqual(['two', false, true]);
  one.set('one, later');
  expect(result.value).toBe('two');
  stop();
  expect(isWatched(two)).toBe(false);
});

test('read in a mounted hook, it shows what is so at once, and ends with the component', () => {
  const count = createCurrent(1);
  count.set(2);
  const shown: number[] = [];
  const app = createApp({
    setup() {
      onMounted(() => shown.push(useCurrent(count).value));
      return () => null;
    },
  });
  app.mount(document.createElement('div'));
  expect([shown, isWatched(count)]).toEqual([[2], true]);
  app.unmount();
  expect(isWatched(count)).toBe(false);
});
