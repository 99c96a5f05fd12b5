interface Waiting {
  readonly resolve: (response: unknown) => void;
  readonly timer: number;
}

const TIMEOUT_MS = 5000;

export interface AdapterRequests {
  ask(path: string, body?: Readonly<Record<string, unknown>>): Promise<unknown>;
  receive(data: unknown): void;
}

/** What the script asks of its own widget (`rc-adapter-message-request`). */
export function createAdapterRequests(
  post: (frame: Readonly<Record<string, unknown>>) => void,
): AdapterRequests {
  const waiting = new Map<string, Waiting>();
  return {
    ask(path, body) {
      return new Promise((resolve, reject) => {
        const requestId = crypto.randomUUID();
        const timer = window.setTimeout(() => {
          waiting.delete(requestId);
          reject(new Error('Time out'));
        }, TIMEOUT_MS);
        waiting.set(requestId, { resolve, timer });
        post({ type: 'rc-adapter-message-request', requestId, path, ...(body ? { body } : {}) });
      });
    },
    receive(data) {
      if (
        typeof data !== 'object' ||
        data === null ||
        !('type' in data) ||
        data.type !== 'rc-adapter-message-response'
      )
        return;
      const id = 'responseId' in data && typeof data.responseId === 'string' ? data.responseId : '';
      const one = waiting.get(id);
      if (!one) return;
      waiting.delete(id);
      clearTimeout(one.timer);
      one.resolve('response' in data ? data.response : undefined);
    },
  };
}
