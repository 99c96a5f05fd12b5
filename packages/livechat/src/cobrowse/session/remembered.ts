import { bool, json, object, text } from '../../link/read.js';
import type { CobrowseEnv } from './cobrowseEnv.js';

/** What a tab knows of its session after the page was loaded anew. */
export interface Remembered {
  readonly sid: string;
  readonly media: string;
  /** Whether a screen was captured: that needs a click of the customer's each time. */
  readonly screen: boolean;
}

/** The tab's memory of the session that it shows. */
export interface Memory {
  read(): Remembered | undefined;
  write(session: Remembered): void;
  forget(): void;
}

/** Keeps it in the tab's own storage, one for each site of the back end; without storage it forgets. */
export function createMemory(storage: CobrowseEnv['storage'], site: string | undefined): Memory {
  const key = `offhook.cobrowse${site === undefined ? '' : `.${site}`}`;
  return {
    read() {
      const kept = object(json(storage?.getItem(key) ?? ''));
      const sid = text(kept?.sid);
      const media = text(kept?.media);
      return sid === undefined || media === undefined
        ? undefined
        : { sid, media, screen: bool(kept?.screen) === true };
    },
    write({ sid, media, screen }) {
      try {
        storage?.setItem(key, JSON.stringify({ sid, media, screen }));
      } catch {
        // Full: then a reload ends the session.
      }
    },
    forget: () => storage?.removeItem(key),
  };
}
