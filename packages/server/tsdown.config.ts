import { existsSync } from 'node:fs';
import { defineConfig } from 'tsdown';

const node = {
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  fixedExtension: false,
  tsconfig: 'tsconfig.build.json',
} as const;

const entries = ['src/index.ts', 'src/node.ts', 'src/express.ts', 'src/fastify.ts', 'src/livechat.ts'];

// The agents' page is built before this package; without it `/agent` says that it isn't there.
const agentConsole = '../../apps/agent-console/dist';
const copy = existsSync(agentConsole) ? [{ from: agentConsole, to: 'dist', rename: 'agent' }] : [];

export default defineConfig([
  { ...node, entry: [...entries, 'src/cli.ts'], format: ['esm'], dts: { entry: entries } },
  { ...node, entry: entries, format: ['cjs'], dts: true, shims: true, clean: false, copy },
]);
