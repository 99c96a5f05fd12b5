/**
 * @param {number} ms
 * @returns {string} such as `0.4 s` or `2 min 5 s`
 */
export function duration(ms) {
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Says every so often that something long is still going on, so that nobody thinks it hangs.
 *
 * @template T
 * @param {string} what
 * @param {Promise<T>} work
 * @param {number} [everyMs]
 * @returns {Promise<T>}
 */
export async function withHeartbeat(what, work, everyMs = 20_000) {
  const started = Date.now();
  const timer = setInterval(
    () => console.log(`  … ${what}, ${duration(Date.now() - started)} so far`),
    everyMs,
  );
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
