import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { root } from './root.mjs';
import { runNpm } from './run.mjs';

/** @typedef {import('./projects.mjs').Project} Project */

/** @type {Map<string, Promise<string[]>>} */
const packed = new Map();

/**
 * The files that `npm publish` would send, relative to the package. Asked of npm once.
 *
 * @param {Project} project
 * @returns {Promise<string[]>}
 */
export function packedFiles(project) {
  const files = packed.get(project.name) ?? askNpm(project);
  packed.set(project.name, files);
  return files;
}

async function askNpm(/** @type {Project} */ project) {
  const outcome = await runNpm(['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: path.join(root, project.publishedFolder),
  });
  if (outcome.code !== 0) throw new Error(`npm pack failed for ${project.name}:\n${outcome.output}`);
  const [told] = JSON.parse(outcome.stdout);
  return told.files.map((/** @type {{ path: string }} */ file) => file.path);
}

/** The folder of an installed package, as seen from a project. */
function installedFolder(/** @type {Project} */ project, /** @type {string} */ name) {
  const require = createRequire(path.join(root, project.folder, 'package.json'));
  for (const modules of require.resolve.paths(name) ?? []) {
    try {
      return realpathSync(path.join(modules, name));
    } catch {
      // not in this one
    }
  }
  throw new Error(`${project.name} depends on ${name}, which is not installed`);
}

/**
 * A foreign project that has installed our packages as published: only the packed files, and beside them only
 * what each package.json declares. What was forgotten in `files` or `dependencies` is missing there.
 *
 * @param {readonly Project[]} published
 * @returns {Promise<{ folder: string, remove: () => void }>}
 */
export async function foreignProject(published) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'offhook-foreign-'));
  const modules = path.join(folder, 'node_modules');
  const own = new Set(published.map((project) => project.name));
  /** @type {Map<string, string>} */
  const others = new Map();
  for (const project of published) {
    for (const file of await packedFiles(project)) {
      cpSync(path.join(root, project.publishedFolder, file), path.join(modules, project.name, file));
    }
    const manifest = JSON.parse(readFileSync(path.join(modules, project.name, 'package.json'), 'utf8'));
    const needed = { ...manifest.dependencies, ...manifest.peerDependencies, ...compilerOf(manifest) };
    for (const name of Object.keys(needed)) {
      if (!own.has(name)) others.set(name, installedFolder(project, name));
    }
  }
  for (const [name, target] of others) {
    const link = path.join(modules, name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(target, link, 'junction');
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What an app's build brings for a package that is compiled in part. */
const compilerOf = (/** @type {any} */ { peerDependencies }) =>
  peerDependencies?.['@angular/core'] === undefined ? {} : { '@angular/compiler': '*' };
