const turns = 2_000;

/** Lets the (fake) database and promises work for some turns of the event loop. */
export async function rest(count = 25): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise<void>((done) => setImmediate(done));
}

/** Lets them work until it is so. */
export async function until(isSo: () => boolean, what = 'it'): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    if (isSo()) return;
    await rest(1);
  }
  throw new Error(`Waited in vain for ${what}.`);
}
