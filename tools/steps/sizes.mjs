import {
  complaintAboutSize,
  isBuilt,
  measure,
  readBaseline,
  readBudgets,
  readChangelog,
} from '../lib/sizes.mjs';
import { check, failed, passed } from '../lib/tally.mjs';

/** Each budget of .size-limit.json, and the growth since tools/sizes.json. */
export async function* sizes() {
  const budgets = readBudgets();
  for (const budget of budgets.filter((one) => !isBuilt(one))) {
    yield failed(`size ${budget.name}`, `${budget.path} is not built.`);
  }
  /** @type {import('../lib/sizes.mjs').Measured[]} */
  let measured = [];
  yield check('measure sizes', async () => {
    measured = await measure(budgets.filter(isBuilt));
    return undefined;
  });
  const baseline = readBaseline();
  const changelog = readChangelog();
  for (const one of measured) {
    const complaint = complaintAboutSize(one, baseline, changelog);
    const name = `size ${one.name}: ${(one.size / 1000).toFixed(2)} of ${one.sizeLimit / 1000} kB`;
    yield complaint === undefined ? passed(name) : failed(name, complaint);
  }
}
