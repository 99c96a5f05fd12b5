import type { Addresses } from '../page/addresses.js';

/**
 * What opens panes beside a softphone, as the options of `xivoPanes()`: the same service that the agents' desktop asks,
 * told that a page is asking. Pages of ours may be opened and, as popups, speak to the page that opened them; those of
 * the service, and of ours on the launcher's other address, may only be opened.
 */
export function xivoPanesOptions(
  { xivoService }: Addresses,
  session: string,
  { origin }: { readonly origin: string },
) {
  return {
    service: `${xivoService}?session=${encodeURIComponent(session)}&from=page`,
    origins: [origin, origin.replace('//localhost:', '//127.0.0.1:'), new URL(xivoService).origin],
    trusted: [origin],
  };
}
