import { contactIndex } from '@offhook/contacts';
import { eachContact } from './generate.mjs';
import { tasks } from './sides.js';

let worker;

/** Runs a task in a worker. One after another. */
globalThis.inWorker = (task, ...input) => {
  worker ??= new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.value));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ task, input });
  });
};

globalThis.endWorker = () => {
  worker?.terminate();
  worker = undefined;
};

/** The same in this thread, where a debugger can measure its memory. */
globalThis.here = (task, ...input) => tasks[task](...input);

/**
 * Loads so many through the package, as an app does. They are made while they are loaded, as those of a server's answers
 * are: a million of them held would make each collection of garbage longer than what is measured. To make them counts.
 */
globalThis.load = async (count) => {
  const index = contactIndex();
  let last;
  await index.load(
    (function* () {
      for (const contact of eachContact(count)) {
        last = contact;
        yield contact;
      }
    })(),
  );
  const [found] = await index.match(last.phones[0].number);
  if (found?.id !== last.id) throw new Error('The last contact was not found.');
  index.close();
};
globalThis.ready = true;
