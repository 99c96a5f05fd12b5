import { fileServer, type FileServer } from './fileServer.js';
import { packageFolder } from './packageFolder.js';

/** The first of the scripts, for a look whether they are there. */
export const mainScript = 'tetherfi/livechat/livechat.js';

/** Paths of the scripts (T-4 to T-18): those of the chat, of audio and video, and of co-browsing. */
export const isScriptPath = (path: string): boolean =>
  /^\/tetherfi\/(?:livechat\/(?:interface\/)?[\w-]+(?:\.[\w-]+)*\.m?js|[\w-]+\.mini\.js|(?:Scripts|Styles)\/[\w.-]+)$/.test(
    path,
  );

/** The browser scripts of `@offhook/livechat`, for pages of any origin: they hold no secret and nobody's data. */
export function scripts(folder = packageFolder('@offhook/livechat', 'dist', 'scripts')): FileServer {
  return fileServer({
    folder,
    advice: 'Unless the address is wrong, the scripts of @offhook/livechat aren’t built: npm run build.',
    headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
  });
}
