import { isOwned, ownSlots } from './ownSlots.js';
import { settle } from './testing/settle.js';
import { connected } from './testing/stage.js';

type Slots = Record<string, unknown>;
const call = (slots: Slots, name: string, ...args: unknown[]): unknown =>
  (slots[name] as (...of: unknown[]) => unknown)(...args);

function owned(slots: Slots, names: readonly string[] = ['OnEnd', 'OnEcho']) {
  const heard: unknown[][] = [];
  const foreign: string[] = [];
  const release = ownSlots(
    slots,
    names,
    (name, args) => heard.push([name, ...args]),
    (name) => foreign.push(name),
  );
  return { heard, foreign, release };
}

describe('the vendor’s slots', () => {
  test('T-52: are ours, and are as they were when we are done', () => {
    const slots: Slots = { OnEnd: null };
    const { heard, release } = owned(slots);
    call(slots, 'OnEnd', 'server', undefined);
    call(slots, 'OnEcho', 'Hello');
    expect(heard).toEqual([
      ['OnEnd', 'server', undefined],
      ['OnEcho', 'Hello'],
    ]);
    expect(isOwned(slots)).toBe(true);
    release();
    expect(slots).toEqual({ OnEnd: undefined });
    expect(Object.getOwnPropertyDescriptor(slots, 'OnEnd')).toMatchObject({ writable: true });
    expect(isOwned(slots)).toBe(false);
  });

  test('T-52: what the page assigns is told of, called behind us, and put back with the rest (trap 41)', async () => {
    const slots: Slots = {};
    const { heard, foreign, release } = owned(slots);
    const theirs: unknown[][] = [];
    const assigned = (...args: unknown[]): void => void theirs.push(args);
    slots['OnEcho'] = assigned;
    expect(foreign).toEqual(['OnEcho']);
    call(slots, 'OnEcho', 'Hello');
    expect(heard).toEqual([['OnEcho', 'Hello']]);
    await settle();
    expect(theirs).toEqual([['Hello']]);
    slots['OnEcho'] = null;
    call(slots, 'OnEcho', 'Again');
    await settle();
    expect(theirs).toHaveLength(1);
    slots['OnEcho'] = assigned;
    release();
    expect(slots['OnEcho']).toBe(assigned);
  });

  test('T-52: what was there before is called as well, and is not told of', async () => {
    const theirs: unknown[] = [];
    const slots: Slots = { OnEnd: (...args: unknown[]) => theirs.push(args) };
    const { foreign, heard } = owned(slots);
    call(slots, 'OnEnd', 'lib', 'x');
    await settle();
    expect([theirs, heard, foreign]).toEqual([[['lib', 'x']], [['OnEnd', 'lib', 'x']], []]);
  });

  test('T-150: a script with one store behind two names has ours in it', () => {
    let store: unknown;
    const slots: Slots = {};
    for (const name of ['OnSystemNotification', 'OnCallbackAutoRegistered']) {
      Object.defineProperty(slots, name, {
        configurable: true,
        get: () => store,
        set: (next: unknown) => void (store = next),
      });
    }
    const { heard, release } = owned(slots, ['OnSystemNotification', 'OnCallbackAutoRegistered']);
    (store as (code: string) => void)('NoStaffedAgents');
    expect(heard).toEqual([['OnCallbackAutoRegistered', 'NoStaffedAgents']]);
    release();
    expect(store).toBeUndefined();
  });

  test('T-150: a name that passes on to another is no assignment of the page’s, and whichever the page sets is called', async () => {
    const slots: Slots = { OnSystemNotification: null };
    Object.defineProperty(slots, 'OnCallbackAutoRegistered', {
      configurable: true,
      get: () => slots['OnSystemNotification'],
      set: (next: unknown) => void (slots['OnSystemNotification'] = next),
    });
    const { heard, foreign, release } = owned(slots, ['OnSystemNotification', 'OnCallbackAutoRegistered']);
    call(slots, 'OnSystemNotification', 'NoStaffedAgents');
    await settle();
    expect([foreign, heard]).toEqual([[], [['OnSystemNotification', 'NoStaffedAgents']]]);
    const theirs: unknown[] = [];
    const assigned = (code: unknown): void => void theirs.push(code);
    slots['OnCallbackAutoRegistered'] = assigned;
    call(slots, 'OnSystemNotification', 'QueueIsTooBig');
    await settle();
    expect([foreign, theirs]).toEqual([['OnCallbackAutoRegistered'], ['QueueIsTooBig']]);
    release();
    expect(slots['OnSystemNotification']).toBe(assigned);
    expect(slots['OnCallbackAutoRegistered']).toBe(assigned);
    expect(foreign).toHaveLength(1);
  });

  test('T-52: an object that can’t be changed throws, and stays as it was', () => {
    const slots = Object.freeze({ OnEnd: undefined });
    expect(() => owned(slots)).toThrow(TypeError);
    expect(isOwned(slots)).toBe(false);
  });
});

describe('a page that assigns a slot itself', () => {
  test('T-164: is warned by an error event, and nothing is lost', async () => {
    const { vendor, fire, said, events } = await connected();
    vendor.object['OnEcho'] = () => {
      throw new Error('the page’s own affair');
    };
    expect(events.at(-1)).toMatchObject({
      type: 'error',
      error: { message: expect.stringContaining('OnEcho') },
    });
    vendor.object['OnEcho'] = undefined;
    fire('OnEcho', 'Hello');
    expect(said().at(-1)).toBe('Hello delivered');
  });
});
