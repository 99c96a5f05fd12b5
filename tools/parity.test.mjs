// A binding that lacks a stream does not compile: shown by taking each one away from each binding's index, in memory.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import ts from 'typescript';
import { root } from './lib/root.mjs';

const bindings = ['react', 'vue', 'svelte', 'angular'];

/** The streams that every binding offers, as core names them. */
const streams = [
  ...readFileSync(path.join(root, 'packages/core/src/streamName.ts'), 'utf8').matchAll(
    /^ {2}readonly (\w+):/gm,
  ),
].map(([, name]) => name ?? '');

/** What the compiler says of a binding's index when that reads `text`. */
function compilerOf(/** @type {string} */ binding) {
  const folder = path.join(root, 'packages', binding);
  const index = path.join(folder, 'src', 'index.ts');
  const { config } = ts.readConfigFile(path.join(folder, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: undefined, files: [index] },
    ts.sys,
    folder,
  );
  /** Parsed once: only the index differs. @type {Map<string, ts.SourceFile | undefined>} */
  const files = new Map();
  const source = readFileSync(index, 'utf8');
  const complaints = (/** @type {string} */ text) => {
    const host = ts.createCompilerHost({ ...options, noEmit: true });
    const read = host.getSourceFile;
    host.getSourceFile = (name, ...rest) => {
      if (path.resolve(name) === index) return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
      const file = files.get(name) ?? read.call(host, name, ...rest);
      files.set(name, file);
      return file;
    };
    const program = ts.createProgram([index], { ...options, noEmit: true }, host);
    const file = program.getSourceFile(index);
    return program
      .getSemanticDiagnostics(file)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  };
  return { source, complaints };
}

test('core names the streams', () => {
  assert.ok(streams.length >= 12, streams.join());
});

for (const binding of bindings) {
  test(`@offhook/${binding} does not compile without any one of the streams`, () => {
    const { source, complaints } = compilerOf(binding);
    assert.deepEqual(complaints(source), []);
    const begins = source.lastIndexOf('void ({');
    for (const name of streams) {
      const list = source.slice(begins).replace(new RegExp(String.raw`^  ${name}(,|:.*)\n`, 'm'), '');
      assert.notEqual(list, source.slice(begins), `${binding} has no line for ${name}`);
      const said = complaints(source.slice(0, begins) + list).join('\n');
      assert.match(said, new RegExp(String.raw`\b${name}\b`), `${binding} compiles without ${name}`);
    }
  });
}
