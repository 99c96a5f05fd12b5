import type { SharedContent } from '../devices.js';

const cancelled = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Shares by the browser's own dialog; where there is none, or it may not open by itself, by the clipboard. */
export async function shareContent({ title, text, url }: SharedContent): Promise<void> {
  try {
    if ('share' in navigator) return await navigator.share({ title, text, url } as ShareData);
  } catch (error) {
    // The person thought better of it.
    if (cancelled(error)) return;
  }
  await navigator.clipboard.writeText([text ?? title, url].filter(Boolean).join('\n'));
}
