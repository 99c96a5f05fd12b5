import type { Globals } from '../boot/install.js';
import { readNote } from '../boot/note.js';
import { mediaPortOf } from './mediaPortOf.js';
import type { MediaPort } from './mediaPort.js';

/** The page, as far as scripts wait for one another on it. */
export interface WaitingPage {
  readonly globals: Globals;
  readonly document: Pick<Document, 'readyState' | 'addEventListener'>;
  readonly window: Pick<Window, 'addEventListener'>;
  /** Tells whoever wrote the page, in the console, that something is missing. */
  report(error: Error): void;
}

/**
 * Gives the media port of `livechat` and of `multilivechat`, each once, as soon as it is there: now, or when the page's own
 * scripts have run. A page without livechat.js is told so, once.
 *
 * @param unit the script that waits, for the log
 * @example whenApis(page, 'livechat_video', (port) => port.define({ StartAvCall }));
 */
export function whenApis(page: WaitingPage, unit: string, attach: (port: MediaPort) => void): void {
  const { document, globals, window } = page;
  const attached = new Set<MediaPort>();

  function look(): void {
    for (const api of [globals.livechat, globals.multilivechat]) {
      const port = mediaPortOf(api);
      if (port === undefined || attached.has(port)) continue;
      attached.add(port);
      attach(port);
    }
  }
  function lookAtLast(): void {
    look();
    if (attached.size > 0) return;
    const text = 'livechat.js is not on this page, or is another than this script’s: include it before.';
    readNote(globals)?.('warn', unit, text);
    page.report(new Error(`${unit}: ${text}`));
  }

  if (document.readyState === 'complete') {
    lookAtLast();
    return;
  }
  look();
  document.addEventListener('DOMContentLoaded', look, { once: true });
  window.addEventListener('load', lookAtLast, { once: true });
}
