import 'fake-indexeddb/auto';
import { type Contact, type ContactsPort, isOffhookError } from '@offhook/core';
import { contactIndex, type ContactIndex, type ContactIndexOptions } from './contactIndex.js';
import { ids, person, withNumbers } from './testing/people.js';
import { forbiddenWorker, threadWorker } from './testing/threadWorker.js';

const open: ContactIndex[] = [];
function made(options: ContactIndexOptions = {}): ContactIndex {
  const index = contactIndex(options);
  open.push(index);
  return index;
}
afterEach(() => {
  for (const index of open.splice(0)) index.close();
});

const people = [
  person('1', 'Jennifer Doe', withNumbers('+442079460958')),
  person('2', 'Jens Müller', { company: 'Doe & Sons', ...withNumbers('020 7946 0958', '+4930123456') }),
  person('3', 'Mary Major', { emails: ['jen@example.org'] }),
];

describe.each([
  ['in a worker', (): ContactIndexOptions => ({ worker: threadWorker })],
  ['where no worker may start', (): ContactIndexOptions => ({ worker: forbiddenWorker })],
  ['without a worker', (): ContactIndexOptions => ({ worker: false })],
])('%s', (_, options) => {
  it('finds who was loaded', async () => {
    const index = made(options());
    await index.load(people);
    expect(ids(await index.search('jen'))).toEqual(['3', '1', '2']);
    expect(ids(await index.search('jenifer'))).toEqual(['1']);
    expect(ids(await index.search('doe jen'))).toEqual(['1', '2']);
    expect(ids(await index.search('0958'))).toEqual(['1', '2']);
  });

  it('S3-21: gives all contacts of one number', async () => {
    const index = made(options());
    await index.load(people);
    expect(ids(await index.match('+44 20 7946 0958'))).toEqual(['1', '2']);
    const many = await index.matchMany(['+4930123456', '+1']);
    expect(ids(many['+4930123456'] ?? [])).toEqual(['2']);
    expect(many['+1']).toEqual([]);
  });

  it('S3-24: takes more contacts, changed ones and fewer, at any time', async () => {
    const index = made(options());
    await index.add(people);
    await index.add([person('1', 'Jane Roe'), { ...people[2], deleted: true }]);
    expect(ids(await index.search('jen'))).toEqual(['2']);
    expect(ids(await index.search('roe'))).toEqual(['1']);
    expect(await index.remove(['2', 'nobody'])).toBe(1);
    expect(index.progress.value).toMatchObject({ status: 'ready', loaded: 1 });
  });

  it('gives all contacts in pages, whatever changes meanwhile', async () => {
    const index = made(options());
    await index.load(Array.from({ length: 1_200 }, (__, id) => person(String(id), `Person ${id}`)));
    const sizes: number[] = [];
    const seen = new Set<string>();
    for await (const page of index.pages()) {
      sizes.push(page.length);
      for (const { id } of page) seen.add(id);
      await index.add([person(`new ${sizes.length}`, 'New')]);
      await index.load([]);
    }
    expect(sizes).toEqual([500, 500, 200]);
    expect(seen.size).toBe(1_200);
    expect(index.progress.value.loaded).toBe(1_203);
  });

  it('stops giving pages when nobody wants more', async () => {
    const index = made(options());
    for await (const page of index.pages()) expect(page).toBe('none where there are no contacts');
    await index.load(Array.from({ length: 600 }, (__, id) => person(String(id), `Person ${id}`)));
    for await (const page of index.pages()) {
      expect(page).toHaveLength(500);
      break;
    }
    const pages = index.pages(AbortSignal.abort())[Symbol.asyncIterator]();
    await expect(pages.next()).rejects.toMatchObject({ code: 'aborted' });
    expect(ids(await index.match('nobody'))).toEqual([]);
  });

  it('tells how far a load is', async () => {
    const index = made(options());
    const told: unknown[] = [];
    index.progress.subscribe(({ status, total }) => told.push([status, total]));
    await index.load(Array.from({ length: 3_000 }, (__, id) => person(String(id), `Person ${id}`)));
    expect(told.at(0)).toEqual(['idle', undefined]);
    expect(told.at(1)).toEqual(['loading', 3_000]);
    expect(told.at(-1)).toEqual(['ready', undefined]);
    expect(index.progress.value.loaded).toBe(3_000);
  });
});

it('loads whatever can be gone through, and pages', async () => {
  async function* stream(): AsyncGenerator<Contact> {
    yield* people;
  }
  const index = made();
  await index.load(new Set([people[0]]));
  await index.load(stream());
  await index.load((page) => ({
    contacts: [person(`page ${page}`, 'Page')],
    nextPage: page < 3 ? page + 1 : undefined,
  }));
  expect(index.progress.value.loaded).toBe(6);
  expect(ids(await index.search('page'))).toEqual(['page 1', 'page 2', 'page 3']);
});

it('is a port of the client', async () => {
  const port: ContactsPort = made();
  expect(await port.match('+1', new AbortController().signal)).toEqual([]);
});

