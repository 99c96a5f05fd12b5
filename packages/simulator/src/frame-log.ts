/** A frame as the widget saw it: `out` went from the widget to the host, `in` came from the host. */
export interface LoggedFrame {
  /** Counts up from 1 within a session; a cleared log goes on counting. */
  readonly seq: number;
  /** Wall-clock milliseconds. */
  readonly at: number;
  readonly direction: 'in' | 'out';
  /** Origin of the sender. */
  readonly origin: string;
  readonly data: unknown;
  /** Which open widget of the session. */
  readonly tab: string;
}

export interface FrameLog {
  add(frame: Omit<LoggedFrame, 'seq'>): void;
  list(): readonly LoggedFrame[];
  clear(): void;
}

/** Keeps the newest frames only: a board left open for a week must not eat the machine. */
export function createFrameLog(limit = 5000, onAdd: () => void = () => {}): FrameLog {
  let frames: LoggedFrame[] = [];
  let seq = 0;
  return {
    add(frame) {
      frames.push({ seq: (seq += 1), ...frame });
      // Trimming in blocks keeps this cheap at the limit.
      if (frames.length > limit * 1.2) frames = frames.slice(-limit);
      onAdd();
    },
    list: () => frames.slice(-limit),
    clear() {
      frames = [];
    },
  };
}
