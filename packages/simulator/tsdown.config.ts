import { defineConfig } from 'tsdown';

const node = {
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  fixedExtension: false,
  tsconfig: 'tsconfig.build.json',
} as const;

export default defineConfig([
  { ...node, entry: ['src/index.ts', 'src/cli.ts'], format: ['esm'], dts: { entry: 'src/index.ts' } },
  { ...node, entry: ['src/index.ts'], format: ['cjs'], dts: true, shims: true, clean: false },
]);
