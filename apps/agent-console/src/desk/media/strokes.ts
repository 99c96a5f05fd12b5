/** 0 to 1 of the customer's window, from its left and its top. */
export type Point = readonly [number, number];

/** Something that was drawn on the customer's page. */
export interface Stroke {
  readonly id: string;
  readonly by: 'c' | 'a';
  readonly points: readonly Point[];
}

/** What was drawn, by either side. */
export type Drawing =
  | { readonly k: 'draw'; readonly id: string; readonly points: readonly Point[] }
  | { readonly k: 'undo' }
  | { readonly k: 'clear' };

const mostStrokes = 200;
const mostPoints = 5_000;

/**
 * The strokes after one more step. A stroke that comes in pieces has the same id in each. `undo` takes back the last of whoever
 * says it, `clear` all of both.
 */
export function drawn(strokes: readonly Stroke[], by: 'c' | 'a', step: Drawing): readonly Stroke[] {
  switch (step.k) {
    case 'draw': {
      const { id, points } = step;
      const known = strokes.find((each) => each.by === by && each.id === id);
      if (known === undefined)
        return [...strokes, { id, by, points: points.slice(0, mostPoints) }].slice(-mostStrokes);
      const longer = { ...known, points: [...known.points, ...points].slice(0, mostPoints) };
      return strokes.map((each) => (each === known ? longer : each));
    }
    case 'undo': {
      const last = strokes.filter((each) => each.by === by).at(-1);
      return strokes.filter((each) => each !== last);
    }
    case 'clear':
      return [];
  }
}
