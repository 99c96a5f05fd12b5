import type { CaptchaImage, ChatPage } from './chatPage.js';
import { loadScript, loadStyle } from './loadScript.js';

/** Whether there is a page to chat in: on a server there is none. */
export const hasPage = (): boolean => typeof window !== 'undefined' && typeof document !== 'undefined';

function image(): CaptchaImage {
  // Of a document that nobody shows: setting its address loads nothing, since each loading of it may change the text.
  const element = document.implementation.createHTMLDocument('').createElement('img');
  return {
    element,
    address() {
      const given = element.getAttribute('src') ?? '';
      return given && URL.canParse(given, document.baseURI) ? new URL(given, document.baseURI).href : '';
    },
  };
}

/** This tab's memory; where the browser refuses it, none. */
const memory: ChatPage['memory'] = {
  read(key) {
    try {
      return sessionStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(key, value) {
    try {
      if (value === undefined) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, value);
    } catch {
      // The chat goes on without it: it finds its unsent messages no more after a reload.
    }
  },
};

/** The page that this runs in. */
export const browserPage: ChatPage = {
  vendor(name) {
    // The vendor's script declares it with `var`, or puts it here.
    const found = (window as unknown as Readonly<Record<string, unknown>>)[name];
    return typeof found === 'object' && found !== null ? found : undefined;
  },
  load: (url, options) => loadScript(document, url, options),
  loadStyle: (url, options) => loadStyle(document, url, options),
  image,
  fetchImage: (url) =>
    new Promise((resolve) => {
      const element = new Image();
      element.onload = element.onerror = () => resolve();
      element.src = url;
    }),
  fileList(files) {
    if (typeof DataTransfer === 'undefined') return files;
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    return transfer.files;
  },
  onLife(listener) {
    const hide = (): void => listener(false);
    const show = (event: PageTransitionEvent): void => {
      if (event.persisted) listener(true);
    };
    window.addEventListener('pagehide', hide);
    window.addEventListener('pageshow', show);
    return () => {
      window.removeEventListener('pagehide', hide);
      window.removeEventListener('pageshow', show);
    };
  },
  memory,
};
