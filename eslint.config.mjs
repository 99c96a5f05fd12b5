import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import angular from 'angular-eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import svelte from 'eslint-plugin-svelte';
import vue from 'eslint-plugin-vue';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { offhook } from './tools/eslint/plugin.mjs';
import { withoutFixes } from './tools/eslint/withoutFixes.mjs';

// A new binding is one line here (and a plugin for its framework's own rules below).
const bindings = [
  { scope: 'scope:react', package: 'react', frameworks: ['react', 'react-dom', 'react/*', 'react-dom/*'] },
  { scope: 'scope:vue', package: 'vue', frameworks: ['vue', 'vue/*', '@vue/*'] },
  { scope: 'scope:svelte', package: 'svelte', frameworks: ['svelte', 'svelte/*'] },
  { scope: 'scope:angular', package: 'angular', frameworks: ['@angular/*'] },
];

const frameworks = [
  'react',
  'react-dom',
  'react/*',
  'react-dom/*',
  'vue',
  'vue/*',
  '@vue/*',
  'svelte',
  'svelte/*',
  '@angular/*',
];

const source = ['packages/*/src/**/*.{ts,tsx,vue,svelte}', 'apps/*/**/*.{ts,tsx,vue,svelte}'];
const tests = [
  '**/*.test.{ts,tsx}',
  '**/*.spec.ts',
  'apps/e2e/**/*.ts',
  'packages/*/src/**/testing/**/*.{ts,tsx,vue,svelte}',
];
const configFiles = ['**/*.config.{js,mjs,ts}', 'jest.preset.js'];

// What each project may import of the others, by the tags in its package.json.
const boundaries = [
  { sourceTag: 'scope:core', onlyDependOnLibsWithTags: ['scope:core'], bannedExternalImports: frameworks },
  {
    sourceTag: 'scope:connectors',
    onlyDependOnLibsWithTags: ['scope:core', 'scope:tabs', 'scope:testing'],
    bannedExternalImports: frameworks,
  },
  {
    sourceTag: 'scope:tabs',
    onlyDependOnLibsWithTags: ['scope:core', 'scope:testing'],
    bannedExternalImports: frameworks,
  },
  {
    sourceTag: 'scope:contacts',
    onlyDependOnLibsWithTags: ['scope:core', 'scope:testing'],
    bannedExternalImports: frameworks,
  },
  {
    sourceTag: 'scope:logbook',
    onlyDependOnLibsWithTags: ['scope:core', 'scope:tabs', 'scope:testing'],
    bannedExternalImports: frameworks,
  },
  { sourceTag: 'scope:testing', onlyDependOnLibsWithTags: ['scope:core'], bannedExternalImports: frameworks },
  {
    sourceTag: 'scope:simulator',
    onlyDependOnLibsWithTags: ['scope:simulator', 'scope:server', 'scope:livechat'],
    bannedExternalImports: frameworks,
  },
  {
    sourceTag: 'scope:server',
    onlyDependOnLibsWithTags: ['scope:server', 'scope:livechat'],
    bannedExternalImports: frameworks,
  },
  {
    sourceTag: 'scope:livechat',
    onlyDependOnLibsWithTags: ['scope:livechat'],
    bannedExternalImports: frameworks,
  },
  ...bindings.map(({ scope, frameworks: own }) => ({
    allSourceTags: [scope, 'type:lib'],
    onlyDependOnLibsWithTags: ['scope:core', 'scope:testing'],
    bannedExternalImports: frameworks.filter((name) => !own.includes(name)),
  })),
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib', 'scope:demo-kit', 'scope:crm'] },
  // A sample app shows its own binding.
  ...bindings.map(({ scope }) => ({
    allSourceTags: [scope, 'type:app'],
    onlyDependOnLibsWithTags: [
      scope,
      'scope:core',
      'scope:connectors',
      'scope:contacts',
      'scope:tabs',
      'scope:logbook',
      'scope:demo-kit',
    ],
  })),
];

