import assert from 'node:assert/strict';
import test from 'node:test';
import { undocumentedExports } from './apiReport.mjs';
import { entriesOf, readProjects } from './projects.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

test('projects are the folders under packages and apps that have a package.json', (t) => {
  const base = temporaryFolder(t, {
    'packages/core/package.json': { name: '@offhook/core', scripts: { test: 'jest' } },
    'packages/notes/README.md': 'no project',
    'apps/demo/package.json': { name: '@offhook/demo', private: true },
  });
  assert.deepEqual(
    readProjects(base).map(({ name, folder, published, scripts }) => ({ name, folder, published, scripts })),
    [
      { name: '@offhook/core', folder: 'packages/core', published: true, scripts: { test: 'jest' } },
      { name: '@offhook/demo', folder: 'apps/demo', published: false, scripts: {} },
    ],
  );
});

test('the entries of a package are what its exports offer to code', () => {
  const manifest = {
    exports: {
      '.': { import: { types: './dist/index.d.ts' } },
      './ringcentral': { import: { types: './dist/ringcentral.d.ts' } },
      './style.css': './style.css',
      './package.json': './package.json',
    },
  };
  const project = {
    name: '@offhook/connectors',
    folder: '',
    published: true,
    publishedFolder: '',
    scripts: {},
    manifest,
  };
  assert.deepEqual(entriesOf(project), [
    { specifier: '@offhook/connectors', entry: 'connectors', types: './dist/index.d.ts', ways: ['import'] },
    {
      specifier: '@offhook/connectors/ringcentral',
      entry: 'ringcentral',
      types: './dist/ringcentral.d.ts',
      ways: ['import'],
    },
  ]);
});

test('exports without TSDoc are found in a report, members and what is not exported aside', () => {
  const report = `
// @public (undocumented)
export interface Bare {
    // (undocumented)
    readonly id: string;
}

// @public
export type Told = string;

// @public (undocumented)
type Inner = string;

// @public (undocumented)
export function bare(): void;
`;
  assert.deepEqual(undocumentedExports(report), ['Bare', 'bare']);
});
