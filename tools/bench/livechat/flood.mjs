const text = 'Is the blue one still there? I would take two of them, and a small box.';

/**
 * Sends at a steady rate, whatever becomes of it, over all chats in turn.
 *
 * @param {readonly { send: (msg: string) => Promise<unknown> }[]} chats
 * @param {{ perSecond: number, seconds: number }} options
 * @returns {Promise<{ sent: number, p50: number, p99: number }>} times until acknowledged, in ms
 */
export async function steady(chats, { perSecond, seconds }) {
  const times = [];
  const open = [];
  const begun = performance.now();
  let next = 0;
  while (next < perSecond * seconds) {
    const due = Math.min(perSecond * seconds, Math.floor(((performance.now() - begun) / 1_000) * perSecond));
    for (; next < due; next += 1) {
      const at = performance.now();
      open.push(chats[next % chats.length].send(text).then(() => times.push(performance.now() - at)));
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(open);
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)];
  return { sent: next, p50: at(0.5), p99: at(0.99) };
}

/**
 * Sends as fast as it is acknowledged, so many at once a chat.
 *
 * @param {readonly { send: (msg: string) => Promise<unknown> }[]} chats
 * @param {{ seconds: number, atOnce?: number }} options
 * @returns {Promise<number>} acknowledged a second
 */
export async function flood(chats, { seconds, atOnce = 2 }) {
  let acknowledged = 0;
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  const one = async (chat) => {
    while (performance.now() < until) {
      await chat.send(text);
      acknowledged += 1;
    }
  };
  await Promise.all(chats.flatMap((chat) => Array.from({ length: atOnce }, () => one(chat))));
  return acknowledged / ((performance.now() - begun) / 1_000);
}
