/** Longer than any test of these takes: what never becomes so must not keep the process busy for ever. */
const patienceMs = 30_000;

/** Resolves as soon as something is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const begun = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begun > patienceMs) throw new Error('It never became so.');
    await new Promise(setImmediate);
  }
}
