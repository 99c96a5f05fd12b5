// `npm run sizes:update`: writes what is built into tools/sizes.json. A growth that the change log doesn't tell is
// refused here too, so that the baseline can't be moved in silence.
import { writeFileSync } from 'node:fs';
import {
  baselineFile,
  complaintAboutGrowth,
  isBuilt,
  measure,
  readBaseline,
  readBudgets,
  readChangelog,
} from './lib/sizes.mjs';

const budgets = readBudgets();
const unbuilt = budgets.filter((budget) => !isBuilt(budget));
for (const budget of unbuilt) console.error(`${budget.path} is not built: npm run build first.`);
const before = readBaseline();
const measured = await measure(budgets.filter(isBuilt));
const changelog = readChangelog();
const complaints = measured.flatMap(({ name, size }) => {
  const old = before[name];
  return old === undefined ? [] : (complaintAboutGrowth(name, old, size, changelog) ?? []);
});
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0 || unbuilt.length > 0) {
  process.exitCode = 1;
} else {
  const sizes = Object.fromEntries(measured.map(({ name, size }) => [name, size]));
  writeFileSync(baselineFile, `${JSON.stringify(sizes, null, 2)}\n`);
  for (const { name, size } of measured) console.log(`${String(size).padStart(6)}  ${name}`);
}
