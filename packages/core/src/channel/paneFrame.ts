import { paneTitle, type Pane } from '../model/pane.js';
import { paneMessages, type PaneMessages } from './paneMessages.js';

/** A pane's page in this page. */
export interface PaneFrame {
  /** Hears its page no longer; it stays to be seen. */
  ignore(): void;
  /** Takes it away. */
  remove(): void;
}

/** What a pane's frame tells. */
export type PaneFrameOptions = Pick<PaneMessages, 'completes' | 'completed'>;

const rights = 'allow-scripts allow-forms allow-popups allow-downloads';

/**
 * Shows a pane's page in a sandboxed iframe that fills the element: it can't navigate this page.
 */
export function paneFrame(
  element: HTMLElement,
  pane: Pick<Pane, 'url' | 'title'>,
  { completes, completed }: PaneFrameOptions,
): PaneFrame {
  const { origin } = new URL(pane.url);
  // A page of this page's own origin could take its own sandbox away: it becomes nobody's, and so do its messages.
  const own = origin === location.origin;
  const iframe = document.createElement('iframe');
  iframe.title = paneTitle(pane);
  iframe.setAttribute('sandbox', own ? rights : `${rights} allow-same-origin`);
  iframe.setAttribute('referrerpolicy', 'no-referrer');
  iframe.style.cssText = 'display:block;border:0;width:100%;height:100%;';
  const ignore = paneMessages({
    source: () => iframe.contentWindow,
    origin: own ? 'null' : origin,
    completes,
    completed,
  });
  iframe.src = pane.url;
  element.append(iframe);
  return {
    ignore,
    remove() {
      ignore();
      iframe.remove();
    },
  };
}
