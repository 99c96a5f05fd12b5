import type { Addresses } from '../page/addresses.js';

interface Place {
  readonly search: string;
  readonly origin: string;
}

/** Whether the page was opened for one call, in a pane or a popup. */
export const isXivoGuest = ({ search }: Pick<Place, 'search'>): boolean =>
  new URLSearchParams(search).has('call');

/**
 * How the page that a pane shows learns of its call, as the options of `xivo()`. What opened it is the agents' desktop,
 * or, when the service says so with `from=page`, a softphone's page of our own.
 */
export const xivoGuest = ({ xivoService, xivoDesktopOrigin }: Addresses, { search, origin }: Place) => ({
  role: 'guest' as const,
  service: xivoService,
  desktop: new URLSearchParams(search).get('from') === 'page' ? launcherOrigin(origin) : xivoDesktopOrigin,
});

/** In a pane beside a softphone, a page of ours is on the launcher's other address. */
const launcherOrigin = (origin: string): string => origin.replace('//127.0.0.1:', '//localhost:');
