import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  dts: true,
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  fixedExtension: false,
  tsconfig: 'tsconfig.build.json',
  // Where there are server components, these are none of them.
  banner: { js: "'use client';" },
});
