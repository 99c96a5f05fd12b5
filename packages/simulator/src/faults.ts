import * as v from 'valibot';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(86_400_000));

/** The fields of `POST /control/{vendor}/faults` that every vendor knows, without `session`. */
export const faultEntries = {
  drop: v.optional(share),
  duplicate: v.optional(share),
  delayMs: v.optional(milliseconds),
  reorder: v.optional(v.boolean()),
  malformed: v.optional(share),
  offline: v.optional(v.boolean()),
  silent: v.optional(v.boolean()),
  until: v.optional(milliseconds),
};

/** What goes wrong between a widget and its host; all of it off by default. */
export interface Faults {
  /** Share of frames lost, 0 to 1. */
  readonly drop: number;
  /** Share of frames sent twice, 0 to 1. */
  readonly duplicate: number;
  /** Added to every frame's way, in milliseconds. */
  readonly delayMs: number;
  /** Neighbouring frames change places. */
  readonly reorder: boolean;
  /** Share of frames damaged, 0 to 1. */
  readonly malformed: number;
  /** The widget has lost its vendor: nothing new reaches the host. */
  readonly offline: boolean;
  /** Frames from the host are not looked at. */
  readonly silent: boolean;
}

export const noFaults: Faults = {
  drop: 0,
  duplicate: 0,
  delayMs: 0,
  reorder: false,
  malformed: 0,
  offline: false,
  silent: false,
};

type FaultRequest = { readonly [key in keyof Faults]?: Faults[key] | undefined };

/** Each request replaces all faults; what it doesn't name is off. */
export function toFaults(request: FaultRequest): Faults {
  return {
    drop: request.drop ?? 0,
    duplicate: request.duplicate ?? 0,
    delayMs: request.delayMs ?? 0,
    reorder: request.reorder ?? false,
    malformed: request.malformed ?? 0,
    offline: request.offline ?? false,
    silent: request.silent ?? false,
  };
}
