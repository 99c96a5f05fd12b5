import { tasks } from './sides.js';

globalThis.onmessage = async ({ data: { task, input } }) => {
  try {
    globalThis.postMessage({ value: await tasks[task](...input) });
  } catch (error) {
    globalThis.postMessage({ error: String(error?.stack ?? error) });
  }
};
