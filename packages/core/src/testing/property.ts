import * as fc from 'fast-check';

const fromEnv = (name: string): number | undefined => {
  const given = process.env[name];
  return given === undefined || given === '' ? undefined : Number(given);
};

/** How many cases each property tries: `OFFHOOK_RUNS`, or 200. */
const runs = fromEnv('OFFHOOK_RUNS') ?? 200;

// A machine at work on other things may be slow; what never ends is found all the same.
const patience = 60_000 + runs * 500;

const seed = fromEnv('OFFHOOK_SEED') ?? Math.floor(Math.random() * 2 ** 31);

/**
 * A test of a property over random input. The seed is printed at the start, and again with a failure; set
 * `OFFHOOK_SEED` to try the same cases anew.
 *
 * @example property('sums do not depend on order', [fc.integer(), fc.integer()], (a, b) => expect(a + b).toBe(b + a));
 */
export function property<Ts extends [unknown, ...unknown[]]>(
  name: string,
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  check: (...input: Ts) => Promise<void> | void,
): void {
  test(
    name,
    async () => {
      process.stderr.write(`${name}: seed ${seed}, ${runs} runs\n`);
      await fc.assert(
        fc.asyncProperty(...arbitraries, async (...input: Ts) => {
          await check(...input);
        }),
        { seed, numRuns: runs },
      );
    },
    patience,
  );
}
