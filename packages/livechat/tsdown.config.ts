import { statSync } from 'node:fs';
import { defineConfig } from 'tsdown';

const script = {
  format: ['iife'],
  dts: false,
  platform: 'browser',
  target: 'es2022',
  minify: true,
  clean: false,
  hash: false,
  tsconfig: 'tsconfig.build.json',
} as const;

const folder = 'dist/scripts/tetherfi/livechat';

/** The documented sizes, raw: no script is to be larger (rows T-5, T-6). */
const keepsTo = (file: string, most: number) => () => {
  const { size } = statSync(file);
  if (size > most) throw new Error(`${file} has ${size} bytes, more than ${most}.`);
};

const livechat = (name: string) => ({
  ...script,
  entry: { livechat: 'src/scripts/livechat.ts' },
  outDir: folder,
  outputOptions: { entryFileNames: name },
  onSuccess: keepsTo(`${folder}/${name}`, 61_900),
});

export default defineConfig([
  {
    entry: ['src/index.ts'],
    format: ['esm', 'cjs'],
    dts: true,
    platform: 'neutral',
    target: 'es2022',
    sourcemap: true,
    fixedExtension: false,
    clean: false,
    tsconfig: 'tsconfig.build.json',
  },
  livechat('livechat.js'),
  livechat('libtextchat.js'),
  {
    ...script,
    entry: { clientlog: 'src/scripts/clientlog.ts' },
    outDir: `${folder}/interface`,
    outputOptions: { entryFileNames: '__clientlog.js' },
    onSuccess: keepsTo(`${folder}/interface/__clientlog.js`, 1_000),
  },
  {
    ...script,
    // A module: it is imported, and so needs no global object to hand itself over.
    format: ['esm'],
    entry: { livechat_upload: 'src/scripts/upload.ts' },
    outDir: folder,
    noExternal: ['tus-js-client'],
    outputOptions: { entryFileNames: 'livechat_upload.js' },
  },
]);
