import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Exchange, Serve } from '../http/exchange.js';
import { FrontError } from '../http/frontError.js';
import type { FileParts } from './fileParts.js';

/** Letters that stand for themselves in a header’s extended value. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

const gone = (): FrontError => new FrontError('not-found', 'There is no such file in this chat.');

function nameIn(exchangePath: string, folder: string): string {
  try {
    return decodeURIComponent(exchangePath.slice(folder.length));
  } catch {
    throw gone();
  }
}

/**
 * `GET …/files/<encoded name>?sid=` (P-18, T-123): a chat's file, always as a download. The name is looked up in the chat; the
 * disk is asked only for the random id that it has there.
 *
 * @param below the path that the name comes after
 * @param reader whose chat it is
 */
export function downloadRoute(
  { hub, folder }: FileParts,
  below: string,
  reader: (exchange: Exchange) => Promise<string>,
): Serve {
  return async (exchange) => {
    const { site, path: asked, response } = exchange;
    const sid = await reader(exchange);
    const file = await hub.fileNamed(site, sid, nameIn(asked, below));
    if (file === undefined || !/^[\w-]+$/.test(file.id)) throw gone();
    const place = path.join(folder, file.id);
    const found = await stat(place).catch(() => undefined);
    if (found?.isFile() !== true) throw gone();
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': found.size,
      'content-disposition': `attachment; filename="download"; filename*=UTF-8''${encoded(file.name)}`,
    });
    // Who goes away in the middle has no need of the rest.
    await pipeline(createReadStream(place), response).catch(() => undefined);
    return undefined;
  };
}
