import type { Mode } from '../api/events.js';

/** What a page's script element says. */
export interface ScriptFacts {
  /** The folder that it came from, with a slash at the end. */
  readonly base: string;
  readonly site?: string;
  /** `multi` with `?multichat=true` (row T-17). */
  readonly mode: Mode;
  /** Other origins whose windows may co-browse in this page's chat, separated by commas (row T-118). */
  readonly cobrowse?: string;
}

const siteName = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Reads the address of the script: where the back end is, which of its sites, and how many chats.
 *
 * @param src the script's whole address
 * @example readScript('https://chat.example/tetherfi/livechat/livechat.js?multichat=true')
 */
export function readScript(src: string): ScriptFacts {
  const url = new URL(src);
  const site = url.searchParams.get('session');
  const cobrowse = url.searchParams.get('cobrowse');
  return {
    base: new URL('.', `${url.origin}${url.pathname}`).href,
    ...(site !== null && siteName.test(site) ? { site } : {}),
    mode: url.searchParams.get('multichat') === 'true' ? 'multi' : 'single',
    ...(cobrowse === null ? {} : { cobrowse }),
  };
}
