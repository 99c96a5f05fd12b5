import { defineConfig } from 'vite';

// The page. The server that serves it is built beside it (tsdown.config.ts).
export default defineConfig({
  build: {
    outDir: 'dist/page',
    sourcemap: true,
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
});