it('imports a file that somebody dropped', async () => {
  const index = made();
  const cards = 'BEGIN:VCARD\nVERSION:4.0\nFN:Jenny Imported\nTEL:+4930123456\nEND:VCARD\nBEGIN:VCARD\n';
  const { good, bad, problems } = await index.import(new File([cards], 'cards.vcf'), { source: 'book' });
  expect([good, bad]).toEqual([1, 1]);
  expect(problems).toMatchObject([{ line: 6, lost: 'contact' }]);
  expect(await index.match('+4930123456')).toMatchObject([{ name: 'Jenny Imported', source: 'book' }]);
  await index.import(new Blob(['Name;Telefon\nJens;030 7\n']));
  expect(index.progress.value.loaded).toBe(2);
});

it('tells when contacts have changed, and not when they have not', async () => {
  const index = made();
  const changed: string[] = [];
  let doing = '';
  index.changes$.subscribe(() => changed.push(doing));
  const steps: Record<string, () => Promise<unknown>> = {
    load: () => index.load(people),
    'load nothing': () => index.load([]),
    add: () => index.add([person('4', 'Four')]),
    'add nobody': () => index.add([]),
    remove: () => index.remove(['4']),
    'remove nobody': () => index.remove(['4']),
    clear: () => index.clear(),
  };
  for (const [name, step] of Object.entries(steps)) {
    doing = name;
    await step();
  }
  expect(changed).toEqual(['load', 'add', 'remove', 'clear']);
});

it('gives as many as it is told', async () => {
  const index = made({ limit: 2 });
  await index.load(people);
  expect(await index.search('jen')).toHaveLength(2);
});

describe('what outlives the page', () => {
  it('has the contacts at once, and asks for what changed since', async () => {
    const first = made({ storage: 'indexeddb', name: 'warm', worker: threadWorker });
    await first.load(() => ({ contacts: people, at: 1_000 }));
    expect(first.progress.value.storage).toBe('indexeddb');
    await first.add([person('4', 'Jenna Later')]);
    await first.remove(['3']);
    first.close();

    const second = made({ storage: 'indexeddb', name: 'warm', worker: false });
    expect(ids(await second.search('jen'))).toEqual(['1', '2', '4']);
    expect(second.progress.value).toMatchObject({ status: 'ready', loaded: 3, storage: 'indexeddb' });
    const asked: unknown[] = [];
    await second.load((_, { since }) => {
      asked.push(since);
      return { contacts: [], at: 2_000 };
    });
    expect(asked).toEqual([1_000]);
  });

  it('has contacts that were only added, too', async () => {
    const first = made({ storage: 'indexeddb', name: 'added', worker: threadWorker });
    await first.add(people);
    await first.add([person('4', 'Jenna Later')]);
    first.close();
    const second = made({ storage: 'indexeddb', name: 'added', worker: threadWorker });
    expect(ids(await second.search('jen'))).toEqual(['3', '1', '2', '4']);
  });

  it('forgets everything when told to', async () => {
    const first = made({ storage: 'indexeddb', name: 'cleared', worker: false });
    await first.load(people);
    await first.clear();
    expect(await first.search('jen')).toEqual([]);
    first.close();
    const second = made({ storage: 'indexeddb', name: 'cleared' });
    expect(await second.search('jen')).toEqual([]);
    expect(second.progress.value.status).toBe('idle');
  });

  it('goes on in memory where the browser refuses to keep them', async () => {
    jest.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new Error('private window');
    });
    const index = made({ storage: 'indexeddb', name: 'refused' });
    await index.load(people);
    expect(ids(await index.search('mary'))).toEqual(['3']);
    expect(index.progress.value.storage).toBe('unavailable');
  });
});

describe('what goes wrong', () => {
  it('tells of a source that fails, and can load again', async () => {
    const index = made();
    await expect(index.load(() => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
    expect(index.progress.value).toMatchObject({ status: 'failed' });
    await index.load(people);
    expect(index.progress.value).toMatchObject({ status: 'ready', loaded: 3 });
  });

  it('ends a load whose signal aborts', async () => {
    const index = made();
    const abort = new AbortController();
    const load = index.load(
      (page) => {
        if (page === 3) abort.abort();
        return { contacts: [], nextPage: page + 1 };
      },
      { signal: abort.signal },
    );
    await expect(load).rejects.toMatchObject({ name: 'AbortError' });
    expect(index.progress.value.status).toBe('failed');
  });

  it('refuses pages that go round in a circle', async () => {
    await expect(made().load(() => ({ contacts: [], nextPage: 1 }))).rejects.toMatchObject({
      code: 'invalid-argument',
    });
  });

  it('answers nobody who has left', async () => {
    const index = made();
    await index.load(people);
    await expect(index.search('jen', AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' });
    const abort = new AbortController();
    const asked = index.match('+442079460958', abort.signal);
    abort.abort();
    await expect(asked).rejects.toMatchObject({ code: 'aborted' });
  });

  it('refuses everything once it is closed', async () => {
    const index = made();
    index.close();
    index.close();
    for (const ask of [
      index.search('a'),
      index.match('1'),
      index.add(people),
      index.load(people),
      index.clear(),
    ]) {
      await expect(ask.catch((error: unknown) => isOffhookError(error) && error.code)).resolves.toBe(
        'invalid-state',
      );
    }
  });

  it('tells when the worker fails', async () => {
    const worker = threadWorker();
    const index = made({ worker: () => worker });
    await index.load(people);
    const asked = index.search('jen');
    worker.onerror?.({ message: 'out of memory', preventDefault() {} } as ErrorEvent);
    await expect(asked).rejects.toMatchObject({ code: 'handler-failed' });
  });
});
