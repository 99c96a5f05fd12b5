import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    ringcentral: 'src/ringcentral/index.ts',
    'connect-me': 'src/connect-me/index.ts',
    kunzite: 'src/kunzite/index.ts',
    xivo: 'src/xivo/index.ts',
    tetherfi: 'src/tetherfi/index.ts',
  },
  format: ['esm', 'cjs'],
  dts: true,
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  fixedExtension: false,
  tsconfig: 'tsconfig.build.json',
});
