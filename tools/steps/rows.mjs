import { namingTests, readRows, rowComplaints } from '../lib/rows.mjs';
import { check } from '../lib/tally.mjs';

/** Tests name rows that exist, and few enough of them. */
export async function* rows() {
  yield check('rows named by tests', () => {
    const complaints = rowComplaints(readRows(), namingTests());
    return complaints.length === 0 ? undefined : complaints.join('\n');
  });
}
