import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './root.mjs';
import { runTool } from './run.mjs';

/** @typedef {{ name: string, path: string, limit: string, linked?: boolean }} Budget an entry of .size-limit.json; `linked` is ours */
/** @typedef {{ name: string, size: number, sizeLimit: number }} Measured in bytes, gzipped */

/** How much a size may grow without a word, as a share of what it was. */
const quietGrowth = 0.05;

export const baselineFile = path.join(root, 'tools', 'sizes.json');

/** @returns {Budget[]} */
export const readBudgets = () => JSON.parse(readFileSync(path.join(root, '.size-limit.json'), 'utf8'));

/** @returns {Record<string, number>} */
export const readBaseline = () =>
  existsSync(baselineFile) ? JSON.parse(readFileSync(baselineFile, 'utf8')) : {};

/** @param {Budget} budget */
export const isBuilt = (budget) => existsSync(path.join(root, budget.path));

/**
 * Measures what is built with size-limit.
 *
 * @param {readonly Budget[]} budgets
 * @returns {Promise<Measured[]>}
 */
export async function measure(budgets) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'offhook-sizes-'));
  const config = path.join(folder, 'size-limit.json');
  const absolute = [];
  for (const [index, { linked: toLink, ...budget }] of budgets.entries()) {
    const file = path.join(root, budget.path);
    const measured = toLink ? path.join(folder, `${index}.mjs`) : file;
    // Babel comes with a framework's compiler, and only here is it worth its time.
    if (toLink) writeFileSync(measured, await (await import('./angularLinker.mjs')).linked(file));
    absolute.push({ ...budget, path: measured.replaceAll('\\', '/') });
  }
  writeFileSync(config, JSON.stringify(absolute));
  const outcome = await runTool('size-limit', ['--json', '--config', config]);
  rmSync(folder, { recursive: true, force: true });
  try {
    const measured = JSON.parse(outcome.stdout);
    if (Array.isArray(measured)) return measured;
  } catch {
    // told below
  }
  throw new Error(`size-limit failed:\n${outcome.output}`);
}

/** The newest section of a change log: what stands under its first `##` heading. */
export function topSection(/** @type {string} */ changelog) {
  const [, first = ''] = changelog.split(/^## .*$/m);
  return first;
}

/**
 * Whether the change log's newest section owns up to a growth: a line with `size:` and the package's name.
 *
 * @param {string} changelog
 * @param {string} name of the budget, such as `@offhook/core: everything`
 */
export function growthIsTold(changelog, name) {
  const about = (name.split(': ')[0] ?? '').split('/').slice(0, 2).join('/');
  const own = new RegExp(`size:.*${about}(?![\\w-])`);
  return topSection(changelog)
    .split('\n')
    .some((line) => own.test(line));
}

/**
 * What is wrong with a size, if anything.
 *
 * @param {Measured} measured
 * @param {Record<string, number>} baseline
 * @param {string} changelog
 * @returns {string | undefined}
 */
export function complaintAboutSize({ name, size, sizeLimit }, baseline, changelog) {
  if (size > sizeLimit) return `${name}: ${size} bytes gzipped, and the limit is ${sizeLimit}.`;
  const before = baseline[name];
  if (before === undefined) return `${name}: not in tools/sizes.json yet; run npm run sizes:update.`;
  return complaintAboutGrowth(name, before, size, changelog);
}

/** @param {string} name @param {number} before @param {number} size @param {string} changelog */
export function complaintAboutGrowth(name, before, size, changelog) {
  if (size <= before * (1 + quietGrowth) || growthIsTold(changelog, name)) return undefined;
  const growth = ((size / before - 1) * 100).toFixed(1);
  return `${name}: grew by ${growth} % (${before} to ${size} bytes). Say why in CHANGELOG's newest section, in a line with 'size: ${name.split(': ')[0]}'.`;
}

/** @returns {string} */
export const readChangelog = () => {
  const file = path.join(root, 'CHANGELOG.md');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};
