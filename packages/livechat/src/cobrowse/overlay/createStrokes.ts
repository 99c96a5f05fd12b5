import { setStyles, svgElement } from './element.js';

/** Who drew it. */
export type Drawer = 'c' | 'a';
export type Point = readonly [number, number];

/** The strokes on the page, by both sides, in parts of the window: 0 to 1 (P-23). */
export interface Strokes {
  readonly element: SVGSVGElement;
  readonly count: number;
  /** Adds points to a stroke of that side, which begins with the first of them. */
  draw(by: Drawer, id: string, points: readonly Point[]): void;
  /** Takes back that side's last stroke; false when it has none. */
  undo(by: Drawer): boolean;
  /** All of both sides. */
  clear(): void;
}

const mostStrokes = 200;
const mostPoints = 10_000;

interface Stroke {
  readonly by: Drawer;
  readonly id: string;
  readonly line: SVGPolylineElement;
  points: readonly Point[];
}

export function createStrokes(document: Document): Strokes {
  const element = svgElement(document, 'svg', 'drawing', {
    viewBox: '0 0 1 1',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  setStyles(element, {
    position: 'fixed',
    inset: '0',
    width: '100%',
    height: '100%',
    'pointer-events': 'none',
  });
  let strokes: readonly Stroke[] = [];
  const remove = (stroke: Stroke): void => {
    stroke.line.remove();
    strokes = strokes.filter((each) => each !== stroke);
  };
  const begin = (by: Drawer, id: string): Stroke => {
    const line = svgElement(document, 'polyline', `stroke-${by}`, {
      fill: 'none',
      stroke: by === 'a' ? '#c2185b' : '#1565c0',
      'stroke-width': '4',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'vector-effect': 'non-scaling-stroke',
    });
    element.append(line);
    const stroke: Stroke = { by, id, line, points: [] };
    strokes = [...strokes, stroke];
    const oldest = strokes[0];
    if (strokes.length > mostStrokes && oldest !== undefined) remove(oldest);
    return stroke;
  };
  return {
    element,
    get count() {
      return strokes.length;
    },
    draw(by, id, points) {
      if (points.length === 0) return;
      const stroke = strokes.find((each) => each.by === by && each.id === id) ?? begin(by, id);
      stroke.points = [...stroke.points, ...points].slice(0, mostPoints);
      // A dot is a line to where it is.
      const shown = stroke.points.length === 1 ? [...stroke.points, ...stroke.points] : stroke.points;
      stroke.line.setAttribute('points', shown.map(([x, y]) => `${x},${y}`).join(' '));
    },
    undo(by) {
      const last = strokes.filter((each) => each.by === by).at(-1);
      if (last !== undefined) remove(last);
      return last !== undefined;
    },
    clear() {
      for (const stroke of strokes) stroke.line.remove();
      strokes = [];
    },
  };
}
