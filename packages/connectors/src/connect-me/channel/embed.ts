import { frameChannel, softphoneFrame, type Widget } from '@offhook/core';
import type { Embed, Gate } from '../../embed.js';
import type { WidgetAddress } from '../options.js';

/** Whether there is a page to put a widget into. */
export const hasPage = (): boolean => typeof document !== 'undefined';

/** Whether the browser trusts the page with a microphone: over https, or on this very machine. */
export const isTrustedPage = (): boolean => !hasPage() || window.isSecureContext;

/** What the widget may use, and nobody else whom it may show. */
export const permissions = (origin: string): string =>
  ['camera', 'microphone', 'fullscreen', 'autoplay', 'speaker-selection', 'clipboard-write']
    .map((feature) => `${feature} ${origin}`)
    .join('; ');

/** The widget in an iframe of our own, which outlives the page that shows it. */
export function embedWidget({ src, origin }: WidgetAddress, size: Widget['size'], gate: Gate): Embed {
  const frame = softphoneFrame({
    src,
    title: 'Connect Me softphone',
    allow: permissions(origin),
    sandbox:
      'allow-same-origin allow-scripts allow-forms allow-modals allow-popups allow-downloads allow-popups-to-escape-sandbox',
    size,
  });
  return { ...frame, channel: frameChannel<unknown>({ ...gate, origin, source: () => frame.window }) };
}
