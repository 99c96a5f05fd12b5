/** Lets promises and the (fake) database work for some turns of the event loop. */
export async function rest(turns = 30): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise<void>((done) => setImmediate(done));
}

/** Lets them work until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2_000; turn += 1) {
    if (isSo()) return;
    await rest(1);
  }
  throw new Error('Waited in vain.');
}
