import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/vue/',
  plugins: [vue({ features: { optionsAPI: false } })],
  // On the launcher's own port the page finds the simulator (`npx offhook-simulator`) where it always is.
  server: { port: 4200 },
  build: {
    sourcemap: true,
    // Browsers with `light-dark()`: the stylesheet is theirs as it is written.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
});
