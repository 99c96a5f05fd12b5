import { createEngineHost } from '../host/engineHost.js';
import { serve } from '../host/serve.js';
import { idbStore } from '../storage/idbStore.js';

/** A worker in this thread, behind a real message channel: messages are cloned and moved as between threads. */
export function threadWorker(): Worker {
  const { port1, port2 } = new MessageChannel();
  const host = createEngineHost({ budget: 10, openStore: idbStore });
  serve(port2, host);
  const worker = Object.assign(port1, {
    onerror: null,
    terminate() {
      host.close();
      port1.close();
      port2.close();
    },
  });
  return worker as unknown as Worker;
}

/** A worker that a policy forbids: it tells so when it is too late to throw. */
export function forbiddenWorker(): Worker {
  const worker = { onmessage: null, onerror: null as ((event: ErrorEvent) => void) | null, terminate() {} };
  queueMicrotask(() => worker.onerror?.({ message: 'refused', preventDefault() {} } as ErrorEvent));
  return worker as unknown as Worker;
}
