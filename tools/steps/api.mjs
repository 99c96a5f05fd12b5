import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { apiReport, undocumentedExports } from '../lib/apiReport.mjs';
import { lineDiff } from '../lib/lineDiff.mjs';
import { entriesOf } from '../lib/projects.mjs';
import { root } from '../lib/root.mjs';
import { check } from '../lib/tally.mjs';

/**
 * The public surface of each published entry: as committed, and every export with TSDoc.
 *
 * @param {import('../test.mjs').Context} context
 */
export async function* api({ projects }) {
  for (const project of projects.filter((one) => one.published)) {
    for (const entry of entriesOf(project)) {
      let report = '';
      yield check(`API report ${entry.specifier}`, () => {
        const current = apiReport(project, entry);
        report = current.report;
        if (current.errors.length > 0) return current.errors.join('\n');
        const file = path.join(root, current.file);
        if (!existsSync(file)) return `${current.file} is not committed: npm run api writes it.`;
        const committed = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
        if (committed === report) return undefined;
        return `The public surface differs from ${current.file}. If that is meant: npm run api, and commit it.\n${lineDiff(committed, report).join('\n')}`;
      });
      yield check(`TSDoc on exports of ${entry.specifier}`, () => {
        if (report === '') return 'There is no report to read.';
        const bare = undocumentedExports(report);
        return bare.length === 0 ? undefined : `Exported without TSDoc: ${bare.join(', ')}`;
      });
    }
  }
}
