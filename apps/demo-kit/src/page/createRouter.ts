import { createCurrent, type Current } from '@offhook/core';

/** A router of a few lines: paths below a base, the browser's own history, ordinary links. */
export interface Router {
  /** The path below the base, without slashes around it; `''` is the start. */
  readonly path: Current<string>;
  /** A link's address, within the base and the session. */
  href(path: string): string;
  /** Takes over a click on one of our links; leaves alone what the browser should do itself. */
  followLink(event: MouseEvent): void;
  close(): void;
}

export interface RouterOptions {
  /** Such as `/react/`. */
  readonly base: string;
  readonly toHref: (path: string) => string;
}

export function createRouter({ base, toHref }: RouterOptions): Router {
  const read = (): string => {
    const { pathname } = location;
    return pathname.startsWith(base) ? pathname.slice(base.length).replace(/\/+$/, '') : '';
  };
  const path = createCurrent(read());
  const onPopState = (): void => path.set(read());
  addEventListener('popstate', onPopState);

  return {
    path,
    href: (to) => toHref(`${base}${to}`),
    followLink(event) {
      const plain =
        event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (!plain || event.defaultPrevented || !(event.target instanceof Element)) return;
      const link = event.target.closest('a');
      if (link === null || link.target !== '' || link.origin !== location.origin) return;
      if (!link.pathname.startsWith(base)) return;
      event.preventDefault();
      history.pushState(null, '', link.href);
      path.set(read());
      scrollTo(0, 0);
    },
    close: () => removeEventListener('popstate', onPopState),
  };
}
