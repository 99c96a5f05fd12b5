import { run } from './run.mjs';

/**
 * What runs in the foreign Node process. It is text, not a function, because it must also run as CommonJS.
 *
 * @param {string} specifier
 * @param {'import' | 'require'} how
 * @param {readonly string[]} first
 */
const program = (specifier, how, first) => `
const load = ${how === 'import' ? `() => import(${JSON.stringify(specifier)})` : `async () => require(${JSON.stringify(specifier)})`};
(async () => {
  ${first.map((name) => `await import(${JSON.stringify(name)});`).join(' ')}
  const complaints = [];
  for (const name of ['window', 'document']) if (name in globalThis) complaints.push('this Node has a ' + name);
  void globalThis.Request; // Node loads its fetch at the first touch, and notes that on globalThis itself
  const before = new Set(Reflect.ownKeys(globalThis));
  const realTimers = { setTimeout, setInterval };
  for (const name of Object.keys(realTimers)) {
    globalThis[name] = (...args) => {
      const where = new Error().stack.split('\\n').slice(2, 4).join(' ');
      if (where.includes('@offhook')) complaints.push(name + ' is called while importing' + where);
      return realTimers[name](...args);
    };
  }
  const loaded = await load();
  if (Object.keys(loaded).length === 0) complaints.push('it exports nothing');
  const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key));
  if (added.length > 0) complaints.push('it adds globals: ' + added.map(String).join(', '));
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
})().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
`;

/**
 * Imports a package in a Node process of its own, without a DOM, and tells what it did besides exporting: it may
 * add no global, start no timer, print nothing and keep the process from ending.
 *
 * @param {string} folder a project that has the package installed
 * @param {string} specifier
 * @param {'import' | 'require'} how
 * @param {readonly string[]} [first] what it needs to have been imported before it
 * @returns {Promise<string | undefined>} the complaint
 */
export async function probeImport(folder, specifier, how, first = []) {
  const type = how === 'import' ? 'module' : 'commonjs';
  const outcome = await run(
    process.execPath,
    [`--input-type=${type}`, '--eval', program(specifier, how, first)],
    {
      cwd: folder,
      timeoutMs: 20_000,
    },
  );
  if (outcome.timedOut)
    return `Node did not end by itself after importing ${specifier}: it left something running.`;
  if (outcome.code !== 0) return outcome.output;
  return outcome.output === '' ? undefined : `Importing ${specifier} printed:\n${outcome.output}`;
}
