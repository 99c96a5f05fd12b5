import type { Addresses } from '../page/addresses.js';

/** How a page of ours watches what the service is asked, as the options of `xivo()`. */
export const xivoObserver = ({ xivoService }: Addresses, session: string) => ({
  role: 'observer' as const,
  service: xivoService,
  channel: { session },
});
