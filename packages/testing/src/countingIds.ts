import type { Ids } from '@offhook/core';

/**
 * Ids that count, so that a test can name them beforehand: `id-1`, `id-2`, …
 *
 * @example createOffhook({ connectors: [line], ids: countingIds() })
 */
export function countingIds(prefix = 'id'): Ids {
  let count = 0;
  return {
    next() {
      count += 1;
      return `${prefix}-${count}`;
    },
  };
}
