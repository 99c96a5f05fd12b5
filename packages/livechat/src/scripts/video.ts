import { browserVideoEnv } from '../video/browserVideoEnv.js';
import { installVideo } from '../video/installVideo.js';

installVideo(
  { globals: globalThis, document, window, report: (error) => reportError(error) },
  browserVideoEnv(),
);
