import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/svelte/',
  plugins: [svelte()],
  // On the launcher's own port the page finds the simulator (`npx offhook-simulator`) where it always is.
  server: { port: 4200 },
  build: {
    sourcemap: true,
    // Browsers with `light-dark()`: the stylesheet is theirs as it is written.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
});
