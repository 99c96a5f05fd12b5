import type { ConnectionStatus } from '@offhook/core';

/** What goes wrong with the chat’s server, and what to do about it: never with an address, which may hold secrets. */
export interface Trouble {
  readonly status: Extract<ConnectionStatus, 'failed' | 'offline'>;
  readonly reason: string;
}

const failed = (reason: string): Trouble => ({ status: 'failed', reason });
const offline = (reason: string): Trouble => ({ status: 'offline', reason });

/** The status page says that no chat can be had (row T-180). */
export const notNow = (said: string): Trouble =>
  offline(`The chat server takes no chats now${said ? ` (${said})` : ''}. It is asked again.`);

/** The status page answers with an error (rows T-182, T-183). */
export const unreachable = (status: number): Trouble =>
  offline(`The chat server can’t be reached (status ${status}). It is tried again.`);

/** The status page doesn't answer. */
export const silent = offline('The chat server does not answer. It is tried again.');

/** The script said so (row T-168). */
export const away = offline('We are trying to contact the chat server.');

export const noScript = failed(
  'The chat’s script could not be loaded. It is tried again. Check the host, and that the page’s Content-Security-Policy allows it in script-src and connect-src; with `integrity`, that it is the very script.',
);

export const noObject = (name: string): Trouble =>
  failed(`What was loaded is not the chat’s script: it made no ${name}. Check the host.`);

export const taken = failed(
  'Another client of this page chats with this vendor already. Make one client for the page.',
);

export const sealed = failed(
  'The chat’s script doesn’t let its events be listened to: its object can’t be changed. Ask its owner for a newer one.',
);
