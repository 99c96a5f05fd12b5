const alive = (/** @type {number} */ pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * Whether a process is gone, now or soon: a killed one stays in the table until its parent has taken note.
 *
 * @param {number} pid
 * @param {number} [ms]
 */
export async function goneWithin(pid, ms = 3_000) {
  const end = Date.now() + ms;
  while (alive(pid) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  return !alive(pid);
}
