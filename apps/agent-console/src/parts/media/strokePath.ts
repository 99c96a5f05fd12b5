import type { Point } from '../../desk/media/strokes.js';

/** A stroke as an SVG path in a square of 1; a single point is a dot. */
export function strokePath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const to = ([x, y]: Point): string => `${x} ${y}`;
  return `M${to(first)}${(rest.length === 0 ? [first] : rest).map((point) => `L${to(point)}`).join('')}`;
}

/** Finer is no screen, and would be much to send. */
const within = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;

/** A point of the page, whatever was pointed at. */
export const pointAt = (x: number, y: number): Point => [within(x), within(y)];

/** A ring around a point: how one shows a place without a mouse. */
export function ringAround([x, y]: Point, aspect: number): readonly Point[] {
  const radius = 0.02;
  return Array.from({ length: 17 }, (_, step) => {
    const angle = (step / 16) * 2 * Math.PI;
    return pointAt(x + radius * Math.cos(angle), y + radius * aspect * Math.sin(angle));
  });
}
