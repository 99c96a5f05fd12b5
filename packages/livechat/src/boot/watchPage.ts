import type { Lifecycle } from '../api/createApi.js';

/** The parts of a window and its document that tell of a page's coming and going. */
export interface PageEvents {
  readonly window: Pick<Window, 'addEventListener'>;
  readonly document: Pick<Document, 'addEventListener' | 'visibilityState'>;
}

/** Follows the page: left, shown again from the browser's cache, looked at again, back on the network. */
export function watchPage({ window, document }: PageEvents, lifecycles: readonly Lifecycle[]): void {
  const each = (does: keyof Lifecycle) => (): void => {
    for (const lifecycle of lifecycles) lifecycle[does]();
  };
  window.addEventListener('pagehide', each('leave'));
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) each('back')();
    each('wake')();
  });
  window.addEventListener('online', each('wake'));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') each('wake')();
  });
}
