import { browserEnv } from '../boot/browserEnv.js';
import { install, type Globals } from '../boot/install.js';
import { readScript } from '../boot/readScript.js';
import { watchPage } from '../boot/watchPage.js';
import { hostWindow } from '../cobrowse/pairing/hostWindow.js';

const script = document.currentScript;
const named = document.querySelector<HTMLScriptElement>(
  'script[src*="/livechat.js"], script[src*="/libtextchat.js"]',
);
const src = script instanceof HTMLScriptElement && script.src !== '' ? script.src : named?.src;

if (src !== undefined) {
  const facts = readScript(src);
  const env = browserEnv(facts);
  const globals: Globals = globalThis;
  const before = new Set([globals.livechat, globals.multilivechat]);
  watchPage({ window, document }, install(globals, env, facts.mode));
  for (const api of [globals.livechat, globals.multilivechat])
    if (!before.has(api)) hostWindow(api, env.clock, window, facts.cobrowse ?? null);
}
