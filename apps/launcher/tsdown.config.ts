import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/server/serve.ts'],
  format: ['esm'],
  platform: 'node',
  target: 'node20',
  outDir: 'dist/server',
  sourcemap: true,
  fixedExtension: false,
  // Private and TypeScript only: it has no built form to import.
  deps: { alwaysBundle: ['@offhook/demo-kit'] },
});
