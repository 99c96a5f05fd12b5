import { createBatch } from './batch.js';
import { createCollection } from './collection.js';
import type { Current } from './current.js';
import { select } from './select.js';

interface Item {
  readonly name: string;
}

function setUp() {
  const batch = createBatch();
  const store = createCollection<Item>(batch);
  return { batch, store, items: store.view, commit: (work: () => void) => batch.commit(work) };
}

const ann: Item = { name: 'Ann' };
const bob: Item = { name: 'Bob' };
const cy: Item = { name: 'Cy' };

describe('ids', () => {
  it('names the newest first', () => {
    const { store, items, commit } = setUp();
    commit(() => store.set('1', ann));
    commit(() => store.set('2', bob));
    expect(items.ids.value).toEqual(['2', '1']);
  });

  it('changes only when one comes or goes', () => {
    const { store, items, commit } = setUp();
    const told: (readonly string[])[] = [];
    items.ids.listen((ids) => told.push(ids));
    commit(() => store.set('1', ann));
    const ids = items.ids.value;
    commit(() => store.set('1', bob));
    commit(() => store.alias('one', '1'));
    expect(items.ids.value).toBe(ids);
    commit(() => store.remove('1'));
    expect(told).toEqual([['1'], []]);
  });

  it('starts empty, and keeps that as its initial value', () => {
    const { store, items, commit } = setUp();
    const { initial } = items.ids;
    commit(() => store.set('1', ann));
    expect(initial).toEqual([]);
    expect(items.ids.initial).toBe(initial);
  });

  it('leaves out what is set as unlisted, which is found all the same', () => {
    const { store, items, commit } = setUp();
    commit(() => store.set('1', ann));
    commit(() => store.set('1', bob, false));
    expect(items.ids.value).toEqual([]);
    expect(items.all.value).toEqual([]);
    expect(items.get('1').value).toBe(bob);
    expect(store.find('1')).toBe(bob);
  });
});

describe('all', () => {
  it('has what the ids name, in their order', () => {
    const { store, items, commit } = setUp();
    commit(() => {
      store.set('1', ann);
      store.set('2', bob);
    });
    expect(items.all.value).toEqual([bob, ann]);
    commit(() => store.set('1', cy));
    expect(items.all.value).toEqual([bob, cy]);
  });

  it('gives the same list each time while nothing changed, though nobody subscribes', () => {
    const { store, items, commit } = setUp();
    expect(items.all.value).toBe(items.all.value);
    expect(items.all.initial).toBe(items.all.initial);
    commit(() => store.set('1', ann));
    const list = items.all.value;
    expect(items.all.value).toBe(list);
    commit(() => store.set('1', ann));
    expect(items.all.value).toBe(list);
    items.all.subscribe().unsubscribe();
    expect(items.all.value).toBe(list);
  });

  it('is another list after each change', () => {
    const { store, items, commit } = setUp();
    commit(() => store.set('1', ann));
    const before = items.all.value;
    commit(() => store.set('1', bob));
    expect(items.all.value).not.toBe(before);
    expect(before).toEqual([ann]);
  });

  it('is told once a commit, and only when something listed changed', () => {
    const { store, items, commit } = setUp();
    const told: (readonly Item[])[] = [];
    commit(() => store.set('hidden', cy, false));
    items.all.listen((all) => told.push(all));
    commit(() => {
      store.set('1', ann);
      store.set('2', bob);
      store.set('2', cy);
    });
    expect(told).toEqual([[cy, ann]]);
    commit(() => store.set('hidden', bob, false));
    commit(() => store.alias('other', '1'));
    expect(told).toHaveLength(1);
  });
});

describe('get', () => {
  it('follows one, from before it comes until after it is gone', () => {
    const { store, items, commit } = setUp();
    const told: (Item | undefined)[] = [];
    items.get('1').subscribe((item) => told.push(item));
    commit(() => store.set('2', cy));
    commit(() => store.set('1', ann));
    commit(() => store.set('1', bob));
    commit(() => store.remove('1'));
    commit(() => store.set('1', cy));
    expect(told).toEqual([undefined, ann, bob, undefined, cy]);
    expect(items.get('1').initial).toBeUndefined();
  });

  it('gives the same Current for one id while anybody watches it, known or not', () => {
    const { store, items, commit } = setUp();
    const unknown = items.get('1');
    const subscription = unknown.subscribe();
    expect(items.get('1')).toBe(unknown);
    commit(() => store.set('1', ann));
    expect(items.get('1')).toBe(unknown);
    commit(() => store.remove('1'));
    expect(items.get('1')).toBe(unknown);
    subscription.unsubscribe();
  });

  it('keeps nothing for ids that nobody knows or watches', () => {
    const { items } = setUp();
    const asked = items.get('nobody');
    expect(items.get('nobody')).not.toBe(asked);
    asked.subscribe().unsubscribe();
    expect(items.get('nobody')).not.toBe(asked);
  });

  it('tells each of two Currents for one id that were kept apart', () => {
    const { store, items, commit } = setUp();
    const told: string[] = [];
    const first = items.get('1');
    const second = items.get('1');
    second.listen((item) => told.push(`second ${item?.name}`));
    first.listen((item) => told.push(`first ${item?.name}`));
    commit(() => store.set('1', ann));
    expect(told.sort()).toEqual(['first Ann', 'second Ann']);
  });

  it('tells a Current that was asked for when nobody knew the id and is watched since then', () => {
    const { store, items, commit } = setUp();
    const early = items.get('1');
    commit(() => store.set('1', ann));
    items.get('1').listen(() => {});
    const told: (Item | undefined)[] = [];
    early.subscribe((item) => told.push(item));
    commit(() => store.set('1', bob));
    expect(told).toEqual([ann, bob]);
  });

  it('tells nobody about another id', () => {
    const { store, items, commit } = setUp();
    let told = 0;
    items.get('1').listen(() => (told += 1));
    commit(() => store.set('2', ann));
    commit(() => store.remove('2'));
    expect(told).toBe(0);
  });
});

