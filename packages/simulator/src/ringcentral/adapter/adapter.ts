import { createAdapter, type RcAdapter } from './create-adapter.js';

declare global {
  interface Window {
    RCAdapter?: RcAdapter | undefined;
    RCAdapterInit?: () => void;
    RCAdapterDispose?: () => void;
    RC_EMBEDDABLE_ADAPTER_MANUAL_INIT?: boolean;
  }
}

const script = document.currentScript;
const source = script instanceof HTMLScriptElement ? script.src : '';

function init(): void {
  // A second copy of the script does nothing while there is an adapter.
  if (window.RCAdapter || source === '') return;
  window.RCAdapter = createAdapter(new URL(source), () => {
    window.RCAdapter = undefined;
  });
}

window.RCAdapterInit = init;
window.RCAdapterDispose = () => window.RCAdapter?.dispose();

if (!window.RC_EMBEDDABLE_ADAPTER_MANUAL_INIT) {
  if (document.readyState === 'complete') init();
  else window.addEventListener('load', init, { once: true });
}
