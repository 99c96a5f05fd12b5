/** @typedef {{ fileName: string, status: string }} Mutant */
/** @typedef {{ name: string, killed: number, survived: number, score: number }} Score `score` in percent */

/** How many of its mutants each group must kill, in percent. */
export const breakBelow = 80;

/**
 * The group that a mutated file counts for: core's folds together, and each vendor's translating and dispatching
 * files. Undefined for files that are not mutated.
 *
 * @param {string} file relative to the root, with `/`
 * @returns {string | undefined}
 */
export function groupOf(file) {
  if (/\.(test|d)\.ts$/.test(file)) return undefined;
  if (/^packages\/core\/src\/fold\/.*\.ts$/.test(file)) return 'core fold';
  const match = /^packages\/connectors\/src\/([^/]+)\/(.+)\.ts$/.exec(file);
  if (match === null) return undefined;
  const [, vendor = '', name = ''] = match;
  // The wire's types and guards, the connector that holds the channel, its link to the client, and the public face
  // have no logic of translation.
  const own = vendor.replaceAll('-', '');
  if (
    /^(channel|testing|golden|fixtures)\//.test(name) ||
    /^(index|link|options|wire\w*)$/.test(name) ||
    name.toLowerCase() === own
  ) {
    return undefined;
  }
  return `${vendor} ${/dispatch/i.test(name) ? 'dispatch' : 'translate'}`;
}

/**
 * Mutation scores as StrykerJS defines them: a time-out is a kill, code that no test reaches is a survivor, and
 * mutants that don't compile or were told to be ignored don't count.
 *
 * @param {readonly Mutant[]} mutants
 * @param {(mutant: Mutant) => string | undefined} by
 * @returns {Score[]}
 */
export function scores(mutants, by) {
  /** @type {Map<string, { killed: number, survived: number }>} */
  const counts = new Map();
  for (const mutant of mutants) {
    const name = by(mutant);
    if (name === undefined) continue;
    const count = counts.get(name) ?? { killed: 0, survived: 0 };
    if (mutant.status === 'Killed' || mutant.status === 'Timeout') count.killed += 1;
    else if (mutant.status === 'Survived' || mutant.status === 'NoCoverage') count.survived += 1;
    counts.set(name, count);
  }
  return [...counts]
    .map(([name, { killed, survived }]) => ({
      name,
      killed,
      survived,
      score: killed + survived === 0 ? 0 : (100 * killed) / (killed + survived),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
