import { defineConfig } from 'vite';

// What the account page loads. The bank's server, which writes the pages themselves, is built beside it (tsdown.config.ts).
export default defineConfig({
  base: '/assets/',
  publicDir: false,
  build: {
    outDir: 'dist/page',
    assetsDir: '',
    sourcemap: true,
    cssCodeSplit: false,
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: 'src/page/account.ts',
      // The pages name these two; what they load themselves has a hash in its name.
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunk-[hash].js',
        assetFileNames: 'bank[extname]',
      },
    },
  },
});
