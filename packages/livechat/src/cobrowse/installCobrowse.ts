import { guestKey } from '../boot/guestKey.js';
import type { Globals } from '../boot/install.js';
import { object } from '../link/read.js';
import { mediaPortOf } from '../media/mediaPortOf.js';
import { randomMediaId } from '../media/randomMediaId.js';
import { whenApis, type WaitingPage } from '../media/whenApis.js';
import { createCobrowse } from './createCobrowse.js';
import { guestPort, type GuestOptions } from './pairing/guest.js';
import { tellBy } from './pairing/tellBy.js';
import type { CobrowseEnv } from './session/cobrowseEnv.js';

const chatScripts = 'script[src*="/livechat.js"], script[src*="/libtextchat.js"]';

/** A window without livechat.js gets a `livechat` that has the functions of co-browsing alone (row T-118). */
function beGuest(page: WaitingPage, env: CobrowseEnv, ways: Pick<GuestOptions, 'post' | 'listen'>): void {
  const api: Record<string, unknown> = {};
  Object.defineProperty(api, guestKey, { value: true });
  page.globals.livechat = api;
  const { port, ended } = guestPort({
    clock: env.clock,
    guest: randomMediaId(),
    api,
    ...ways,
    report: (error) => page.report(error instanceof Error ? error : new Error(String(error))),
  });
  createCobrowse(env, port, (sid, _kind, data) => {
    const media = object(data)?.media;
    if (typeof media === 'string') ended(sid, media);
  });
}

const apisOf = ({ livechat, multilivechat }: Globals): readonly unknown[] => [livechat, multilivechat];

/**
 * Adds co-browsing to the page's API objects (rows T-16, T-117), or pairs this window with the one that has the chat.
 *
 * @param ways makes the ways to other windows, when they are needed
 */
export function installCobrowse(
  page: WaitingPage,
  env: CobrowseEnv,
  ways: () => Pick<GuestOptions, 'post' | 'listen'>,
): void {
  if (page.globals.livechat === undefined && env.document.querySelector(chatScripts) === null) {
    beGuest(page, env, ways());
    return;
  }
  whenApis(page, 'cobrowse', (port) => {
    const api = apisOf(page.globals).find((each) => mediaPortOf(each) === port);
    createCobrowse(env, port, tellBy(api));
  });
}
