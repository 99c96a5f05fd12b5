import { whenApis, type WaitingPage } from '../media/whenApis.js';
import { createVideo } from './createVideo.js';
import type { VideoEnv } from './videoEnv.js';

const installedKey = Symbol.for('offhook.video');

/** Gives audio and video to the page's API objects, in whatever order and however often the scripts are included. */
export function installVideo(page: WaitingPage, env: VideoEnv): void {
  if (Reflect.get(page.globals, installedKey) === true) return;
  Reflect.set(page.globals, installedKey, true);
  whenApis(page, 'livechat_video', (port) => createVideo(port, env));
}
