import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import type { FileRef } from '@offhook/livechat';
import { json, type Exchange, type Serve } from '../http/exchange.js';
import { FrontError } from '../http/frontError.js';
import { fileName } from './fileName.js';
import type { FileParts, Owner } from './fileParts.js';
import { allowedType } from './fileTypes.js';
import { keepFile } from './keepFile.js';

const filesAtMost = 10;

/**
 * `POST …` with `multipart/form-data`: files in one go, for whoever has no tus (P-18, T-124). Answers `{ files }` as the chat has
 * them. Of several files those before a bad one are kept.
 */
export function multipartRoute(parts: FileParts, owner: (exchange: Exchange) => Promise<Owner>): Serve {
  const { folder, maxBytes, types } = parts;

  async function save(stream: BusboyFileStream, name: string, said: string, of: Owner): Promise<FileRef> {
    const clean = fileName(name);
    const type = allowedType(clean, said, types);
    const id = randomBytes(16).toString('hex');
    const [place, part] = [path.join(folder, id), path.join(folder, `${id}.part`)];
    await mkdir(folder, { recursive: true });
    try {
      await pipeline(stream, createWriteStream(part, { flags: 'wx' }));
      if (stream.truncated)
        throw new FrontError('payload-too-large', `A file may have ${maxBytes} bytes at most.`);
      await rename(part, place);
    } finally {
      await rm(part, { force: true });
    }
    try {
      return await keepFile({ id, name: clean, size: stream.bytesRead, type }, of, parts);
    } catch (error) {
      await rm(place, { force: true });
      throw error;
    }
  }

  return async (exchange) => {
    const { request } = exchange;
    const of = await owner(exchange);
    const contentType = request.headers['content-type'] ?? '';
    if (!/^multipart\/form-data\b.*boundary=/i.test(contentType)) {
      throw new FrontError('unsupported-media-type', 'multipart/form-data was expected.');
    }
    const files: FileRef[] = [];
    let before: Promise<void> = Promise.resolve();
    let failure: Error | undefined;
    const form = new Busboy({
      headers: { ...request.headers, 'content-type': contentType },
      isPartAFile: (_, __, name) => name !== undefined,
      limits: {
        files: filesAtMost,
        fileSize: maxBytes,
        fields: 10,
        fieldSize: 1_024,
        parts: 20,
        headerSize: 8_192,
      },
    });
    form.on('file', (_, stream, name, __, type) => {
      const saving = save(stream, name, type, of);
      // Whatever becomes of it, the form goes on only when it has been read.
      saving.catch(() => stream.resume());
      before = before.then(async () => {
        try {
          files.push(await saving);
        } catch (error) {
          failure ??=
            error instanceof Error ? error : new FrontError('server-error', 'The file was not kept.');
        }
      });
    });
    try {
      await pipeline(request, form);
    } catch {
      failure ??= new FrontError('bad-request', 'The form broke off, or is none.');
    }
    await before;
    if (failure !== undefined) throw failure;
    if (files.length === 0) throw new FrontError('bad-request', 'file: at least one file was expected.');
    return json({ files }, 201);
  };
}
