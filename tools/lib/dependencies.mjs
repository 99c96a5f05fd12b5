import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ version?: string, integrity?: string, resolved?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockEntry */

/** @param {string} file @returns {Record<string, LockEntry>} */
const readLock = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

const installed = (/** @type {string} */ key) => key.split('/').includes('node_modules');

/**
 * Why `npm ci` has to run, or undefined when what is installed is what the lock file says.
 *
 * Contents are compared, not times: a checkout gives the lock file the time of the checkout, and switching
 * branches back and forth must not cost an install. npm writes what it installed to
 * node_modules/.package-lock.json.
 *
 * @param {string} base
 * @returns {string | undefined}
 */
export function installNeeded(base) {
  const record = path.join(base, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'nothing is installed yet';
  /** @type {Record<string, LockEntry>} */
  let have;
  try {
    have = readLock(record);
  } catch {
    return 'an earlier install was cut off';
  }
  const wanted = readLock(path.join(base, 'package-lock.json'));
  for (const [key, entry] of Object.entries(wanted)) {
    if (!installed(key)) continue;
    const there = have[key];
    // Optional packages for other systems are in the lock file and not on the disk.
    if (there === undefined) {
      if (entry.optional === true || entry.devOptional === true) continue;
      return `${key} is missing`;
    }
    if (there.version !== entry.version || there.integrity !== entry.integrity || there.link !== entry.link) {
      return `${key} differs from the lock file`;
    }
  }
  const extra = Object.keys(have).find((key) => installed(key) && wanted[key] === undefined);
  return extra === undefined ? undefined : `${extra} is not in the lock file`;
}
