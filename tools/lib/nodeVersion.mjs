/** @param {string} version @returns {[number, number, number]} */
const parse = (version) => {
  const [major = 0, minor = 0, patch = 0] = version.replace(/^v/, '').split('.').map(Number);
  return [major, minor, patch];
};

/** @param {number[]} a @param {number[]} b */
const atLeast = (a, b) => {
  for (const i of [0, 1, 2]) if (a[i] !== b[i]) return (a[i] ?? 0) > (b[i] ?? 0);
  return true;
};

/**
 * Whether a version of Node fits a range such as `^20.19.0 || >=24.0.0`. Carets and lower bounds are all that
 * package.json uses, and this must work before anything is installed.
 *
 * @param {string} version
 * @param {string} range
 */
export function nodeFits(version, range) {
  const have = parse(version);
  return range.split('||').some((part) => {
    const match = /^\s*(\^|>=)(\d+(?:\.\d+){0,2})\s*$/.exec(part);
    if (match === null) throw new Error(`Can't read the Node range '${part.trim()}'`);
    const wanted = parse(/** @type {string} */ (match[2]));
    return atLeast(have, wanted) && (match[1] === '>=' || have[0] === wanted[0]);
  });
}
