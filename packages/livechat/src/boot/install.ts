import { CustomerDetails, SessionDetails } from '../api/classes.js';
import { createApi, type Lifecycle } from '../api/createApi.js';
import type { Mode } from '../api/events.js';
import type { LiveChatApi } from '../api/liveChatApi.js';
import { guestKey } from './guestKey.js';
import type { Env } from './env.js';

/** The global object, as far as the script touches it. */
export type Globals = Partial<Record<string, unknown>>;

const isGuest = (api: unknown): boolean =>
  typeof api === 'object' && api !== null && Reflect.get(api, guestKey) === true;

/**
 * Defines the documented global objects that are not there yet: in whatever order, and how often, the scripts are included
 * (row T-17), each object is made once.
 *
 * @returns what follows the page's coming and going, of the objects made now
 */
export function install(globals: Globals, env: Env, mode: Mode): readonly Lifecycle[] {
  const made: Lifecycle[] = [];
  const make = (as: Mode): LiveChatApi => {
    const { api, lifecycle } = createApi(env, as);
    made.push(lifecycle);
    return api;
  };
  // A window that co-browses in another page's chat, and is to have one of its own after all.
  if (isGuest(globals.livechat)) globals.livechat = globals.libtextchat = undefined;
  globals.livechat ??= globals.libtextchat ?? make('single');
  globals.libtextchat = globals.livechat;
  if (mode === 'multi') globals.multilivechat ??= make('multi');
  globals.CustomerDetails ??= CustomerDetails;
  globals.SessionDetails ??= SessionDetails;
  return made;
}
