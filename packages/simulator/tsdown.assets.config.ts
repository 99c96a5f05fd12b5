import { defineConfig } from 'tsdown';

const page = {
  dts: false,
  platform: 'browser',
  target: 'es2022',
  minify: true,
  clean: false,
  hash: false,
  loader: { '.svg': 'text' },
  noExternal: ['lucide-static'],
  tsconfig: 'tsconfig.build.json',
} as const;

/** The pages that the simulator serves, built into `dist/assets` beside it. */
export default defineConfig([
  {
    ...page,
    entry: { app: 'src/ringcentral/widget/app.ts' },
    format: ['esm'],
    outDir: 'dist/assets/ringcentral',
    copy: [
      { from: 'src/ringcentral/widget/app.html', to: 'dist/assets/ringcentral' },
      { from: 'src/ringcentral/widget/app.css', to: 'dist/assets/ringcentral' },
      { from: 'src/simulator.svg', to: 'dist/assets' },
    ],
  },
  {
    ...page,
    entry: { adapter: 'src/ringcentral/adapter/adapter.ts' },
    format: ['iife'],
    outDir: 'dist/assets/ringcentral',
    outputOptions: { entryFileNames: 'adapter.js' },
  },
  {
    ...page,
    entry: { app: 'src/kunzite/widget/app.ts' },
    format: ['esm'],
    outDir: 'dist/assets/kunzite',
    copy: [
      { from: 'src/kunzite/widget/app.html', to: 'dist/assets/kunzite' },
      { from: 'src/kunzite/widget/app.css', to: 'dist/assets/kunzite' },
    ],
  },
  {
    ...page,
    entry: { app: 'src/connect-me/widget/app.ts' },
    format: ['esm'],
    outDir: 'dist/assets/connect-me',
    copy: [
      { from: 'src/connect-me/widget/app.html', to: 'dist/assets/connect-me' },
      { from: 'src/connect-me/widget/app.css', to: 'dist/assets/connect-me' },
    ],
  },
  {
    ...page,
    entry: { app: 'src/xivo/desktop/app.ts' },
    format: ['esm'],
    outDir: 'dist/assets/xivo',
    copy: [
      { from: 'src/xivo/desktop/app.html', to: 'dist/assets/xivo' },
      { from: 'src/xivo/desktop/app.css', to: 'dist/assets/xivo' },
    ],
  },
  {
    ...page,
    entry: { board: 'src/board/board.ts', host: 'src/board/host.ts' },
    format: ['esm'],
    outDir: 'dist/assets/board',
    copy: [
      { from: 'src/board/board.html', to: 'dist/assets/board' },
      { from: 'src/board/board.css', to: 'dist/assets/board' },
      { from: 'src/board/host.html', to: 'dist/assets/board' },
    ],
  },
]);
