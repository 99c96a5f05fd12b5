import type { Addresses } from '../page/addresses.js';
import type { SiteOptions } from './siteOptions.js';

/** How the sample apps reach the chat, as the options of `tetherfi()`. The vendor has fewer signs for a session's name. */
export const tetherfiChat = ({ tetherfi }: Addresses, session: string, { multi }: SiteOptions) => ({
  host: tetherfi,
  session: session.replace(/[^\w-]/g, '-').slice(0, 64),
  multi,
});
