import { OffhookError, type Clock } from '@offhook/core';

/** How a script or a style sheet is asked for. */
export interface LoadOptions {
  readonly clock: Clock;
  /** How long it may take, in milliseconds. */
  readonly ms: number;
  readonly integrity: string | undefined;
  readonly nonce: string | undefined;
}

/** What was asked for, by page: another client of the page needn't ask again. */
const asked = new WeakMap<Document, Map<string, Promise<void>>>();

/** Puts an element into the page; resolves when what it is of has come. */
function addElement(
  page: Document,
  element: HTMLScriptElement | HTMLLinkElement,
  { clock, ms, integrity, nonce }: LoadOptions,
): Promise<void> {
  // Cookies of the chat's site are for its requests, not for its scripts; and integrity needs it so.
  if (integrity !== undefined) {
    element.integrity = integrity;
    element.crossOrigin = 'anonymous';
  }
  if (nonce !== undefined) element.nonce = nonce;
  element.referrerPolicy = 'origin';
  return new Promise<void>((resolve, reject) => {
    const fail = (code: 'timeout' | 'offline', text: string): void => {
      element.remove();
      reject(new OffhookError(code, text));
    };
    const cancel = clock.setTimeout(() => {
      fail('timeout', 'A file of the chat’s did not load in time.');
    }, ms);
    element.onload = () => {
      cancel();
      resolve();
    };
    element.onerror = () => {
      cancel();
      fail('offline', 'A file of the chat’s could not be loaded.');
    };
    page.head.append(element);
  });
}

function loadOnce(page: Document, url: string, add: () => Promise<void>): Promise<void> {
  const known = asked.get(page) ?? new Map<string, Promise<void>>();
  asked.set(page, known);
  const before = known.get(url);
  if (before) return before;
  const loading = add();
  known.set(url, loading);
  loading.catch(() => known.delete(url));
  return loading;
}

/** Loads a script once for the page; one that failed is loaded anew when it is asked for again. */
export const loadScript = (page: Document, url: string, options: LoadOptions): Promise<void> =>
  loadOnce(page, url, () => {
    const element = page.createElement('script');
    element.src = url;
    element.async = true;
    return addElement(page, element, options);
  });

/** Loads a style sheet in the same way. */
export const loadStyle = (page: Document, url: string, options: LoadOptions): Promise<void> =>
  loadOnce(page, url, () => {
    const element = page.createElement('link');
    element.rel = 'stylesheet';
    element.href = url;
    return addElement(page, element, options);
  });
