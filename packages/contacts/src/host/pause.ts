/**
 * Lets whatever else waits have its turn, and goes on after it. Through a message: a timer would be held back to
 * milliseconds, and a microtask would let nobody pass.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
