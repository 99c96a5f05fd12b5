import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { text, type Exchange, type Reply } from '../http/exchange.js';

/** Built files, below one folder. */
export interface FileServer {
  /** A file, by its path below the folder. */
  serve(exchange: Exchange, name: string): Promise<Reply>;
  /** Whether there is anything to serve. */
  isThere(name: string): Promise<boolean>;
}

/** How a folder's files are served. */
export interface FileServerOptions {
  readonly folder: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** What is said in place of a file where the folder isn't there. */
  readonly advice: string;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  mp3: 'audio/mpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  wav: 'audio/wav',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

interface Loaded {
  readonly stamp: string;
  readonly body: Uint8Array;
  readonly etag: string;
}

/** Names of one or more parts, none of which leads out of the folder or is hidden. */
const safe = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;

/** Serves what a build has written: read once, and again when it has changed. Browsers ask whether what they have is right. */
export function fileServer({ folder, headers, advice }: FileServerOptions): FileServer {
  const loaded = new Map<string, Loaded>();

  async function load(name: string): Promise<Loaded | undefined> {
    const type = types[name.split('.').at(-1) ?? ''];
    if (folder === undefined || type === undefined || !safe.test(name)) return undefined;
    const place = path.join(folder, name);
    const found = await stat(place).catch(() => undefined);
    if (found?.isFile() !== true) return undefined;
    const stamp = `${found.mtimeMs} ${found.size}`;
    const known = loaded.get(name);
    if (known?.stamp === stamp) return known;
    const body = await readFile(place);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    const fresh = { stamp, body, etag };
    loaded.set(name, fresh);
    return fresh;
  }

  return {
    isThere: async (name) => (await load(name)) !== undefined,
    async serve({ request }, name) {
      const file = await load(name);
      if (file === undefined) return text(`There is no such file. ${advice}`, 404);
      const all = { ...headers, etag: file.etag, 'cache-control': 'no-cache' };
      if (request.headers['if-none-match'] === file.etag) return { status: 304, headers: all };
      return {
        status: 200,
        headers: { ...all, 'content-type': types[name.split('.').at(-1) ?? ''] ?? '' },
        body: file.body,
      };
    },
  };
}
