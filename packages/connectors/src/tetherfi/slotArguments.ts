/** Where a multi-chat vendor puts the id that it adds to the documented arguments; its document doesn't say (row T-190). */
export type SidPosition = 'last' | 'first';

/** The documented arguments of one event, and what came along with them. */
export interface SlotArguments {
  readonly doc: readonly unknown[];
  /** The chat's id and the app's own, where the vendor tells them. */
  readonly sid: unknown;
  readonly clientId: unknown;
  /** What our own script adds behind (P-7, P-25). */
  readonly extra: readonly unknown[];
}

/** How one event's arguments are laid out. */
export interface SlotShape {
  /** How many arguments the document gives it. */
  readonly count: number;
  /** With multi-chat: which id follows them first (rows T-190, T-191). `none`: the event speaks of the page. */
  readonly adds: 'sid' | 'clientId' | 'none';
}

/** Takes an event's arguments apart: documented ones, ids, and extras. */
export function slotArguments(
  args: readonly unknown[],
  { count, adds }: SlotShape,
  multi: boolean,
  position: SidPosition,
): SlotArguments {
  if (!multi || adds === 'none') {
    return { doc: args.slice(0, count), sid: undefined, clientId: undefined, extra: args.slice(count) };
  }
  const first = position === 'first';
  const doc = first ? args.slice(1, count + 1) : args.slice(0, count);
  const one = first ? args[0] : args[count];
  const other = args[count + 1];
  const [sid, clientId] = adds === 'sid' ? [one, other] : [other, one];
  return { doc, sid, clientId, extra: args.slice(count + 2) };
}
