import type { Page } from '@playwright/test';

/** What a page's sockets send, or get: it grows. To be called before the page is opened. */
export function framesOf(
  page: Page,
  which: 'framesent' | 'framereceived',
  frames: string[] = [],
): readonly string[] {
  const keep = ({ payload }: { readonly payload: string | Buffer }): void =>
    void frames.push(String(payload));
  page.on('websocket', (socket) => {
    if (which === 'framesent') socket.on('framesent', keep);
    else socket.on('framereceived', keep);
  });
  return frames;
}

export const bytesOf = (frames: readonly string[]): number =>
  frames.reduce((sum, frame) => sum + Buffer.byteLength(frame), 0);

/** An event of the recorder's. */
export interface SeenEvent {
  readonly type: number;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Frame {
  readonly t: string;
  readonly data?: {
    readonly k: string;
    readonly s: number;
    readonly e: readonly SeenEvent[];
    readonly i: number;
    readonly of: number;
    readonly text: string;
  };
}

/** What the frames tell of the page, with what came in parts put together. */
export function eventsIn(frames: readonly string[]): readonly SeenEvent[] {
  let text = '';
  return frames.flatMap((frame) => {
    const { t, data } = JSON.parse(frame) as Frame;
    if (t !== 'signal' || data === undefined) return [];
    if (data.k === 'ev') return data.e;
    if (data.k !== 'part') return [];
    text = data.i === 0 ? data.text : text + data.text;
    return data.i === data.of - 1 ? (JSON.parse(text) as readonly SeenEvent[]) : [];
  });
}
