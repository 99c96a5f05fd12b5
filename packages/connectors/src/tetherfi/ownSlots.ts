/** Whoever calls the vendor's slots calls these. */
export type SlotHandler = (name: string, args: readonly unknown[]) => void;

/** Objects whose slots somebody owns: two would take them from one another. */
const owned = new WeakSet();

/** Whether another client of this page listens to the vendor already. */
export const isOwned = (target: object): boolean => owned.has(target);

/** What the page itself has put into a slot. */
type Foreign = (...args: unknown[]) => unknown;

/** Where that is kept: one for each store of the vendor's, whatever names it has. */
interface Cell {
  foreign: unknown;
}

const isForeign = (value: unknown): value is Foreign => typeof value === 'function';

/**
 * Owns the vendor's callback slots: they are plain properties, and what the page assigns would silence us (trap 41).
 * What the page assigns is told to `onForeign` and called all the same, behind us; what it throws is its own affair, and
 * comes up as an error of the page. The returned function puts everything back.
 *
 * @throws TypeError where the vendor's object can't be changed
 */
export function ownSlots(
  target: object,
  names: readonly string[],
  handler: SlotHandler,
  onForeign: (name: string) => void,
  later: (act: () => void) => void = queueMicrotask,
): () => void {
  const undo: (() => void)[] = [];
  /** Our own functions, by which a second name of the same store is known. */
  const ours = new Map<unknown, Cell>();
  let released = false;
  owned.add(target);

  function own(name: string): void {
    const before = Object.getOwnPropertyDescriptor(target, name);
    const was: unknown = (target as Record<string, unknown>)[name];
    const cell = ours.get(was) ?? { foreign: isForeign(was) ? was : undefined };
    const mine = (...args: unknown[]): void => {
      handler(name, args);
      const theirs = cell.foreign;
      // Not within the vendor's call: what the page's own function throws must not reach the vendor.
      if (isForeign(theirs)) later(() => void theirs.apply(target, args));
    };
    ours.set(mine, cell);
    if (before?.set) {
      // Two names of one event may stand on one store, which the vendor reads: ours must be in there.
      (target as Record<string, unknown>)[name] = mine;
    }
    if (before?.configurable === false) {
      if (!before.set) (target as Record<string, unknown>)[name] = mine;
    } else {
      Object.defineProperty(target, name, {
        configurable: true,
        enumerable: true,
        get: () => mine,
        set(next: unknown) {
          // The vendor's own accessor may pass on what we put into the other name.
          if (ours.has(next)) return;
          cell.foreign = next;
          if (isForeign(next) && !released) onForeign(name);
        },
      });
    }
    undo.push(() => {
      if (before?.configurable !== false) delete (target as Record<string, unknown>)[name];
      if (before?.set && before.configurable) Object.defineProperty(target, name, before);
      if (before !== undefined || cell.foreign !== undefined) {
        (target as Record<string, unknown>)[name] = cell.foreign;
      }
    });
  }

  const release = (): void => {
    released = true;
    owned.delete(target);
    for (const each of undo.splice(0).reverse()) each();
  };
  try {
    for (const name of names) own(name);
  } catch (error) {
    release();
    throw error;
  }
  return release;
}