// Inside core, by folder: what a room may import besides itself. A room that is not listed wires others together.
const coreRooms = {
  model: [],
  fold: ['model'],
  stream: ['rxjs'],
  channel: ['model', 'ports'],
  ports: ['model', 'stream', 'rxjs'],
};

const onlyInChannel = 'Only a channel/ touches the browser (ARCHITECTURE.md, the rooms).';
const browserGlobals = ['window', 'document', 'MessageEvent', 'WebSocket'].map((name) => ({
  name,
  message: onlyInChannel,
}));

const posting = "CallExpression:matches([callee.property.name='postMessage'], [callee.name='postMessage'])";
const wildcardTarget = [
  `${posting} > Literal.arguments:nth-child(2)[value='*']`,
  `${posting} > TemplateLiteral.arguments:nth-child(2)[quasis.0.value.raw='*']`,
  `${posting} > .arguments:nth-child(2) > Property[key.name='targetOrigin'][value.value='*']`,
].map((selector) => ({
  selector,
  message: "Name the exact target origin: '*' tells every page that embeds us.",
}));

const unfinishedTests = [
  'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|fixme)$/]',
  "MemberExpression[object.object.name='test'][object.property.name='describe'][property.name=/^(only|skip|fixme)$/]",
  'CallExpression[callee.name=/^(fit|xit|xtest|fdescribe|xdescribe)$/]',
].map((selector) => ({ selector, message: 'Every test runs: none is skipped, focused or left for later.' }));

const noRetries = {
  selector: "CallExpression[callee.property.name='retryTimes']",
  message: 'A flake is found, not retried.',
};

const restrictedImports = (message, group) => ({
  'no-restricted-imports': ['error', { patterns: [{ group, message }] }],
});

