import { frameChannel, softphoneFrame, type Widget } from '@offhook/core';
import type { Embed, Gate } from '../../embed.js';

/** Whether there is a page to put a widget into. */
export const hasPage = (): boolean => typeof document !== 'undefined';

/**
 * The widget in an iframe of our own, which outlives the page that shows it. It has the name that the vendor's
 * documents look it up by, `sf` (S3-1), so that an addon in the page finds it too; a microphone and a voice for the
 * vendor's origin alone; and a sandbox, which hinders nobody from dropping a file in it (S3-23).
 */
export function embedWidget(src: string, origin: string, size: Widget['size'], gate: Gate): Embed {
  const frame = softphoneFrame({
    src,
    name: 'sf',
    title: 'Kunzite softphone',
    allow: `microphone ${origin}; autoplay ${origin}`,
    sandbox:
      'allow-same-origin allow-scripts allow-forms allow-popups allow-downloads allow-popups-to-escape-sandbox',
    size,
  });
  // A spread would read `window` once, before there is any.
  return {
    attach: frame.attach,
    load: frame.load,
    close: frame.close,
    channel: frameChannel<unknown>({ ...gate, origin, source: () => frame.window }),
  };
}
