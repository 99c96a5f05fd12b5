import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * A folder with files for one test, gone after it.
 *
 * @param {import('node:test').TestContext} t
 * @param {Record<string, string | object>} files text, or what becomes JSON
 * @returns {string}
 */
export function temporaryFolder(t, files) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'offhook-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}
