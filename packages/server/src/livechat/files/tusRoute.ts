import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { FileStore } from '@tus/file-store';
import type { Server, Upload } from '@tus/server';
import type { Exchange, Serve } from '../http/exchange.js';
import { FrontError, type FrontErrorCode } from '../http/frontError.js';
import { fileName } from './fileName.js';
import type { FileParts, Owner } from './fileParts.js';
import { allowedType } from './fileTypes.js';
import { keepFile } from './keepFile.js';

/** An upload that isn't whole is good for a day. */
export const unfinishedMs = 86_400_000;

const codes: Readonly<Record<number, FrontErrorCode>> = {
  403: 'forbidden',
  404: 'not-found',
  410: 'not-found',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
};

/** What is kept with an upload is ours: nothing of it is as the client wrote it. */
const metadataOf = (owner: Owner, name: string, type: string): Record<string, string> => ({
  name,
  type,
  site: owner.site,
  sid: owner.sid,
  ...(owner.by === 'c' && { web: owner.web, page: owner.page }),
});

interface Hooked {
  readonly runtime?: { readonly node?: { readonly req: object } | undefined } | undefined;
}

/**
 * tus 1.0 (P-18, T-124): uploads that go on where they broke off.
 *
 * @param at the path of the files
 * @param owner whose upload it is; throws a FrontError
 */
export function tusRoute(parts: FileParts, at: string, owner: (exchange: Exchange) => Promise<Owner>): Serve {
  const { folder, maxBytes, types } = parts;
  const store = new FileStore({
    directory: path.resolve(folder),
    expirationPeriodInMilliseconds: unfinishedMs,
  });
  const asked = new WeakMap<object, { readonly exchange: Exchange; readonly owner: Owner }>();

  function known(request: Hooked): { readonly exchange: Exchange; readonly owner: Owner } {
    const node = request.runtime?.node?.req;
    const found = node === undefined ? undefined : asked.get(node);
    if (found === undefined) throw new FrontError('server-error', 'The upload failed.');
    return found;
  }
  async function finish(of: Owner, { id, size = 0, metadata = {} }: Upload): Promise<void> {
    const { name, type, page, sid } = metadata;
    const owned = of.by === 'c' ? { ...of, page: page ?? of.page, sid: sid ?? of.sid } : of;
    try {
      await keepFile({ id, name: name ?? '', size, type: type ?? '' }, owned, parts);
    } catch (error) {
      if (error instanceof FrontError && error.code === 'not-found')
        await store.remove(id).catch(() => undefined);
      throw error;
    }
  }

  /** Loaded at the first upload: most nodes start without one, and it puts something of its own on the process. */
  async function makeServer(): Promise<Server> {
    const tus = await import('@tus/server');
    return new tus.Server({
      path: at,
      datastore: store,
      maxSize: maxBytes,
      // A file that the chat has is the chat's.
      disableTerminationForFinishedUploads: true,
      // The policy was asked before: whoever comes this far is let in.
      allowedOrigins: () => true,
      allowedCredentials: true,
      namingFunction: () => randomBytes(16).toString('hex'),
      generateUrl(request, { id }) {
        const { query } = known(request).exchange;
        return `${at}/${id}${query.size === 0 ? '' : `?${query.toString()}`}`;
      },
      getFileIdFromRequest: (_, last) => /^[0-9a-f]{32}(?=$|\?)/.exec(last ?? '')?.[0],
      async onIncomingRequest(request, id) {
        if (request.method === 'POST') return;
        const { owner: of } = known(request);
        const { metadata = {}, offset, size } = await store.getUpload(id);
        if (
          of.by !== 'c' ||
          metadata['site'] !== of.site ||
          metadata['web'] !== of.web ||
          metadata['sid'] !== of.sid
        ) {
          throw new FrontError('not-found', 'There is no such upload here.');
        }
        // It was whole when the server or the answer was lost: nobody may have been told.
        if (request.method === 'HEAD' && offset === size) await finish(of, await store.getUpload(id));
      },
      onUploadCreate(request, { metadata = {} }) {
        const name = fileName(metadata['filename'] ?? metadata['name'] ?? '');
        const type = allowedType(name, metadata['filetype'] ?? metadata['type'] ?? '', types);
        return Promise.resolve({ metadata: metadataOf(known(request).owner, name, type) });
      },
      async onUploadFinish(request, upload) {
        await finish(known(request).owner, upload);
        return {};
      },
      onResponseError(_, error) {
        if (error instanceof FrontError) return { status_code: error.status, body: error.body };
        if (!('status_code' in error))
          return { status_code: 500, body: new FrontError('server-error', 'The upload failed.').body };
        const { status_code: status, body } = error;
        const large = status === 413 ? `A file may have ${maxBytes} bytes at most.` : body.trim();
        return { status_code: status, body: new FrontError(codes[status] ?? 'bad-request', large).body };
      },
    });
  }
  let made: Promise<Server> | undefined;

  return async (exchange) => {
    const { request, response } = exchange;
    asked.set(request, { exchange, owner: await owner(exchange) });
    made ??= makeServer();
    await (await made).handle(request, response);
    return undefined;
  };
}
