import path from 'node:path';
import { build, type Rolldown } from 'vite';

const root = path.resolve(import.meta.dirname, '../../..');
const source = (name: string): string => path.join(root, 'packages', name, 'src');

/** One script of a page that only tests need, with our packages' sources in it: what an app's own bundler makes. */
export async function bundle(page: string): Promise<string> {
  const made = await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: /^@offhook\/connectors\/(.+)$/, replacement: `${source('connectors')}/$1/index.ts` },
        {
          find: /^@offhook\/(core|tabs|logbook)$/,
          replacement: `${path.join(root, 'packages')}/$1/src/index.ts`,
        },
      ],
    },
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(import.meta.dirname, '../pages', page), formats: ['es'], fileName: 'page' },
    },
  });
  const outputs = (Array.isArray(made) ? made : [made]) as Rolldown.RolldownOutput[];
  const chunk = outputs.flatMap(({ output }) => output).find((each) => each.type === 'chunk');
  if (chunk === undefined) throw new Error(`${page} made no script.`);
  return chunk.code;
}
