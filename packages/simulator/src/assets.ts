import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The built pages: beside the built module, or in `dist` when the sources run. */
function assetDirectory(): URL {
  const beside = new URL('./assets/', import.meta.url);
  return existsSync(fileURLToPath(beside)) ? beside : new URL('../dist/assets/', import.meta.url);
}

/** Serves built files under fixed paths; nothing else of the disk can be reached. */
export function serveAssets(
  app: Hono,
  files: Readonly<Record<string, string>>,
  headers: () => Readonly<Record<string, string>>,
): void {
  for (const [path, file] of Object.entries(files)) {
    app.get(path, async (context) => {
      const content = await readFile(fileURLToPath(new URL(file, assetDirectory()))).catch(() => undefined);
      if (!content)
        return context.text('This page is not built. Run the build of @offhook/simulator first.', 503);
      return context.body(new Uint8Array(content), 200, {
        'Content-Type': types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        ...headers(),
      });
    });
  }
}
