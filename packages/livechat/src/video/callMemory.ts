import { bool, json, object, text } from '../link/read.js';

/** What a page remembers of its call over a reload. */
export interface RememberedCall {
  readonly sid: string;
  readonly media: string;
  readonly muted: boolean;
  readonly cameraOff: boolean;
}

/** The call that this page was in before it was loaded anew. */
export interface CallMemory {
  keep(call: RememberedCall): void;
  /** Gives it once: what is taken is forgotten, so that a copy of this page does not find it. */
  take(): RememberedCall | undefined;
}

function readCall(value: unknown): RememberedCall | undefined {
  const call = object(value);
  const sid = text(call?.sid);
  const media = text(call?.media);
  const muted = bool(call?.muted);
  const cameraOff = bool(call?.cameraOff);
  if (sid === undefined || media === undefined || muted === undefined || cameraOff === undefined)
    return undefined;
  return { sid, media, muted, cameraOff };
}

/** Remembers in the page's own storage; a storage that is full or forbidden only costs the way back. */
export function createCallMemory(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined,
  key: string,
): CallMemory {
  return {
    keep(call) {
      try {
        storage?.setItem(key, JSON.stringify(call));
      } catch {
        // The page goes away: there is nobody to tell.
      }
    },
    take() {
      try {
        const kept = storage?.getItem(key);
        storage?.removeItem(key);
        return readCall(json(kept ?? ''));
      } catch {
        return undefined;
      }
    },
  };
}
