/** The most bytes that each file may have, raw, below `/tetherfi`: the documented sizes, some of our own that are smaller. */
export const mostBytes = {
  'livechat/livechat.js': 61_900,
  'livechat/libtextchat.js': 61_900,
  'livechat/interface/__clientlog.js': 1_000,
  // Documented as 90 kB; with that, the four would be more than their documented sum.
  'adaptor.mini.js': 85_000,
  'livechat_video.mini.js': 32_000,
} as const satisfies Readonly<Record<string, number>>;

/** A file with a limit. */
export type LimitedFile = keyof typeof mostBytes;

/** What a page with audio and video loads (row T-9). */
export const callFiles = [
  'livechat/livechat.js',
  'livechat/interface/__clientlog.js',
  'adaptor.mini.js',
  'livechat_video.mini.js',
] as const satisfies readonly LimitedFile[];

/** The documented sum of those. */
export const mostCallBytes = 180_000;
