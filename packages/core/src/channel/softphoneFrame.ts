import { followRect } from './followRect.js';

/** What the vendor’s iframe is to be like. */
export interface SoftphoneFrameOptions {
  readonly src: string;
  /** The frame's accessible name. */
  readonly title: string;
  /** Permissions policy, such as `microphone; autoplay`. */
  readonly allow: string;
  readonly sandbox: string;
  /** CSS pixels, while it is out of sight. */
  readonly size: { readonly width: number; readonly height: number };
  readonly id?: string;
  readonly name?: string;
}

/** A vendor's iframe that outlives the page it shows on. */
export interface SoftphoneFrame {
  /** The vendor's window, once the frame is in the document. */
  readonly window: Window | null;
  /** Sets the address; call it when the listeners are there. */
  load(): void;
  /** Starts the vendor's page anew. */
  reload(): void;
  /** Shows the frame over this element until the returned function is called; then parks it out of sight. */
  attach(element: HTMLElement): () => void;
  /** Calls back each time that the vendor's page has loaded. */
  onLoad(callback: () => void): () => void;
  close(): void;
}

const parked =
  'position:fixed;inset:auto;left:0;top:0;visibility:hidden;pointer-events:none;clip-path:inset(100%);';

/**
 * Makes a vendor's iframe. Taking an iframe's ancestor out of the document destroys it, and the call in it: so the
 * frame stays in a container of its own in the body, and is laid over whatever element shows it.
 */
export function softphoneFrame(options: SoftphoneFrameOptions): SoftphoneFrame {
  const container = document.createElement('div');
  const iframe = document.createElement('iframe');
  const { size } = options;
  let attached: { readonly leave: () => void } | undefined;
  let closed = false;

  iframe.title = options.title;
  iframe.allow = options.allow;
  iframe.setAttribute('sandbox', options.sandbox);
  if (options.id !== undefined) iframe.id = options.id;
  if (options.name !== undefined) iframe.name = options.name;
  iframe.style.cssText = 'display:block;border:0;width:100%;height:100%;border-radius:inherit;';
  container.dataset['offhook'] = 'softphone';
  container.append(iframe);
  park();

  function park(): void {
    container.style.cssText = `${parked}width:${size.width}px;height:${size.height}px;`;
  }

  function layOver(element: HTMLElement, rect: DOMRect): void {
    if (rect.width === 0 || rect.height === 0) return park();
    // Absolute, so that scrolling the page moves both; a positioned body is what absolute then counts from.
    const positioned = getComputedStyle(document.body).position !== 'static';
    const from = (positioned ? document.body : document.documentElement).getBoundingClientRect();
    container.style.cssText =
      `position:absolute;overflow:hidden;border-radius:${getComputedStyle(element).borderRadius};` +
      `left:${rect.left - from.left}px;top:${rect.top - from.top}px;width:${rect.width}px;height:${rect.height}px;`;
  }

  /** The body may not be there yet when the script runs in the head. */
  function whenBody(act: () => void): void {
    const body: HTMLElement | null = document.querySelector('body');
    if (body !== null) act();
    else document.addEventListener('DOMContentLoaded', act, { once: true });
  }

  return {
    get window() {
      return iframe.contentWindow;
    },
    load: () =>
      whenBody(() => {
        if (closed) return;
        document.body.append(container);
        iframe.src = options.src;
      }),
    reload: () => {
      iframe.src = options.src;
    },
    attach: (element) => {
      attached?.leave();
      const mine = { leave: followRect(element, (rect) => layOver(element, rect)) };
      attached = mine;
      return () => {
        if (attached !== mine) return;
        attached = undefined;
        mine.leave();
        park();
      };
    },
    onLoad: (callback) => {
      // An iframe without an address loads too, an empty page that is nobody's.
      const loaded = (): void => {
        if (iframe.src !== '') callback();
      };
      iframe.addEventListener('load', loaded);
      return () => iframe.removeEventListener('load', loaded);
    },
    close: () => {
      closed = true;
      attached?.leave();
      attached = undefined;
      container.remove();
    },
  };
}
