import { measure, readBudgets } from '../lib/sizes.mjs';

/**
 * What we aim at, in bytes gzipped without rxjs. `.size-limit.json` holds what a commit must not exceed; where that
 * is more than the goal, the goal is not reached, and the table says so.
 */
const goals = {
  '@offhook/core: what a calls-only app imports': 5_000,
  '@offhook/core: everything': 9_000,
  '@offhook/contacts: contactIndex': 3_200,
  // Twelve kilobytes for both.
  '@offhook/contacts: its worker': 8_800,
  '@offhook/contacts: its worker with storage': 8_800,
  '@offhook/connectors/ringcentral: everything': 11_000,
  // As much as RingCentral's calls alone.
  '@offhook/connectors/connect-me: everything': 7_000,
  '@offhook/connectors/kunzite: everything': 7_000,
  '@offhook/connectors/xivo: everything': 7_000,
  '@offhook/connectors/tetherfi: everything': 18_000,
  '@offhook/livechat: livechat.js, as it is served': 12_000,
  '@offhook/logbook: everything': 4_000,
  '@offhook/tabs: everything': 3_000,
  '@offhook/react: provider and useCall': 1_000,
  '@offhook/react: everything': 4_000,
  '@offhook/vue: plugin and useCall': 1_000,
  '@offhook/vue: everything': 4_000,
  '@offhook/svelte: setOffhook and call': 1_000,
  '@offhook/svelte: everything': 4_000,
  '@offhook/angular: provideOffhook and CallService': 1_500,
  '@offhook/angular: everything': 5_000,
};

/** @param {readonly string[] | undefined} names of which packages, without `@offhook/`: all unless named */
export async function run(names) {
  const budgets = readBudgets().filter(
    ({ name }) => names === undefined || names.some((one) => name.startsWith(`@offhook/${one}:`)),
  );
  const measured = await measure(budgets);
  return measured.map(({ name, size }) => {
    const goal = goals[name];
    if (goal === undefined)
      throw new Error(`No goal for the size of ${name}. Add one in tools/bench/sizes.mjs.`);
    return {
      name: `size of ${name}`,
      unit: 'B gzip',
      value: size,
      peer: 'goal',
      peerValue: goal,
      ratio: Number((size / goal).toPrecision(4)),
      interval: [size / goal, size / goal].map((ratio) => Number(ratio.toPrecision(4))),
      goal: `<= ${goal} B`,
      holds: size <= goal,
    };
  });
}
