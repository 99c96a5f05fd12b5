import * as fc from 'fast-check';
import { property } from '../testing/property.js';
import { createBatch } from './batch.js';
import { createCollection, type CollectionStore } from './collection.js';

const names = ['a', 'b', 'c', 'd', 'e'] as const;
const name = fc.constantFrom(...names);

type Step =
  | { readonly do: 'set'; readonly id: string; readonly listed: boolean }
  | { readonly do: 'alias'; readonly id: string; readonly alias: string }
  | { readonly do: 'remove'; readonly id: string }
  | { readonly do: 'watch' | 'leave'; readonly id: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('set' as const), id: name, listed: fc.boolean() }) },
  fc.record({ do: fc.constant('alias' as const), id: name, alias: name }),
  fc.record({ do: fc.constant('remove' as const), id: name }),
  fc.record({ do: fc.constantFrom('watch' as const, 'leave' as const), id: name }),
);

interface Value {
  readonly id: string;
  readonly version: number;
}

/** The same collection, as simple as it can be said. */
function naive() {
  const values = new Map<string, Value>();
  const aliases = new Map<string, string>();
  let ids: string[] = [];
  return {
    find: (id: string) => values.get(id) ?? values.get(aliases.get(id) ?? ''),
    ids: () => ids,
    all: () => ids.map((id) => values.get(id)),
    set(id: string, value: Value, listed: boolean) {
      values.set(id, value);
      if (!listed) ids = ids.filter((each) => each !== id);
      else if (!ids.includes(id)) ids = [id, ...ids];
    },
    alias(alias: string, id: string) {
      if (alias !== id) aliases.set(alias, id);
    },
    remove(id: string) {
      if (!values.delete(id)) return;
      ids = ids.filter((each) => each !== id);
      for (const [alias, of] of aliases) if (of === id) aliases.delete(alias);
    },
  };
}

function apply(
  store: CollectionStore<Value>,
  model: ReturnType<typeof naive>,
  step: Step,
  version: number,
): void {
  if (step.do === 'set') {
    const value = { id: step.id, version };
    store.set(step.id, value, step.listed);
    model.set(step.id, value, step.listed);
  } else if (step.do === 'alias' && model.find(step.id) !== undefined) {
    store.alias(step.alias, step.id);
    model.alias(step.alias, step.id);
  } else if (step.do === 'remove') {
    store.remove(step.id);
    model.remove(step.id);
  }
}

property(
  'a collection is what a naive one would be',
  [fc.array(fc.array(step, { maxLength: 4 }))],
  (commits) => {
    const batch = createBatch();
    const store = createCollection<Value>(batch);
    const model = naive();
    let version = 0;
    for (const steps of commits) {
      batch.commit(() => {
        for (const each of steps) apply(store, model, each, (version += 1));
      });
      const all = store.view.all.value;
      expect(store.view.ids.value).toEqual(model.ids());
      expect(all).toEqual(model.all());
      expect(store.view.all.value).toBe(all);
      for (const id of names) expect(store.view.get(id).value).toBe(model.find(id));
    }
  },
);

property(
  'whoever watches is told of each change once a commit, of nothing else, and sees the whole commit',
  [fc.array(fc.array(step, { maxLength: 4 }))],
  (commits) => {
    const batch = createBatch();
    const store = createCollection<Value>(batch);
    const model = naive();
    const leaves = new Map<string, () => void>();
    const told: string[] = [];
    const wrong: string[] = [];
    const seen = { ids: store.view.ids.value, all: store.view.all.value };
    store.view.ids.listen(() => told.push('ids'));
    store.view.all.listen(() => told.push('all'));
    let version = 0;
    for (const steps of commits) {
      for (const each of steps) {
        if (each.do === 'leave') leaves.get(each.id)?.();
        if (each.do === 'leave') leaves.delete(each.id);
        if (each.do !== 'watch' || leaves.has(each.id)) continue;
        const listener = (value: Value | undefined): void => {
          told.push(each.id);
          // What a listener throws goes elsewhere: here it only notes what is wrong.
          if (value !== model.find(each.id)) wrong.push(`told of ${each.id}`);
          for (const id of names) if (store.view.get(id).value !== model.find(id)) wrong.push(`saw ${id}`);
          if (store.view.ids.value.join() !== model.ids().join()) wrong.push('saw ids');
        };
        leaves.set(each.id, store.view.get(each.id).listen(listener));
      }
      const before = new Map(names.map((id) => [id, model.find(id)]));
      told.length = 0;
      batch.commit(() => {
        for (const each of steps) apply(store, model, each, (version += 1));
      });
      expect(wrong).toEqual([]);
      const changed = [...leaves.keys()].filter((id) => model.find(id) !== before.get(id as 'a'));
      expect(told.filter((each) => each.length === 1).sort()).toEqual(changed.sort());
      for (const list of ['ids', 'all'] as const) {
        const times = told.filter((each) => each === list).length;
        expect(times).toBe(store.view[list].value === seen[list] ? 0 : 1);
      }
      Object.assign(seen, { ids: store.view.ids.value, all: store.view.all.value });
    }
  },
);
