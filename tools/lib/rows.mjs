import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder } from './projects.mjs';
import { root } from './root.mjs';
import { testTitles } from './testTitles.mjs';

/** @typedef {{ id: string, doc: string, text: string }} Row a line of the vendors' documents */
/** @typedef {{ file: string, line: number, title: string, rows: string[] }} NamingTest */

const maxRowsPerTest = 3;

/** @returns {Row[]} */
export const readRows = () => JSON.parse(readFileSync(path.join(root, 'tools', 'rows.json'), 'utf8'));

/** The row ids in a title, each once: `U-8`, `S1-23`, `S0-0a`. */
export const rowsIn = (/** @type {string} */ title) => [
  ...new Set(title.match(/(?<![\w-])(?:S\d+|[UTPX])-\d+[a-z]?(?![\w-])/g) ?? []),
];

const isTest = (/** @type {string} */ file) =>
  /^packages\/[^/]+\/src\/.*\.test\.[cm]?[jt]sx?$/.test(file) ||
  /^apps\/[^/]+\/src\/.*\.test\.[cm]?[jt]sx?$/.test(file) ||
  /^apps\/e2e\/.*\.spec\.ts$/.test(file) ||
  /^tools\/.*\.test\.mjs$/.test(file);

/**
 * Every test whose title names a row.
 *
 * @param {string} [base]
 * @returns {NamingTest[]}
 */
export function namingTests(base = root) {
  const files = ['packages', 'apps', 'tools'].flatMap((group) =>
    filesUnder(path.join(base, group), (file) => isTest(`${group}/${file}`)).map(
      (file) => `${group}/${file}`,
    ),
  );
  return files.flatMap((file) =>
    testTitles(file, readFileSync(path.join(base, file), 'utf8'))
      .map(({ title, line }) => ({ file, line, title, rows: rowsIn(title) }))
      .filter(({ rows }) => rows.length > 0),
  );
}

/**
 * What is wrong with how tests name rows.
 *
 * @param {readonly Row[]} rows
 * @param {readonly NamingTest[]} tests
 * @returns {string[]}
 */
export function rowComplaints(rows, tests) {
  const known = new Set(rows.map((row) => row.id));
  return tests.flatMap(({ file, line, title, rows: named }) => {
    const where = `${file}:${line}: "${title}"`;
    const unknown = named.filter((id) => !known.has(id));
    return [
      ...(unknown.length > 0 ? [`${where} names ${unknown.join(', ')}, which rows.json doesn't have.`] : []),
      ...(named.length > maxRowsPerTest
        ? [`${where} names ${named.length} rows; ${maxRowsPerTest} at most, so that each is really tested.`]
        : []),
    ];
  });
}

/**
 * Rows with their tests, by document.
 *
 * @param {readonly Row[]} rows
 * @param {readonly NamingTest[]} tests
 * @returns {Map<string, { row: Row, tests: NamingTest[] }[]>}
 */
export function coverageByDocument(rows, tests) {
  /** @type {Map<string, { row: Row, tests: NamingTest[] }[]>} */
  const documents = new Map();
  for (const row of rows) {
    const covered = { row, tests: tests.filter((test) => test.rows.includes(row.id)) };
    documents.set(row.doc, [...(documents.get(row.doc) ?? []), covered]);
  }
  return documents;
}
