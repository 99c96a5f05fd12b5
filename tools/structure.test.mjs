// The linter refuses what ARCHITECTURE.md forbids: shown with deliberate violations, each beside a legal neighbour, so
// that a rule that refuses everything, or nothing, is found out. Nx's rule really runs, on the real project graph.
import { ESLint } from 'eslint';
import assert from 'node:assert/strict';
import path from 'node:path';
import test, { before } from 'node:test';
import tseslint from 'typescript-eslint';
import { root } from './lib/root.mjs';
import { runTool } from './lib/run.mjs';

/** @type {ESLint} */
let eslint;

before(async () => {
  // Nx's rule skips itself silently while there is no graph on disk.
  const graph = await runTool('nx', ['show', 'projects']);
  assert.equal(graph.code, 0, graph.output);
  // The files exist only here, so no type information is to be had; none of these rules needs any.
  eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });
});

/**
 * The rules that a file would break, with what they say.
 *
 * @param {string} file
 * @param {string} code
 */
async function complaints(file, code) {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const boundaries = '@nx/enforce-module-boundaries';
const use = (/** @type {string} */ name, /** @type {string} */ from) =>
  `import { ${name} } from '${from}';\nexport const used = ${name};\n`;

/** @type {{ what: string, file: string, code: string, rule: string }[]} */
const refused = [
  // frameworks stay out of core
  {
    what: 'React in core',
    file: 'packages/core/src/fold/x.ts',
    code: use('useState', 'react'),
    rule: boundaries,
  },
  {
    what: 'React DOM in core',
    file: 'packages/core/src/x.ts',
    code: use('createRoot', 'react-dom/client'),
    rule: boundaries,
  },
  {
    what: 'Vue in core',
    file: 'packages/core/src/x.ts',
    code: use('ref', 'vue'),
    rule: 'no-restricted-imports',
  },
  {
    what: 'Angular in core',
    file: 'packages/core/src/x.ts',
    code: use('signal', '@angular/core'),
    rule: 'no-restricted-imports',
  },
  {
    what: 'React in a connector',
    file: 'packages/connectors/src/ringcentral/x.ts',
    code: use('useState', 'react'),
    rule: boundaries,
  },

  // projects
  {
    what: 'a binding importing a connector',
    file: 'packages/react/src/x.ts',
    code: use('ringCentral', '@offhook/connectors/ringcentral'),
    rule: boundaries,
  },
  {
    what: 'a binding importing the simulator',
    file: 'packages/react/src/x.ts',
    code: use('createSimulator', '@offhook/simulator'),
    rule: boundaries,
  },
  {
    what: 'core importing a binding',
    file: 'packages/core/src/x.ts',
    code: use('useCall', '@offhook/react'),
    rule: boundaries,
  },
  {
    what: 'core importing a connector',
    file: 'packages/core/src/x.ts',
    code: use('ringCentral', '@offhook/connectors/ringcentral'),
    rule: boundaries,
  },
  {
    what: 'a connector importing a binding',
    file: 'packages/connectors/src/ringcentral/x.ts',
    code: use('useCall', '@offhook/react'),
    rule: boundaries,
  },
  {
    what: 'the simulator importing a connector',
    file: 'packages/simulator/src/x.ts',
    code: use('ringCentral', '@offhook/connectors/ringcentral'),
    rule: boundaries,
  },
  {
    what: 'another package by a relative path',
    file: 'packages/react/src/x.ts',
    code: use('createOffhook', '../../core/src/index.js'),
    rule: boundaries,
  },
  {
    what: "a package importing an app's kit",
    file: 'packages/react/src/x.ts',
    code: use('texts', '@offhook/demo-kit'),
    rule: boundaries,
  },
  {
    what: 'what is published importing contract suites',
    file: 'packages/react/src/x.ts',
    code: use('bindingContract', '@offhook/testing'),
    rule: 'no-restricted-imports',
  },

  {
    what: 'a package importing itself by its name',
    file: 'packages/react/src/x.ts',
    code: use('useCall', '@offhook/react'),
    rule: boundaries,
  },

  // rooms of core
  {
    what: 'fold importing channel',
    file: 'packages/core/src/fold/x.ts',
    code: use('frameChannel', '../channel/frameChannel.js'),
    rule: 'offhook/rooms',
  },
  {
    what: 'fold importing channel from deeper down',
    file: 'packages/core/src/fold/deep/x.ts',
    code: use('frameChannel', '../../channel/frameChannel.js'),
    rule: 'offhook/rooms',
  },
  {
    what: 'fold re-exporting channel',
    file: 'packages/core/src/fold/x.ts',
    code: "export * from '../channel/channel.js';",
    rule: 'offhook/rooms',
  },
  {
    what: 'fold importing a type of channel',
    file: 'packages/core/src/fold/x.ts',
    code: "export type X = import('../channel/channel.js').Channel;",
    rule: 'offhook/rooms',
  },
  {
    what: 'fold importing channel late',
    file: 'packages/core/src/fold/x.ts',
    code: "export const x = () => import('../channel/channel.js');",
    rule: 'offhook/rooms',
  },
  {
    what: 'fold importing stream',
    file: 'packages/core/src/fold/x.ts',
    code: use('state', '../stream/state.js'),
    rule: 'offhook/rooms',
  },
  {
    what: 'fold importing RxJS',
    file: 'packages/core/src/fold/x.ts',
    code: use('map', 'rxjs'),
    rule: 'offhook/rooms',
  },
  {
    what: 'model importing fold',
    file: 'packages/core/src/model/x.ts',
    code: use('foldCall', '../fold/foldCall.js'),
    rule: 'offhook/rooms',
  },
  {
    what: 'model importing anything from outside',
    file: 'packages/core/src/model/x.ts',
    code: use('map', 'rxjs'),
    rule: 'offhook/rooms',
  },
  {
    what: 'stream importing model',
    file: 'packages/core/src/stream/x.ts',
    code: use('isLive', '../model/call.js'),
    rule: 'offhook/rooms',
  },
  {
    what: 'channel importing stream',
    file: 'packages/core/src/channel/x.ts',
    code: use('state', '../stream/state.js'),
    rule: 'offhook/rooms',
  },
  {
    what: 'channel importing RxJS',
    file: 'packages/core/src/channel/x.ts',
    code: use('map', 'rxjs'),
    rule: 'offhook/rooms',
  },
  {
    what: 'ports importing channel',
    file: 'packages/core/src/ports/x.ts',
    code: use('frameChannel', '../channel/frameChannel.js'),
    rule: 'offhook/rooms',
  },

  // vendors
  {
    what: "one vendor's folder importing another's",
    file: 'packages/connectors/src/ringcentral/x.ts',
    code: use('wire', '../kunzite/wire.js'),
    rule: 'offhook/separate-vendors',
  },
  {
    what: "one vendor's folder importing another's by its published name",
    file: 'packages/connectors/src/kunzite/x.ts',
    code: use('ringCentral', '@offhook/connectors/ringcentral'),
    rule: 'offhook/separate-vendors',
  },
  {
    what: "a vendor's word in an identifier of core",
    file: 'packages/core/src/x.ts',
    code: 'export const isRingCentralCall = true;',
    rule: 'offhook/no-vendor-word',
  },
  {
    what: "a vendor's word in a text of core",
    file: 'packages/core/src/x.ts',
    code: "export const vendor = 'connect-me';",
    rule: 'offhook/no-vendor-word',
  },
  {
    what: "a vendor's word in a template of a binding",
    file: 'packages/react/src/x.ts',
    code: 'export const a = (b: string) => `xivo-${b}`;',
    rule: 'offhook/no-vendor-word',
  },

  // the browser
  {
    what: 'window in core outside channel',
    file: 'packages/core/src/x.ts',
    code: 'export const title = () => window.name;',
    rule: 'no-restricted-globals',
  },
  {
    what: 'document in fold',
    file: 'packages/core/src/fold/x.ts',
    code: 'export const title = () => document.title;',
    rule: 'no-restricted-globals',
  },
  {
    what: 'WebSocket by way of globalThis',
    file: 'packages/core/src/x.ts',
    code: "export const open = () => new globalThis.WebSocket('wss://a.example');",
    rule: 'no-restricted-globals',
  },
  {
    what: 'MessageEvent as a type',
    file: 'packages/core/src/x.ts',
    code: 'export const data = (event: MessageEvent): unknown => event.data;',
    rule: '@typescript-eslint/no-restricted-types',
  },
  {
    what: 'window in a connector',
    file: 'packages/connectors/src/ringcentral/x.ts',
    code: 'export const title = () => window.name;',
    rule: 'no-restricted-globals',
  },
  {
    what: "'*' as target origin",
    file: 'packages/core/src/channel/x.ts',
    code: "export const post = (to: Window) => to.postMessage(1, '*');",
    rule: 'no-restricted-syntax',
  },
  {
    what: "'*' as target origin in options",
    file: 'apps/react-demo/src/x.ts',
    code: "parent.postMessage(1, { targetOrigin: '*' });",
    rule: 'no-restricted-syntax',
  },

  // TypeScript and style
  {
    what: 'any',
    file: 'packages/core/src/model/x.ts',
    code: 'export type Anything = any;',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    what: 'any in a test',
    file: 'packages/core/src/model/x.test.ts',
    code: 'export type Anything = any;',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    what: 'a ts-ignore',
    file: 'packages/core/src/model/x.ts',
    code: '// @ts-ignore\nexport const one = 1;',
    rule: '@typescript-eslint/ban-ts-comment',
  },
  {
    what: 'a non-null assertion',
    file: 'packages/core/src/x.ts',
    code: 'export const first = (all: string[]) => all[0]!;',
    rule: '@typescript-eslint/no-non-null-assertion',
  },
  {
    what: 'a default export',
    file: 'packages/core/src/model/x.ts',
    code: 'export default 1;',
    rule: 'no-restricted-exports',
  },
  {
    what: 'a file of 251 lines',
    file: 'packages/core/src/model/x.ts',
    code: 'export {};\n'.repeat(251),
    rule: 'max-lines',
  },
  {
    what: 'a hook behind a condition',
    file: 'packages/react/src/useX.ts',
    code: "import { useState } from 'react';\nexport function useX(on: boolean) {\n  if (on) useState(1);\n}",
    rule: 'react-hooks/rules-of-hooks',
  },
  {
    what: 'a focused test',
    file: 'packages/core/src/x.test.ts',
    code: "it.only('runs alone', () => {});",
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a skipped browser test',
    file: 'apps/e2e/src/x.spec.ts',
    code: "test.describe.skip('later', () => {});",
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a retried test',
    file: 'packages/core/src/x.test.ts',
    code: 'jest.retryTimes(3);',
    rule: 'no-restricted-syntax',
  },
];

/** @type {{ what: string, file: string, code: string }[]} */
const allowed = [
  {
    what: 'fold importing model and itself',
    file: 'packages/core/src/fold/x.ts',
    code: "export * from '../model/call.js';\nexport * from './foldCall.js';",
  },
  {
    what: 'fold importing model from deeper down',
    file: 'packages/core/src/fold/deep/x.ts',
    code: use('isLive', '../../model/call.js'),
  },
  { what: 'stream importing RxJS', file: 'packages/core/src/stream/x.ts', code: use('map', 'rxjs') },
  {
    what: 'window in channel',
    file: 'packages/core/src/channel/x.ts',
    code: 'export const title = () => window.name;',
  },
  {
    what: 'channel importing model and the ports it needs',
    file: 'packages/core/src/channel/x.ts',
    code: use('systemClock', '../ports/clock.js'),
  },
  {
    what: 'an exact target origin',
    file: 'packages/core/src/channel/x.ts',
    code: "export const post = (to: Window, origin: string) => to.postMessage('*', origin);",
  },
  {
    what: "'*' in the simulator, where the real widget posts so",
    file: 'packages/simulator/src/ringcentral/x.ts',
    code: "parent.postMessage(1, '*');",
  },
  {
    what: 'a binding importing core and its framework',
    file: 'packages/react/src/x.ts',
    code: "import { createOffhook } from '@offhook/core';\nimport { useState } from 'react';\nexport const used = [createOffhook, useState];",
  },
  {
    what: "a binding's test importing contract suites",
    file: 'packages/react/src/x.test.tsx',
    code: use('bindingContract', '@offhook/testing'),
  },
  {
    what: 'a test importing its own package the way an app does',
    file: 'packages/react/src/x.test.tsx',
    code: use('useCall', '@offhook/react'),
  },
  {
    what: 'a connector importing core',
    file: 'packages/connectors/src/ringcentral/x.ts',
    code: use('OffhookError', '@offhook/core'),
  },
  {
    what: "a connector's own words",
    file: 'packages/connectors/src/ringcentral/x.ts',
    code: "export const ringCentral = 'ringcentral';",
  },
  {
    what: "a vendor's word in a comment of core",
    file: 'packages/core/src/x.ts',
    code: '// Kunzite never acknowledges.\nexport const connectMessage = 1;',
  },
  {
    what: 'an app importing what is published',
    file: 'apps/react-demo/src/x.ts',
    code: "import { ringCentral } from '@offhook/connectors/ringcentral';\nimport { useCall } from '@offhook/react';\nexport const used = [ringCentral, useCall];",
  },
  {
    what: 'an app importing the demo kit',
    file: 'apps/react-demo/src/x.ts',
    code: use('texts', '@offhook/demo-kit'),
  },
  {
    what: 'a file of 250 lines and comments',
    file: 'packages/core/src/model/x.ts',
    code: `${'export {};\n'.repeat(250)}// one more\n\n`,
  },
  {
    what: 'a hook at the top',
    file: 'packages/react/src/useX.ts',
    code: "import { useState } from 'react';\nexport const useX = () => useState(1);",
  },
];

for (const { what, file, code, rule } of refused) {
  test(`refused: ${what}`, async () => {
    const found = await complaints(file, code);
    assert.ok(
      found.some((complaint) => complaint.startsWith(`${rule}: `)),
      `${rule} said nothing about ${file}; these did:\n${found.join('\n')}`,
    );
  });
}

for (const { what, file, code } of allowed) {
  test(`allowed: ${what}`, async () => assert.deepEqual(await complaints(file, code), []));
}
