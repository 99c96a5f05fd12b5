import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/agent/',
  plugins: [react()],
  server: {
    port: 4206,
    // The back end that the page asks, while one works on it.
    proxy: { '/tetherfi': { target: 'http://localhost:4305', ws: true, changeOrigin: true } },
  },
  build: {
    // Under the back end's policy nothing is inline: neither the script for old browsers nor small pictures.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The replay of a customer's page is a document of its own, under a policy of its own.
    rolldownOptions: { input: ['index.html', 'replay.html'] },
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
});
