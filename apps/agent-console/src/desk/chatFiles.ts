import type { DeskStore } from './deskStore.js';
import type { SiteAddress } from './siteAddress.js';
import { isFields, isText } from './wire/shape.js';

/** Files of the chats, both ways. */
export interface ChatFiles {
  attach(sid: string, files: readonly File[]): Promise<void>;
  /** A file's content; undefined when it can't be had. */
  fetch(sid: string, name: string): Promise<Blob | undefined>;
  /** Where a file is: whoever has no token gets nothing there. */
  address(sid: string, name: string): string;
}

export interface ChatFilesOptions {
  readonly store: DeskStore;
  readonly address: SiteAddress;
  readonly token: string;
  newId(): string;
  readonly ask?: typeof fetch;
}

const unknown = 'The file could not be sent. Try again.';

/** What the server says about it; its messages are written for people. */
async function problemOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  const error = isFields(body) && isFields(body['error']) ? body['error'] : {};
  return isText(error['message']) ? error['message'] : unknown;
}

/** Sends and fetches files with the agent's token, which is in no address. */
export function createChatFiles({ store, address, token, newId, ask = fetch }: ChatFilesOptions): ChatFiles {
  const headers = { authorization: `Bearer ${token}` };
  const place = (sid: string, name: string): string =>
    address.path(`files/${encodeURIComponent(name)}`, { sid });

  async function send(sid: string, file: File): Promise<void> {
    const id = newId();
    const { name } = file;
    store.dispatch({ t: 'outfile', sid, outfile: { id, name } });
    const body = new FormData();
    body.append('file', file, name);
    const failed = await ask(address.path('files', { sid }), { method: 'POST', headers, body })
      .then((response) => (response.ok ? undefined : problemOf(response)))
      .catch(() => unknown);
    if (failed === undefined) store.dispatch({ t: 'outfileGone', sid, id });
    else store.dispatch({ t: 'outfile', sid, outfile: { id, name, failed } });
  }

  return {
    address: place,
    async attach(sid, files) {
      await Promise.all(files.map((file) => send(sid, file)));
    },
    async fetch(sid, name) {
      try {
        const response = await ask(place(sid, name), { headers });
        return response.ok ? await response.blob() : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
