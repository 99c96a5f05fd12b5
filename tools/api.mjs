// `npm run api`: writes each published entry's API report from what is built.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { apiReport } from './lib/apiReport.mjs';
import { entriesOf, readProjects } from './lib/projects.mjs';
import { root } from './lib/root.mjs';

for (const project of readProjects().filter((one) => one.published)) {
  for (const entry of entriesOf(project)) {
    try {
      const { file, report, errors } = apiReport(project, entry);
      if (errors.length > 0) throw new Error(errors.join('\n'));
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), report);
      console.log(file);
    } catch (error) {
      console.error(`${entry.specifier}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
}
