// `npm run rows`: which rows of the vendors' documents a test names, and which none.
//   --missing   only those without a test
//   --doc NAME  one document, by its name or by its rows' letter (ringcentral, U)
import { parseArgs } from 'node:util';
import { coverageByDocument, namingTests, readRows, rowComplaints } from './lib/rows.mjs';

const { values } = parseArgs({
  options: { doc: { type: 'string' }, missing: { type: 'boolean', default: false } },
});
const rows = readRows();
const tests = namingTests();
const wanted = values.doc?.toLowerCase();
const chosen = rows.filter(
  ({ id, doc }) =>
    wanted === undefined || doc.toLowerCase() === wanted || id.toLowerCase().startsWith(`${wanted}-`),
);
if (chosen.length === 0) {
  console.error(
    `No document '${values.doc}'. There are ${[...new Set(rows.map((row) => row.doc))].join(', ')}.`,
  );
  process.exitCode = 1;
}

const documents = coverageByDocument(chosen, tests);
for (const [doc, covered] of documents) {
  console.log(`\n${doc}`);
  for (const { row, tests: own } of covered) {
    if (values.missing && own.length > 0) continue;
    const where =
      own.length === 0 ? 'no test' : [...new Set(own.map((test) => `${test.file}:${test.line}`))].join(', ');
    console.log(`  ${own.length > 0 ? '✓' : '✗'} ${row.id.padEnd(7)} ${row.text}\n            ${where}`);
  }
}

console.log('\ndocument          with a test  without');
for (const [doc, covered] of documents) {
  const having = covered.filter(({ tests: own }) => own.length > 0).length;
  console.log(
    `${doc.padEnd(18)}${String(having).padStart(11)}${String(covered.length - having).padStart(9)}`,
  );
}

const complaints = rowComplaints(rows, tests);
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
