import { createCurrent, type Contact, type ContactsProgress } from '@offhook/core';
import { createContactBook, type BookIndex } from './createContactBook.js';

/** An index that keeps contacts by id, and loads when it is told to go on. */
function heldIndex() {
  const kept = new Map<string, Contact>();
  const progress = createCurrent<ContactsProgress>({ status: 'idle', loaded: 0 });
  let goOn = (): void => {};
  const index: BookIndex = {
    progress,
    match: () => [],
    search: () => Promise.resolve([]),
    async load(source, { total } = {}) {
      progress.set({ status: 'loading', loaded: 0, ...(total !== undefined && { total }) });
      await new Promise<void>((done) => (goOn = done));
      for (const contact of source) kept.set(contact.id, contact);
      progress.set({ status: 'ready', loaded: kept.size });
    },
    remove(ids) {
      for (const id of ids) kept.delete(id);
      return Promise.resolve(ids.length);
    },
  };
  return {
    index,
    progress,
    size: () => kept.size,
    async finish() {
      goOn();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
  };
}

test('the CRM’s contacts are there from the start, without a word of it', async () => {
  const held = heldIndex();
  const book = createContactBook(held.index);
  await held.finish();
  expect(held.size()).toBe(3);
  expect([book.loaded.value, book.loading.value]).toEqual([undefined, undefined]);
});

test('a load tells how far it is, and then how many there are', async () => {
  const held = heldIndex();
  const book = createContactBook(held.index);
  await held.finish();
  const load = book.load(1_000);
  await Promise.resolve();
  await Promise.resolve();
  expect(book.loading.value).toBe(0);
  held.progress.set({ status: 'loading', loaded: 250, total: 1_000 });
  expect(book.loading.value).toBe(0.25);
  await held.finish();
  await load;
  expect([book.loaded.value, book.loading.value]).toEqual([1_000, undefined]);
});

test('fewer take the place of many, and the CRM’s always stay', async () => {
  const held = heldIndex();
  const book = createContactBook(held.index);
  await held.finish();
  for (const [wanted, there] of [
    [25_000, 25_000],
    [500, 500],
    [0, 3],
    [Number.NaN, 3],
  ] as const) {
    const load = book.load(wanted);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    await held.finish();
    await load;
    expect(book.loaded.value).toBe(there);
  }
});
