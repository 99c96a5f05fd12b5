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
      const common = {
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        ...headers(),
      };
      if (!content) {
        const advice = 'This page is not built. Run the build of @offhook/simulator first.';
        return context.text(advice, 503, common);
      }
      const type = types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      return context.body(new Uint8Array(content), 200, { ...common, 'Content-Type': type });
    });
  }
}
