import { createCurrent, type Current, type Offhook, type OffhookError } from '@offhook/core';
import { toldError } from './toldError.js';

/** An error on the screen, until the person dismisses it. */
export interface Notice {
  readonly id: number;
  readonly error: OffhookError;
}

export interface Notices {
  readonly all: Current<readonly Notice[]>;
  /** Shows an error; one that says the same as one on the screen takes its place. */
  show(error: OffhookError): void;
  dismiss(id: number): void;
  /** Shows the faults that no command reports. */
  follow(client: Offhook): () => void;
}

const limit = 3;

/** The errors on the screen, newest last, three at most. */
export function createNotices(): Notices {
  const all = createCurrent<readonly Notice[]>([]);
  let lastId = 0;

  function show(error: OffhookError): void {
    const { message } = toldError(error);
    const others = all.value.filter((notice) => toldError(notice.error).message !== message);
    all.set([...others, { id: (lastId += 1), error }].slice(-limit));
  }

  return {
    all,
    show,
    dismiss: (id) => all.set(all.value.filter((notice) => notice.id !== id)),
    follow: (client) => client.on('error', (event) => show(event.error)),
  };
}
