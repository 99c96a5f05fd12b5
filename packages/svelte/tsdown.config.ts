import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts'],
  // As Svelte itself: ES modules, and nothing else.
  format: ['esm'],
  dts: true,
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  fixedExtension: false,
  tsconfig: 'tsconfig.build.json',
});
