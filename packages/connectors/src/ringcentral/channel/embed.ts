import { frameChannel, softphoneFrame, type Widget } from '@offhook/core';
import type { Embed, Gate } from '../../embed.js';

/** Whether there is a page to put a widget into. */
export const hasPage = (): boolean => typeof document !== 'undefined';

/**
 * The widget in an iframe of our own, which outlives the page that shows it, with the sandbox and the permissions
 * that the widget's own script sets. Or the one that the page's `adapter.js` has made, or will make: that is looked
 * up for each message, so that it may come late, and come anew after `RCAdapter.dispose()`; it is never made, moved
 * or removed by us.
 */
export function embedWidget(src: URL, size: Widget['size'], isAdapters: boolean, gate: Gate): Embed {
  const frame = isAdapters
    ? undefined
    : softphoneFrame({
        src: src.href,
        title: 'RingCentral softphone',
        allow: 'microphone; autoplay',
        sandbox:
          'allow-same-origin allow-scripts allow-forms allow-popups allow-downloads allow-popups-to-escape-sandbox',
        size,
      });
  const source = (): Window | null =>
    frame
      ? frame.window
      : (document.querySelector<HTMLIFrameElement>('iframe#rc-widget-adapter-frame')?.contentWindow ?? null);
  return { ...frame, channel: frameChannel<unknown>({ ...gate, origin: src.origin, source }) };
}
