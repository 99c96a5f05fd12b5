import { longer, stage } from './testing/outboxStage.js';
import { rest, until } from './testing/until.js';

/** Fills the disk until what it returns is called. */
function full(): () => void {
  const refused = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  return () => refused.mockRestore();
}

describe('where there is no storage', () => {
  it('it is kept in memory and sent, and the state says why', async () => {
    const { open, sent, pass } = stage();
    const { box } = open(['indexedDB']);
    await box.put('a', '1');
    await pass(300);
    expect(sent).toEqual([['a', '1']]);
    expect(box.state.value).toMatchObject({ storage: 'memory', pending: 0, reason: expect.any(String) });
  });

  it('or it may not be used', async () => {
    const { open, browser, sent, pass } = stage();
    const refused = jest.spyOn(browser.databases, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const { box } = open();
    await box.put('a', '1');
    refused.mockRestore();
    await pass(300);
    expect(sent).toEqual([['a', '1']]);
    expect(box.state.value).toMatchObject({ storage: 'memory', reason: 'SecurityError' });
  });

  it('or another tab is in its way, it waits some seconds for it and goes on in memory', async () => {
    const { open, browser, sent, pass, clock } = stage();
    const other = browser.databases.open('offhook:notes', 1);
    await until(() => other.readyState === 'done');
    // Deleting waits for the other tab, and whoever opens it waits for the deleting.
    browser.databases.deleteDatabase('offhook:notes');
    const { box } = open();
    const kept = box.put('a', '1');
    await rest();
    clock.advance(4_999);
    await rest();
    expect(sent).toEqual([]);
    clock.advance(1);
    await kept;
    await pass(300);
    expect(sent).toEqual([['a', '1']]);
    expect(box.state.value.storage).toBe('memory');
    // And takes it into use when it comes late.
    other.result.close();
    await until(() => box.state.value.storage === 'indexeddb');
  });

  it('or it is full: what is stored stays stored, and what comes after goes out behind it', async () => {
    const { open, sent, replies, pass } = stage();
    let free = (): void => {};
    replies(() => new Promise<void>((done) => (free = done)));
    const { box } = open();
    await box.put('a', '1');
    await rest();
    const add = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await box.put('a', '2');
    await box.put('a', '3');
    add.mockRestore();
    expect(box.state.value).toMatchObject({ storage: 'memory', reason: 'QuotaExceededError' });
    expect(sent).toEqual([]);
    replies(() => undefined);
    free();
    await pass(3_000);
    expect(sent).toEqual([
      ['a', '1'],
      ['a', '2'],
      ['a', '3'],
    ]);
  });

  it('or what is merged does not makeRoom, it is merged into what is stored all the same', async () => {
    const { open, sent, pass } = stage({ merge: longer });
    const { box } = open();
    await box.put('a', '1');
    await pass(300);
    const add = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await box.put('a', '2');
    add.mockRestore();
    await pass(300);
    expect(sent).toEqual([
      ['a', '1'],
      ['a', '12'],
    ]);
  });

  it('or what is merged was kept in memory for a while, nothing of it is lost when there is room again', async () => {
    const { open, sent, pass } = stage({ merge: longer });
    const { box } = open();
    await box.put('a', '1');
    await pass(300);
    const makeRoom = full();
    await box.put('a', '2');
    await pass(300);
    makeRoom();
    await box.put('a', '3');
    await pass(300);
    expect(sent.map(([, value]) => value)).toEqual(['1', '12', '123']);
    await expect(box.get('a')).resolves.toEqual({ value: '123', status: 'delivered' });
  });

  it('or another tab has added to it meanwhile, both are kept', async () => {
    const { open, sent, pass } = stage({ merge: longer });
    const [first, second] = [open(), open()];
    await first.box.put('a', '1');
    await pass(300);
    const makeRoom = full();
    await first.box.put('a', '2');
    await pass(300);
    makeRoom();
    await second.box.put('a', '4');
    await pass(300);
    await first.box.put('a', '3');
    await pass(300);
    for (const part of ['1', '2', '3', '4']) expect(sent.at(-1)?.[1]).toContain(part);
  });

  it('and the state tells when there is room again', async () => {
    const { open, pass } = stage();
    const { box } = open();
    await pass(300);
    const makeRoom = full();
    await box.put('a', '1');
    await pass(300);
    expect(box.state.value.storage).toBe('memory');
    makeRoom();
    await box.put('b', '1');
    await pass(300);
    expect(box.state.value).toEqual({ pending: 0, failed: 0, storage: 'indexeddb' });
  });

  it('or it fails for good, it is asked now and then and not all the time', async () => {
    const { open, entries, replies, pass } = stage();
    const { box } = open();
    let free = (): void => {};
    replies(() => new Promise<void>((done) => (free = done)));
    await box.put('a', '1');
    await rest();
    const gone = jest.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    replies(() => undefined);
    free();
    await pass(5_000);
    gone.mockRestore();
    expect(entries.length).toBeLessThan(8);
    await pass(2_000);
    expect(box.state.value.pending).toBe(0);
  });

  it('thousands kept in memory are sent as quickly as few', async () => {
    const { open, sent, pass } = stage({ concurrency: 50 });
    const { box } = open(['indexedDB']);
    const keys = Array.from({ length: 5_000 }, (_, at) => `k${at}`);
    await Promise.all(keys.map((key) => box.put(key, '1')));
    await until(() => sent.length === keys.length);
    await pass(300);
    expect(box.state.value).toMatchObject({ pending: 0, storage: 'memory' });
  });
});
