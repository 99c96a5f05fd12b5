/** @typedef {{ packages: Record<string, { version?: string, optionalDependencies?: Record<string, string> }> }} Lock */

const nameOf = (/** @type {string} */ key) =>
  key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * Packages whose optional dependencies are not all in the lock file. They are mostly one binary per system: when
 * the registry had not got one yet, npm leaves it out silently, and `npm ci` then refuses the lock file.
 *
 * @param {Lock} lock
 * @returns {string[]} a line for each such package
 */
export function incompletePlatforms(lock) {
  const have = new Set(
    Object.keys(lock.packages)
      .filter((key) => key.includes('node_modules/'))
      .map(nameOf),
  );
  return Object.entries(lock.packages).flatMap(([key, entry]) => {
    const wanted = Object.keys(entry.optionalDependencies ?? {});
    const missing = wanted.filter((name) => !have.has(name));
    const who = key === '' ? 'the workspace' : `${nameOf(key)} ${entry.version ?? ''}`;
    return missing.length === 0
      ? []
      : [`${who}: ${missing.length} of ${wanted.length} missing (${missing.join(', ')})`];
  });
}
