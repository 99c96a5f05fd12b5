import { OffhookError, type Clock } from '@offhook/core';

/** How a script is asked for. */
export interface LoadOptions {
  readonly clock: Clock;
  /** How long it may take, in milliseconds. */
  readonly ms: number;
  readonly integrity: string | undefined;
  readonly nonce: string | undefined;
}

/** What was asked for, by page: another client of the page needn't ask again. */
const asked = new WeakMap<Document, Map<string, Promise<void>>>();

function addElement(
  page: Document,
  url: string,
  { clock, ms, integrity, nonce }: LoadOptions,
): Promise<void> {
  const element = page.createElement('script');
  element.src = url;
  element.async = true;
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
      fail('timeout', 'The chat’s script did not load in time.');
    }, ms);
    element.onload = () => {
      cancel();
      resolve();
    };
    element.onerror = () => {
      cancel();
      fail('offline', 'The chat’s script could not be loaded.');
    };
    page.head.append(element);
  });
}

/** Loads a script once for the page; one that failed is loaded anew when it is asked for again. */
export function loadScript(page: Document, url: string, options: LoadOptions): Promise<void> {
  const known = asked.get(page) ?? new Map<string, Promise<void>>();
  asked.set(page, known);
  const before = known.get(url);
  if (before) return before;
  const loading = addElement(page, url, options);
  known.set(url, loading);
  loading.catch(() => known.delete(url));
  return loading;
}
