import { defineConfig } from 'tsdown';

// One file for each of the processes, and one that starts them.
export default defineConfig({
  entry: ['src/start.ts', 'src/inb.ts', 'src/proxy.ts'],
  format: ['esm'],
  platform: 'node',
  target: 'node20',
  outDir: 'dist/server',
  sourcemap: true,
  fixedExtension: false,
});