export default defineConfig(
  globalIgnores([
    '**/dist/**',
    '**/node_modules/**',
    '**/coverage/**',
    '**/.stryker-tmp/**',
    '**/test-results/**',
    '**/playwright-report/**',
    '.nx/**',
    'reports/**',
    'tools/react-18/**',
    // Foreign projects: not of this workspace, and not in its tsconfig.
    'tools/starters/**',
    '**/.angular/**',
    '**/.svelte-kit/**',
  ]),
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  // Plain JavaScript: configurations and tools, run by Node.
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly'])),
    },
    rules: { eqeqeq: ['error', 'smart'] },
  },

  // Pages that a benchmark measures.
  { files: ['tools/bench/bindingCost/**'], languageOptions: { globals: { document: 'readonly' } } },
  {
    files: ['tools/bench/contacts/**'],
    languageOptions: { globals: { self: 'readonly', Worker: 'readonly' } },
  },

  // TypeScript, with type information where a tsconfig.json covers the file.
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...wildcardTarget],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': 'off', // `() => run()` reads better than braces
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off', // `void current.value` reads on purpose
      '@typescript-eslint/no-unnecessary-type-parameters': 'off', // a driver's type is the caller's to say
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/unified-signatures': 'off', // overloads carry a TSDoc of their own
      '@typescript-eslint/unbound-method': 'off', // we have functions and closures, no `this` to lose
    },
  },
  { files: configFiles, extends: [tseslint.configs.disableTypeChecked] },

  {
    files: source,
    plugins: {
      '@nx': { rules: { 'enforce-module-boundaries': withoutFixes(nx.rules['enforce-module-boundaries']) } },
      offhook,
    },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints: boundaries }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true } },
      ],
    },
  },
  { files: [...configFiles, '**/*.d.ts'], rules: { 'no-restricted-exports': 'off' } },

  // core
  {
    files: ['packages/core/src/**/*.ts'],
    ignores: tests,
    rules: {
      'offhook/rooms': ['error', { src: 'packages/core/src', rooms: coreRooms }],
      ...restrictedImports('Core knows no framework.', frameworks),
    },
  },
  {
    files: ['packages/{core,connectors}/src/**/*.ts'],
    ignores: ['**/channel/**', ...tests],
    rules: {
      'no-restricted-globals': ['error', { globals: browserGlobals, checkGlobalObject: true }],
      '@typescript-eslint/no-restricted-types': [
        'error',
        { types: { MessageEvent: { message: onlyInChannel }, WebSocket: { message: onlyInChannel } } },
      ],
    },
  },
  {
    files: [
      'core',
      'contacts',
      'tabs',
      'logbook',
      'testing',
      ...bindings.map((binding) => binding.package),
    ].map((name) => `packages/${name}/src/**/*.{ts,tsx}`),
    ignores: tests,
    rules: { 'offhook/no-vendor-word': 'error' },
  },

  // connectors
  {
    files: ['packages/connectors/src/**/*.ts'],
    rules: {
      'offhook/separate-vendors': ['error', { src: 'packages/connectors/src', alias: '@offhook/connectors' }],
    },
  },

  // Core's own tests use the fakes, which use core: a circle that only files which are never published go round. And a
  // test may import its own package the way an app does.
  {
    files: tests,
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          allowCircularSelfDependency: true,
          ignoredCircularDependencies: [['@offhook/core', '@offhook/testing']],
          depConstraints: boundaries.map((constraint) =>
            constraint.sourceTag === 'scope:core'
              ? { ...constraint, onlyDependOnLibsWithTags: ['scope:core', 'scope:testing'] }
              : constraint,
          ),
        },
      ],
    },
  },

  // Contract suites and fakes are for tests: what is published never imports them.
  {
    files: ['packages/*/src/**/*.{ts,tsx}'],
    ignores: ['packages/core/**', 'packages/testing/**', ...tests],
    rules: restrictedImports('For tests only.', ['@offhook/testing']),
  },

  // The real widget posts to '*' in places, and the simulator does what the real one does.
  { files: ['packages/simulator/**'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['packages/simulator/src/cli.ts', 'packages/simulator/src/**/log*.ts', 'apps/launcher/**'],
    rules: { 'no-console': 'off' },
  },

  // React
  {
    files: ['packages/react/**/*.{ts,tsx}', 'apps/{react-demo,agent-console}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['packages/react/src/**/*.tsx', 'apps/{react-demo,agent-console}/src/**/*.tsx'],
    rules: {
      // Controls never reject, so that `onClick={answer}` is safe.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },

  // Vue
  {
    files: ['packages/vue/**/*.vue', 'apps/vue-demo/**/*.vue'],
    extends: [tseslint.configs.strict, vue.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // A page's own components, and short ones.
      'vue/multi-word-component-names': 'off',
      // TypeScript knows.
      'no-undef': 'off',
      'vue/require-default-prop': 'off',
    },
  },

  // Svelte
  {
    files: ['packages/svelte/**/*.svelte', 'apps/svelte-demo/**/*.svelte'],
    extends: [tseslint.configs.strict, svelte.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: { 'no-undef': 'off' },
  },

  // Angular
  {
    files: ['packages/angular/**/*.ts', 'apps/angular-demo/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      // Components and directives are classes with decorators, and often nothing else.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  {
    files: ['packages/angular/**/*.html', 'apps/angular-demo/src/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },

  // Tests
  {
    files: tests,
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-console': 'off',
      'no-restricted-syntax': ['error', ...wildcardTarget, ...unfinishedTests, noRetries],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off', // expect.any() and JSON are `any`
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/only-throw-error': 'off', // subscribers may throw anything
      '@typescript-eslint/require-await': 'off',
    },
  },

  {
    // Drivers of the contract suite call hooks on purpose where no component is, and reach into what they render.
    files: ['packages/react/src/**/testing/**', 'packages/react/src/**/*.test.{ts,tsx}'],
    rules: {
      'react-hooks/rules-of-hooks': 'off',
      'react-hooks/immutability': 'off',
      'react-hooks/globals': 'off',
      'react-hooks/set-state-in-effect': 'off',
    },
  },

  prettier,
);
