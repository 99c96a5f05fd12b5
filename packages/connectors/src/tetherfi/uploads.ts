import { type OffhookError, type Report, type Upload } from '@offhook/core';
import { isLive, report, type TrackedChat } from './trackedChat.js';
import type { VendorEvent, VendorEventOf } from './vendorEvent.js';
import { vendorFault } from './vendorApi.js';

/** What uploading needs. */
export interface UploadsOptions {
  readonly emit: (reports: readonly Report[]) => void;
  readonly newId: () => string;
  /** Calls the vendor; what it gives back may be a promise. */
  readonly upload: (chat: TrackedChat, file: File) => unknown;
}

interface Running {
  readonly chat: TrackedChat;
  readonly id: string;
  readonly file: File;
  readonly done: () => void;
}

/** Files on their way (rows T-124, T-172). */
export interface Uploads {
  /** Throws what the vendor says at once; how it goes on is in the chat's `uploads`. */
  start(chat: TrackedChat, files: readonly File[]): void;
  /** Whether this is a file of ours that is on its way, and what becomes of it by this event. */
  see(event: VendorEvent): boolean;
  /** The chat is over: nothing goes on. */
  stop(chat: TrackedChat, text: string): void;
  close(): void;
}

export function createUploads({ emit, newId, upload }: UploadsOptions): Uploads {
  /** One at a time: the vendor's event names the file as it came to be called, and nothing else. */
  const queue: { readonly chat: TrackedChat; readonly id: string; readonly file: File }[] = [];
  let running: Running | undefined;
  let closed = false;

  function patch(chat: TrackedChat, id: string, facts: Partial<Upload>): void {
    if (closed) return;
    chat.uploads = chat.uploads.map((each) => (each.id === id ? { ...each, ...facts } : each));
    emit([report(chat, { uploads: chat.uploads })]);
  }

  function fail(chat: TrackedChat, id: string, error: OffhookError): void {
    patch(chat, id, {
      state: 'failed',
      error: { code: error.vendorCode ?? error.code, text: error.message },
    });
  }

  function next(): void {
    const first = queue.shift();
    if (!first || closed) return;
    try {
      begin(first);
    } catch (error) {
      fail(first.chat, first.id, vendorFault('uploadFiles', error));
      next();
    }
  }

  function begin({ chat, id, file }: (typeof queue)[number]): void {
    const end = (act: () => void): void => {
      if (running?.id !== id) return;
      running = undefined;
      act();
      next();
    };
    const done = (): void => end(() => patch(chat, id, { state: 'done', sent: file.size }));
    running = { chat, id, file, done };
    let answer: unknown;
    try {
      answer = upload(chat, file);
    } catch (error) {
      running = undefined;
      throw error;
    }
    // Ours promises to say when it is there; the documented one has an event alone.
    if (answer instanceof Promise) {
      answer.then(done, (error: unknown) => end(() => fail(chat, id, vendorFault('uploadFiles', error))));
    }
  }

  function progress({ file, name, sent }: VendorEventOf<'progress'>): boolean {
    if (!running || (file !== running.file && name !== running.file.name)) return false;
    const { chat, id, file: own } = running;
    const before = chat.uploads.find((each) => each.id === id)?.sent ?? 0;
    patch(chat, id, { sent: Math.max(before, Math.min(sent, own.size)) });
    return true;
  }

  return {
    start(chat, files) {
      const added = files.map((file) => ({ chat, file, id: newId() }));
      chat.uploads = [
        ...chat.uploads,
        ...added.map(({ id, file: { name, size, type } }) => ({
          id,
          name,
          size,
          type,
          sent: 0,
          state: 'uploading' as const,
        })),
      ];
      emit([report(chat, { uploads: chat.uploads })]);
      queue.push(...added);
      if (!running) next();
    },
    see(event) {
      if (event.type === 'progress') return progress(event);
      if (event.type !== 'uploaded' || !running || event.own === false) return false;
      const { size, name, by } = event.file;
      const { file } = running;
      // A second one of a name goes by another: the size tells.
      if (by === 'agent' || (name !== file.name && size !== file.size)) return false;
      running.done();
      return true;
    },
    stop(chat, text) {
      const mine = queue.filter((each) => each.chat === chat);
      for (const each of mine) queue.splice(queue.indexOf(each), 1);
      const error = { code: 'invalid-state', text };
      const open = chat.uploads.some(({ state }) => state === 'uploading');
      if (open) {
        chat.uploads = chat.uploads.map((each) =>
          each.state === 'uploading' ? { ...each, state: 'failed', error } : each,
        );
        emit([report(chat, { uploads: chat.uploads })]);
      }
      if (running?.chat !== chat || isLive(chat)) return;
      running = undefined;
      next();
    },
    close() {
      closed = true;
      queue.length = 0;
    },
  };
}
