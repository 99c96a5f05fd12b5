/**
 * Waits until an address answers.
 *
 * @param {string} url
 * @param {{ timeoutMs: number, signal: AbortSignal }} options
 * @returns {Promise<boolean>} false when it didn't in time, or when the signal came first
 */
export async function answers(url, { timeoutMs, signal }) {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end && !signal.aborted) {
    try {
      const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(2_000)]) });
      await response.body?.cancel();
      if (response.ok) return true;
    } catch {
      // not yet
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
