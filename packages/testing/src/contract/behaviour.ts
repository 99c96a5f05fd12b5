/** One thing that a contract demands. `check` rejects when it isn't so. */
export interface Behaviour {
  readonly name: string;
  readonly check: () => Promise<void>;
}

/** As much of a test runner as a contract needs: Jest, Vitest, Mocha and `node:test` all have it. */
export interface TestRunner {
  describe(name: string, body: () => void): unknown;
  it(name: string, body: () => Promise<void>, timeoutMs?: number): unknown;
}

// Nothing waits for the time to pass; but on a busy machine thousands of hostile frames take their time.
const patienceMs = 60_000;

/** The runner whose functions are global here. */
function globalRunner(): TestRunner {
  const { describe, it } = globalThis as Partial<TestRunner>;
  if (describe === undefined || it === undefined) {
    throw new Error(
      "No global describe and it here: give the contract your runner's as { runner: { describe, it } }.",
    );
  }
  return { describe, it };
}

/** Makes one test of each behaviour. */
export function register(
  name: string,
  behaviours: readonly Behaviour[],
  runner: TestRunner | undefined,
): void {
  const { describe, it } = runner ?? globalRunner();
  describe(name, () => {
    for (const { name: demand, check } of behaviours) it(demand, check, patienceMs);
  });
}
