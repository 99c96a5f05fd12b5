import { createAdapterRequests } from './adapter-requests.js';
import { embedFrame } from './embed-frame.js';

type Options = Readonly<Record<string, unknown>>;

/** The methods of the vendor's script that make sense without its servers. */
export interface RcAdapter {
  setMinimized(minimized: boolean): void;
  setClosed(closed: boolean): void;
  dispose(): void;
  popupWindow(): void;
  isWindowPoppedUp(alert?: boolean): Promise<unknown>;
  clickToCall(phoneNumber: string, toCall?: boolean): void;
  clickToSMS(
    phoneNumber: string,
    text?: string,
    conversation?: boolean,
    attachments?: unknown,
    recipient?: unknown,
  ): void;
  controlCall(callAction: string, callId?: string, options?: Options): void;
  logoutUser(): void;
  loginUser(): void;
  navigateTo(path: string): void;
  gotoPresence(): void;
  updateCallingSetting(settings: Options): void;
  setAutoLog(settings: { call?: boolean; message?: boolean }): void;
  scheduleMeeting(meeting?: Options): Promise<unknown>;
  createSMSTemplate(displayName: string, text: string): Promise<unknown>;
  alertMessage(alert: Options): Promise<unknown>;
  dismissMessage(id?: string): Promise<unknown>;
  getUnloggedCalls(perPage?: number, page?: number): Promise<unknown>;
  getCallLog(call: Options): Promise<unknown>;
}

/** Embeds the widget and makes `window.RCAdapter`. */
export function createAdapter(script: URL, onDisposed: () => void): RcAdapter {
  const { origin } = script;
  // Nobody listens before the page is loaded; posting then only litters the console.
  let listening = false;
  const embedded = embedFrame(script, (minimized) => post({ type: 'rc-adapter-syncMinimized', minimized }));
  const requests = createAdapterRequests(post);

  /** The script knows where its widget comes from and posts nowhere else. */
  function post(frame: Readonly<Record<string, unknown>>): void {
    if (listening) embedded.frame.contentWindow?.postMessage(frame, origin);
  }

  function onMessage(event: MessageEvent<unknown>): void {
    if (event.source !== embedded.frame.contentWindow) return;
    listening = true;
    requests.receive(event.data);
  }

  /** `tel:` and `sms:` links of the host page go through the widget. */
  function onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const href = link?.getAttribute('href') ?? '';
    const [, scheme, number = ''] = /^(tel|sms):([^?]+)/.exec(href) ?? [];
    if (scheme === undefined) return;
    event.preventDefault();
    if (scheme === 'tel') adapter.clickToCall(decodeURIComponent(number), true);
    else adapter.clickToSMS(decodeURIComponent(number));
  }

  window.addEventListener('message', onMessage);
  document.addEventListener('click', onClick);

  const adapter: RcAdapter = {
    setMinimized: embedded.setMinimized,
    setClosed: embedded.setClosed,
    dispose() {
      window.removeEventListener('message', onMessage);
      document.removeEventListener('click', onClick);
      embedded.root.remove();
      onDisposed();
    },
    popupWindow() {
      window.open(embedded.frame.src, 'RCPopupWindow', 'width=300,height=500');
    },
    isWindowPoppedUp: (alert) => requests.ask('/check-popup-window', { alert: alert ?? false }),
    clickToCall(phoneNumber, toCall = false) {
      embedded.setMinimized(false);
      post({ type: 'rc-adapter-new-call', phoneNumber, toCall });
    },
    clickToSMS(phoneNumber, text, conversation, attachments, recipient) {
      embedded.setMinimized(false);
      post({ type: 'rc-adapter-new-sms', phoneNumber, text, conversation, attachments, recipient });
    },
    controlCall: (callAction, callId, options) =>
      post({ type: 'rc-adapter-control-call', callAction, callId, options }),
    logoutUser: () => post({ type: 'rc-adapter-logout' }),
    loginUser: () => post({ type: 'rc-adapter-login' }),
    navigateTo: (path) => post({ type: 'rc-adapter-navigate-to', path }),
    gotoPresence: () => post({ type: 'rc-adapter-navigate-to', path: '/settings' }),
    updateCallingSetting: (settings) => post({ ...settings, type: 'rc-calling-settings-update' }),
    setAutoLog: ({ call, message }) => post({ type: 'rc-adapter-update-auto-log-settings', call, message }),
    scheduleMeeting: (meeting) => requests.ask('/schedule-meeting', meeting),
    createSMSTemplate: (displayName, text) => requests.ask('/create-sms-template', { displayName, text }),
    alertMessage: (alert) => requests.ask('/custom-alert-message', alert),
    dismissMessage: (id) => requests.ask('/dismiss-alert-message', { id }),
    getUnloggedCalls: (perPage, page) => requests.ask('/unlogged-calls', { perPage, page }),
    getCallLog: (call) => requests.ask('/get-call-log', call),
  };
  return adapter;
}
