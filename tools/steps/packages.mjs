import { readFileSync } from 'node:fs';
import path from 'node:path';
import { probeImport } from '../lib/importProbe.mjs';
import { runTarget } from '../lib/nx.mjs';
import { entriesOf } from '../lib/projects.mjs';
import { root } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';
import { check, complaintOf } from '../lib/tally.mjs';
import { foreignProject, packedFiles } from '../lib/tarball.mjs';

/**
 * Each published package as its users get it: publint and attw (its `check:package`), the licence, and every
 * entry imported in Node without a DOM, as ES module and as CommonJS, and every command, from the packed files alone.
 *
 * @param {import('../test.mjs').Context} context
 */
export async function* packages({ projects }) {
  const published = projects.filter((project) => project.published);
  yield* await runTarget('check:package', published);

  const licence = readFileSync(path.join(root, 'LICENSE'), 'utf8');
  for (const project of published) {
    yield check(`licence ${project.name}`, async () => {
      if (!(await packedFiles(project)).includes('LICENSE')) return 'The tarball has no LICENSE.';
      const copy = readFileSync(path.join(root, project.folder, 'LICENSE'), 'utf8');
      return copy === licence ? undefined : "The package's LICENSE differs from the root's.";
    });
  }

  /** @type {Awaited<ReturnType<typeof foreignProject>> | undefined} */
  let foreign;
  yield check('install the packed packages', async () => {
    foreign = await foreignProject(published);
    return undefined;
  });
  if (foreign === undefined) return;
  const { folder, remove } = foreign;
  for (const project of published) {
    // What a framework does to globals as it is imported is its own matter. And what is compiled in part wants its
    // compiler, which an app's build brings.
    const peers = Object.keys(project.manifest.peerDependencies ?? {});
    const first = [...(peers.includes('@angular/core') ? ['@angular/compiler'] : []), ...peers];
    for (const { specifier, ways } of entriesOf(project)) {
      for (const how of ways) {
        yield check(`${how} ${specifier}`, () => probeImport(folder, specifier, how, first));
      }
    }
    for (const [command, script] of Object.entries(project.manifest.bin ?? {})) {
      yield check(`command ${command}`, async () => {
        const file = path.join(folder, 'node_modules', project.name, script);
        const outcome = await run(process.execPath, [file, '--help'], { cwd: folder, timeoutMs: 20_000 });
        return outcome.stdout.includes(command)
          ? complaintOf(outcome)
          : `--help tells nothing:\n${outcome.output}`;
      });
    }
  }
  remove();
}
