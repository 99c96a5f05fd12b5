// `npm test`: sets everything up and checks everything. Nothing may be imported here that needs an install.
//   --only NAME,NAME   some steps only, for a developer in a hurry
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { duration, withHeartbeat } from './lib/duration.mjs';
import { readProjects } from './lib/projects.mjs';
import { endAll } from './lib/run.mjs';
import { createTally, failed, lineOf } from './lib/tally.mjs';
import { programsFor, setUpDependencies, setUpPrograms } from './setup.mjs';

/**
 * What a step gets.
 *
 * @typedef {{ projects: readonly import('./lib/projects.mjs').Project[], programs: ReadonlyMap<string, string> }} Context
 * @typedef {(context: Context) => AsyncIterable<import('./lib/tally.mjs').Result>} Step
 */

const outputLines = 150;

/** @param {string} text the end of a long output, where the reason mostly stands */
const shortened = (text) => {
  const lines = text.trimEnd().split('\n');
  const cut = lines.length - outputLines;
  return (cut > 0 ? [`(${cut} lines before)`, ...lines.slice(cut)] : lines)
    .map((line) => `    ${line}`)
    .join('\n');
};

/**
 * Runs steps one after the other, each to its end whatever the ones before came to, and tells what happened.
 *
 * @param {Record<string, Step>} steps
 * @param {Context} context
 * @returns {Promise<boolean>} whether all is well
 */
export async function runSteps(steps, context) {
  const tally = createTally();
  const begun = Date.now();
  for (const [name, step] of Object.entries(steps)) {
    console.log(`\n${name}`);
    const started = Date.now();
    const work = (async () => {
      try {
        for await (const result of step(context)) {
          tally.add(result);
          console.log(lineOf(result));
        }
      } catch (error) {
        const result = failed(
          `${name} broke off`,
          error instanceof Error ? (error.stack ?? error.message) : String(error),
        );
        tally.add(result);
        console.log(lineOf(result));
      }
    })();
    await withHeartbeat(`still at ${name}`, work, 60_000);
    console.log(`  ${name} took ${duration(Date.now() - started)}`);
  }
  for (const result of tally.failures()) {
    console.log(`\n✗ ${result.name}`);
    console.log(shortened(result.output ?? ''));
  }
  if (tally.skips().length > 0) console.log('\nSkipped:');
  for (const result of tally.skips()) console.log(`  ${result.skipped} of ${result.name}: ${result.reason}`);
  if (tally.failures().length > 0) console.log('\nFailed:');
  for (const result of tally.failures()) console.log(`  ${result.name}`);
  console.log(`\nAll in ${duration(Date.now() - begun)}\n${tally.summary()}`);
  return tally.ok();
}

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const wrong = await setUpDependencies();
  if (wrong !== undefined) {
    console.error(`${wrong}\n\n0 passed, 1 failed, 0 skipped`);
    return false;
  }
  const { steps } = await import('./steps/index.mjs');
  const names = values.only?.split(',') ?? Object.keys(steps);
  const unknown = names.filter((name) => !Object.hasOwn(steps, name));
  if (unknown.length > 0) {
    console.error(`No step '${unknown.join("', '")}'. There are ${Object.keys(steps).join(', ')}.`);
    return false;
  }
  const chosen = Object.fromEntries(Object.entries(steps).filter(([name]) => names.includes(name)));
  const programs = await setUpPrograms(programsFor(names));
  return runSteps(chosen, { projects: readProjects(), programs });
}

if (import.meta.url === pathToFileURL(path.resolve(process.argv[1] ?? '')).href) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      endAll();
      console.error(`\nStopped by ${signal}: not everything ran.`);
      process.exit(130);
    });
  }
  process.exitCode = (await main()) ? 0 : 1;
}
