import { randomMediaId } from '@offhook/livechat/media';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Point, Stroke } from '../../desk/media/strokes.js';
import { pointAt, ringAround, strokePath } from './strokePath.js';

export type DrawMode = 'off' | 'draw' | 'point';

interface DrawLayerProps {
  readonly mode: DrawMode;
  readonly strokes: readonly Stroke[];
  /** Width by height of the page. */
  readonly aspect: number;
  /** Of a stroke, or of a piece of one: the pieces have the same id. */
  readonly onStroke: (id: string, points: readonly Point[]) => void;
  readonly onLeave: () => void;
}

const steps: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function pointOf({ currentTarget, clientX, clientY }: PointerEvent): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return pointAt((clientX - left) / Math.max(1, width), (clientY - top) / Math.max(1, height));
}

/** As many points are told at once, so that the customer sees it grow. */
const pieceLength = 8;

/** A stroke that grows. */
interface Growing {
  readonly id: string;
  /** What was told last. */
  readonly last?: Point | undefined;
  readonly untold: readonly Point[];
}

const percent = (value: number): number => Math.round(value * 100);

/** Lies over the customer's page: shows what was drawn, and takes what the agent draws. */
export function DrawLayer({ mode, strokes, aspect, onStroke, onLeave }: DrawLayerProps) {
  const [growing, setGrowing] = useState<Growing>();
  const [cross, setCross] = useState<Point>([0.5, 0.5]);

  const grow = (to: Point): void => {
    if (growing === undefined) return;
    const untold = [...growing.untold, to];
    const isTold = untold.length >= pieceLength;
    if (isTold) onStroke(growing.id, untold);
    setGrowing({ ...growing, ...(isTold ? { last: to, untold: [] } : { untold }) });
  };
  const finish = (): void => {
    if (growing !== undefined && growing.untold.length > 0) onStroke(growing.id, growing.untold);
    setGrowing(undefined);
  };

  const onKey = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step !== undefined) {
      const far = event.shiftKey ? 0.1 : 0.02;
      setCross(([x, y]) => pointAt(x + step[0] * far, y + step[1] * far));
    } else if (event.key === 'Enter') onStroke(randomMediaId(), ringAround(cross, aspect));
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <svg
        className="draw-layer"
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        aria-hidden="true"
        data-mode={mode}
        onPointerDown={(event) => {
          if (mode !== 'draw' || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setGrowing({ id: randomMediaId(), untold: [pointOf(event)] });
        }}
        onPointerMove={(event) => grow(pointOf(event))}
        onPointerUp={finish}
        onPointerCancel={finish}
      >
        {strokes.map(({ id, by, points }) => (
          <path key={`${by}${id}`} className="stroke" data-by={by} d={strokePath(points)} />
        ))}
        {growing !== undefined && (
          <path
            className="stroke"
            data-by="a"
            d={strokePath([...(growing.last === undefined ? [] : [growing.last]), ...growing.untold])}
          />
        )}
        {mode === 'point' && (
          <path
            className="cross"
            d={`M${cross[0] - 0.03} ${cross[1]}h0.06M${cross[0]} ${cross[1] - 0.03 * aspect}v${0.06 * aspect}`}
          />
        )}
      </svg>
      {mode === 'point' && (
        <div
          ref={(element) => element?.focus({ preventScroll: true })}
          className="draw-keys"
          role="application"
          aria-roledescription="cross"
          aria-label="Cross on the customer’s page: arrow keys move it, with Shift farther; Enter draws a ring; Escape ends."
          tabIndex={0}
          onKeyDown={onKey}
        >
          <span className="visually-hidden" role="status" aria-label="Cross">
            {percent(cross[0])} % from the left, {percent(cross[1])} % from the top
          </span>
        </div>
      )}
    </>
  );
}
