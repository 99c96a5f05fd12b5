import { defineConfig } from 'tsdown';

const node = {
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  fixedExtension: false,
  tsconfig: 'tsconfig.build.json',
} as const;

const entries = ['src/index.ts', 'src/node.ts', 'src/express.ts', 'src/fastify.ts'];

export default defineConfig([
  { ...node, entry: [...entries, 'src/cli.ts'], format: ['esm'], dts: { entry: entries } },
  { ...node, entry: entries, format: ['cjs'], dts: true, shims: true, clean: false },
]);
