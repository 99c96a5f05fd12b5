import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    import: 'src/import.ts',
    worker: 'src/worker.ts',
    storingWorker: 'src/storingWorker.ts',
    // fetched where there is no worker; named, so that its size can be told apart
    localLink: 'src/host/localLink.ts',
  },
  format: ['esm', 'cjs'],
  dts: true,
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  fixedExtension: false,
  tsconfig: 'tsconfig.build.json',
});