describe('alias', () => {
  it('finds the same one, and is told with it', () => {
    const { store, items, commit } = setUp();
    const told: (string | undefined)[] = [];
    items.get('one').listen((item) => told.push(item?.name));
    commit(() => store.set('1', ann));
    commit(() => store.alias('one', '1'));
    commit(() => store.set('1', bob));
    expect(told).toEqual(['Ann', 'Bob']);
    expect(items.get('one').value).toBe(items.get('1').value);
    expect(items.ids.value).toEqual(['1']);
    commit(() => store.remove('1'));
    expect(told).toEqual(['Ann', 'Bob', undefined]);
  });

  it('never hides an id of its own', () => {
    const { store, items, commit } = setUp();
    commit(() => {
      store.set('1', ann);
      store.set('2', bob);
      store.alias('1', '2');
    });
    expect(items.get('1').value).toBe(ann);
    commit(() => store.remove('1'));
    expect(items.get('1').value).toBe(bob);
  });

  it('may move to another one, and then outlives the first', () => {
    const { store, items, commit } = setUp();
    const told: (string | undefined)[] = [];
    commit(() => {
      store.set('1', ann);
      store.alias('line', '1');
    });
    items.get('line').listen((item) => told.push(item?.name));
    commit(() => {
      store.set('2', bob);
      store.alias('line', '2');
    });
    commit(() => store.remove('1'));
    commit(() => store.set('2', cy));
    expect(told).toEqual(['Bob', 'Cy']);
    expect(items.get('line').value).toBe(cy);
  });

  it('of itself is nothing', () => {
    const { store, items, commit } = setUp();
    commit(() => {
      store.set('1', ann);
      store.alias('1', '1');
    });
    expect(items.get('1').value).toBe(ann);
    commit(() => store.remove('1'));
    expect(items.get('1').value).toBeUndefined();
  });
});

describe('order', () => {
  it('tells entities, then ids, then what derives from them', () => {
    const { store, items, commit } = setUp();
    const told: string[] = [];
    const one = items.get('1');
    select(items.ids, (ids) => ids.length).listen(() => told.push('derived of ids'));
    select(one, (item) => item?.name).listen(() => told.push('derived of one'));
    items.all.listen(() => told.push('all'));
    items.ids.listen(() => told.push('ids'));
    one.listen(() => told.push('entity'));
    commit(() => store.set('1', ann));
    expect(told.slice(0, 1)).toEqual(['entity']);
    expect(told.indexOf('ids')).toBeLessThan(told.indexOf('all'));
    expect(told.indexOf('ids')).toBeLessThan(told.indexOf('derived of ids'));
    expect(told).toHaveLength(5);
  });

  it('gives everybody all that one commit changed', () => {
    const { store, items, commit } = setUp();
    const seen: unknown[] = [];
    const look = (): void =>
      void seen.push([items.ids.value, items.all.value, items.get('1').value, items.get('2').value]);
    commit(() => store.set('1', ann));
    for (const current of [items.get('1'), items.get('2'), items.ids, items.all]) current.listen(look);
    commit(() => {
      store.set('2', bob);
      store.remove('1');
    });
    expect(seen).toHaveLength(4);
    for (const each of seen) expect(each).toEqual([['2'], [bob], undefined, bob]);
  });
});

describe('complete', () => {
  it('completes all of its Currents, and whoever comes late gets the last value', () => {
    const { store, items, commit } = setUp();
    const told: string[] = [];
    commit(() => store.set('1', ann));
    const currents: Record<string, Current<unknown>> = {
      ids: items.ids,
      all: items.all,
      known: items.get('1'),
      unknown: items.get('nobody'),
      derived: select(items.get('1'), (item) => item?.name),
    };
    for (const [name, current] of Object.entries(currents)) {
      current.subscribe({ complete: () => told.push(name) });
    }
    store.complete();
    expect(told.sort()).toEqual(['all', 'derived', 'ids', 'known', 'unknown']);
    const late: unknown[] = [];
    for (const id of ['1', 'nobody'])
      items.get(id).subscribe({ next: (item) => late.push(item), complete: () => late.push('complete') });
    expect(late).toEqual([ann, 'complete', undefined, 'complete']);
  });
});
