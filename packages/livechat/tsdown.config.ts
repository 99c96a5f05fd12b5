import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig } from 'tsdown';
import { minifyCss } from './src/cobrowse/minifyCss.ts';
import { mostCobrowseBytes } from './src/scripts/cobrowseSizes.ts';
import { mostBytes, type LimitedFile } from './src/scripts/sizes.ts';

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

const root = 'dist/scripts/tetherfi';
const folder = `${root}/livechat`;

/** No script is to be larger than documented (rows T-5 to T-8). */
const keepsTo = (file: LimitedFile) => () => {
  const { size } = statSync(`${root}/${file}`);
  const most = mostBytes[file];
  if (size > most) throw new Error(`${file} has ${size} bytes, more than ${most}.`);
};

/** A package's licence asks to be kept in whatever the package is part of. */
const licenceOf = (manifest: string, file: string): string =>
  `/*!\n${readFileSync(join(dirname(manifest), file), 'utf8').trim()}\n*/`;
const adapter = createRequire(import.meta.url).resolve('webrtc-adapter/package.json');
const sdp = createRequire(adapter).resolve('sdp/package.json');
const adaptorLicences = `${licenceOf(adapter, 'LICENSE.md')}\n${licenceOf(sdp, 'LICENSE')}`;

const livechat = (name: 'livechat.js' | 'libtextchat.js') => ({
  ...script,
  entry: { livechat: 'src/scripts/livechat.ts' },
  outDir: folder,
  outputOptions: { entryFileNames: name },
  onSuccess: keepsTo(`livechat/${name}`),
});

/** The co-browse files keep to the documented sizes (rows T-10 to T-14). */
const cobrowseKeepsTo = (file: keyof typeof mostCobrowseBytes) => {
  const { size } = statSync(`${root}/${file}`);
  const most = mostCobrowseBytes[file];
  if (size > most) throw new Error(`${file} has ${size} bytes, more than ${most}.`);
};

const cobrowse = (
  entry: string,
  file: 'cobrowse-configurations.js' | 'tetherfi-cobrowse-plugins.min.js' | 'tetherfi-cobrowse.min.js',
  more: { readonly postBanner?: string } = {},
) => ({
  ...script,
  entry: { [entry]: `src/scripts/${entry}.ts` },
  outDir: `${root}/Scripts`,
  outputOptions: { entryFileNames: file, ...more },
  onSuccess: () => cobrowseKeepsTo(`Scripts/${file}`),
});

const cobrowseStyles = () => {
  mkdirSync(`${root}/Styles`, { recursive: true });
  for (const name of ['tetherfi-cobrowse', 'fontawesome-all'] as const) {
    const css = readFileSync(`src/cobrowse/styles/${name}.css`, 'utf8');
    writeFileSync(`${root}/Styles/${name}.min.css`, minifyCss(css));
    cobrowseKeepsTo(`Styles/${name}.min.css`);
  }
};

// It is published without a licence file: its manifest says MIT.
const recorderLicence =
  '/*! @rrweb/record and rrweb: MIT licence, the contributors of https://github.com/rrweb-io/rrweb */';

export default defineConfig([
  {
    entry: { index: 'src/index.ts', media: 'src/media/index.ts' },
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
    onSuccess: keepsTo('livechat/interface/__clientlog.js'),
  },
  {
    ...script,
    entry: { adaptor: 'src/scripts/adaptor.ts' },
    outDir: root,
    noExternal: ['webrtc-adapter', 'sdp'],
    outputOptions: { entryFileNames: 'adaptor.mini.js', postBanner: adaptorLicences },
    onSuccess: keepsTo('adaptor.mini.js'),
  },
  {
    ...script,
    entry: { livechat_video: 'src/scripts/video.ts' },
    outDir: root,
    outputOptions: { entryFileNames: 'livechat_video.mini.js' },
    onSuccess: keepsTo('livechat_video.mini.js'),
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
  {
    ...cobrowse('cobrowseConfigurations', 'cobrowse-configurations.js'),
    onSuccess: () => {
      cobrowseKeepsTo('Scripts/cobrowse-configurations.js');
      cobrowseStyles();
    },
  },
  {
    ...cobrowse('cobrowsePlugins', 'tetherfi-cobrowse-plugins.min.js', { postBanner: recorderLicence }),
    noExternal: [/^@rrweb\//, 'rrweb'],
  },
  cobrowse('cobrowse', 'tetherfi-cobrowse.min.js'),
]);
