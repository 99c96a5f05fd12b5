import * as fc from 'fast-check';

const given = (name: string, otherwise: number): number => Number(process.env[name] || otherwise);

const runs = given('OFFHOOK_RUNS', 100);
const seed = given('OFFHOOK_SEED', Math.floor(Math.random() * 2 ** 31));

/** A test over random input. It prints its seed; set `OFFHOOK_SEED` to try the same cases anew. */
export function property<T>(name: string, arbitrary: fc.Arbitrary<T>, check: (input: T) => void): void {
  test(name, () => {
    process.stderr.write(`${name}: seed ${seed}, ${runs} runs\n`);
    fc.assert(fc.property(arbitrary, check), { seed, numRuns: runs });
  });
}

/** The same of a check that takes its time. */
export function asyncProperty<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  check: (input: T) => Promise<void>,
): void {
  test(
    name,
    async () => {
      process.stderr.write(`${name}: seed ${seed}, ${runs} runs\n`);
      await fc.assert(fc.asyncProperty(arbitrary, check), { seed, numRuns: runs });
    },
    120_000,
  );
}
