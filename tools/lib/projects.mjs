import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/**
 * A workspace project.
 *
 * @typedef {object} Project
 * @property {string} name such as `@offhook/core`
 * @property {string} folder relative to the root, such as `packages/core`
 * @property {boolean} published whether it goes to the registry
 * @property {string} publishedFolder what of it goes there, relative to the root: for most it is the folder itself
 * @property {Record<string, string>} scripts
 * @property {any} manifest its package.json
 */

/**
 * The projects under packages/ and apps/.
 *
 * @param {string} [base]
 * @returns {Project[]}
 */
export function readProjects(base = root) {
  return ['packages', 'apps'].flatMap((group) => {
    const folder = path.join(base, group);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .sort()
      .filter((name) => existsSync(path.join(folder, name, 'package.json')))
      .map((name) => {
        const manifest = JSON.parse(readFileSync(path.join(folder, name, 'package.json'), 'utf8'));
        return {
          name: manifest.name,
          folder: `${group}/${name}`,
          published: manifest.private !== true,
          publishedFolder: path.posix.join(group, name, manifest.publishConfig?.directory ?? '.'),
          scripts: manifest.scripts ?? {},
          manifest,
        };
      });
  });
}

/**
 * The package.json that is published. One that a packager writes is there when the package is built.
 *
 * @param {Project} project
 */
function publishedManifest(project) {
  if (project.publishedFolder === project.folder) return project.manifest;
  const file = path.join(root, project.publishedFolder, 'package.json');
  if (!existsSync(file)) throw new Error(`${project.publishedFolder} is not built.`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * What a project's exports offer to code: the subpath as written by an importer, its declaration file, and the ways
 * in which Node may load it.
 *
 * @param {Project} project
 * @returns {{ specifier: string, entry: string, types: string | undefined, ways: ('import' | 'require')[] }[]}
 */
export function entriesOf(project) {
  const exports = /** @type {Record<string, any>} */ (publishedManifest(project).exports ?? {});
  return Object.entries(exports)
    .filter(
      // A pattern stands for files that pages load, not for something to import.
      ([subpath, target]) => subpath !== './package.json' && !/\.css$|\*/.test(subpath) && target !== null,
    )
    .map(([subpath, target]) => ({
      specifier: path.posix.join(project.name, subpath),
      entry: subpath === '.' ? path.posix.basename(project.name) : subpath.slice(2).replaceAll('/', '-'),
      types: target.import?.types ?? target.types,
      ways: target.require === undefined ? ['import'] : ['import', 'require'],
    }));
}

/**
 * All files under a folder, without what builds and tests leave behind; paths are relative to it, with `/`.
 *
 * @param {string} folder
 * @param {(relative: string) => boolean} wanted
 * @returns {string[]}
 */
export function filesUnder(folder, wanted) {
  const skipped = new Set([
    'node_modules',
    'dist',
    'coverage',
    '.stryker-tmp',
    'test-results',
    'playwright-report',
  ]);
  /** @type {string[]} */
  const found = [];
  const walk = (/** @type {string} */ relative) => {
    for (const entry of readdirSync(path.join(folder, relative), { withFileTypes: true })) {
      const inside = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory() && !skipped.has(entry.name)) walk(inside);
      else if (entry.isFile() && wanted(inside)) found.push(inside);
    }
  };
  if (existsSync(folder)) walk('');
  return found.sort();
}
