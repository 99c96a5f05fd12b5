import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/server/serve.ts'],
  format: ['esm'],
  platform: 'node',
  target: 'node20',
  outDir: 'dist/server',
  sourcemap: true,
  fixedExtension: false,
  // Private and TypeScript only: they have no built form to import. The CRM's libsql is a native package, and stays one.
  deps: { alwaysBundle: ['@offhook/crm', '@offhook/demo-kit'] },
});
