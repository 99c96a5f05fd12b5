import { browserEnv } from '../boot/browserEnv.js';
import { install } from '../boot/install.js';
import { readScript } from '../boot/readScript.js';
import { watchPage } from '../boot/watchPage.js';

const script = document.currentScript;
const named = document.querySelector<HTMLScriptElement>(
  'script[src*="/livechat.js"], script[src*="/libtextchat.js"]',
);
const src = script instanceof HTMLScriptElement && script.src !== '' ? script.src : named?.src;

if (src !== undefined) {
  const facts = readScript(src);
  watchPage({ window, document }, install(globalThis, browserEnv(facts), facts.mode));
}
