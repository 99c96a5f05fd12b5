// What no tool checks of the workspace's own files.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { readProjects } from './lib/projects.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8');
const projects = readProjects();
const published = projects.filter((project) => project.published);
const manifest = JSON.parse(read('package.json'));

test('all published packages, and no other, are one version group of changesets', () => {
  const { fixed } = JSON.parse(read('.changeset/config.json'));
  assert.deepEqual([...fixed[0]].sort(), published.map((project) => project.name).sort());
  assert.equal(new Set(published.map((project) => project.manifest.version)).size, 1);
});

test('each published package has the scripts that npm test runs, its licence and its engines', () => {
  for (const { name, scripts, manifest: own } of published) {
    for (const script of ['build', 'types', 'test', 'check:package'])
      assert.ok(scripts[script], `${name} has no script '${script}'`);
    assert.equal(own.license, 'MIT', name);
    assert.deepEqual(own.engines, manifest.engines, name);
    // What a packager writes to its own folder is published from there, whole.
    assert.ok(own.files.includes('dist') || own.publishConfig?.directory === 'dist', name);
  }
});

test('no run passes for want of tests', () => {
  for (const { name, folder, scripts } of projects) {
    assert.doesNotMatch(Object.values(scripts).join('\n'), /pass-?with-?no-?tests/i, name);
    for (const file of ['jest.config.js', 'jest.config.mjs']) {
      const config = path.join(folder, file);
      if (existsSync(path.join(root, config))) assert.doesNotMatch(read(config), /passWithNoTests/, config);
    }
  }
  assert.doesNotMatch(read('jest.preset.js'), /passWithNoTests/);
});

test('each project has a scope and a type for the linter to judge its imports by', () => {
  for (const { name, folder, manifest: own } of projects) {
    const tags = own.nx?.tags ?? [];
    assert.ok(
      tags.some((/** @type {string} */ tag) => tag.startsWith('scope:')),
      `${name} has no scope`,
    );
    assert.ok(tags.includes(folder.startsWith('packages/') ? 'type:lib' : 'type:app'), `${name} has no type`);
  }
});

test('own packages are depended on by their exact version', () => {
  const versions = new Map(projects.map((project) => [project.name, project.manifest.version]));
  for (const { name, manifest: own } of projects) {
    for (const [other, range] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
      if (versions.has(other)) assert.equal(range, versions.get(other), `${name} wants ${other} ${range}`);
    }
  }
});

test('CONTRIBUTING.md tells every script, and none that is gone', () => {
  const guide = read('CONTRIBUTING.md');
  const told = new Set([...guide.matchAll(/^\| `npm (?:run )?([\w:]+)/gm)].map(([, name]) => name));
  assert.deepEqual([...told].sort(), Object.keys(manifest.scripts).sort());
});

test("no committed file names a path of somebody's machine", async () => {
  const homes = '(^|[^[:alnum:]_.])/(work|root|Users|home)/[a-z]';
  const outcome = await run('git', [
    'grep',
    '-nIE',
    homes,
    '--',
    '.',
    ':!package-lock.json',
    ':!tools/workspace.test.mjs',
  ]);
  assert.equal(outcome.output, '');
  assert.equal(outcome.code, 1, 'git found nothing, which it tells by 1');
});
