/** Lets everything run that waits for promises; a stream's bytes take some of them. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
}
