import { object } from '../link/read.js';
import { browserCobrowseEnv } from '../cobrowse/browserCobrowseEnv.js';
import { installCobrowse } from '../cobrowse/installCobrowse.js';
import { guestWindow } from '../cobrowse/pairing/guestWindow.js';

const installed = Symbol.for('offhook.cobrowse');

// Included twice, it is the same.
if (!Reflect.has(globalThis, installed)) {
  Reflect.set(globalThis, installed, true);
  const env = browserCobrowseEnv(window);
  installCobrowse({ globals: globalThis, document, window, report: (error) => reportError(error) }, env, () =>
    guestWindow(window, object(env.configurations())?.chatOrigin),
  );
}
