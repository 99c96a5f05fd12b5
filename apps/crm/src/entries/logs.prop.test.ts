import * as fc from 'fast-check';
import { createCrm } from '../createCrm.js';
import { client } from '../testing/client.js';
import { property } from '../testing/property.js';
import { callWrite, type LogRow } from '../testing/writes.js';

const phases = ['start', 'update', 'final', 'recording'] as const;

interface Sent {
  readonly call: number;
  readonly step: number;
}

/** The writes of some calls, as far as each came, each one or more times, in any order; and what fails meanwhile. */
const trials = fc
  .record({
    lengths: fc.array(fc.integer({ min: 1, max: phases.length }), { minLength: 1, maxLength: 5 }),
    luck: fc.array(fc.constantFrom('before', 'after', 'well'), { maxLength: 40 }),
  })
  .chain(({ lengths, luck }) => {
    const once = lengths.flatMap((length, call) =>
      Array.from({ length }, (_, step): Sent => ({ call, step })),
    );
    const order = fc
      .array(fc.constantFrom(...once), { maxLength: 10 })
      .chain((again) => fc.shuffledSubarray([...once, ...again], { minLength: once.length + again.length }));
    return fc.record({ lengths: fc.constant(lengths), luck: fc.constant(luck), order });
  });

/** Which random number makes a request fail so, where half of all fail. */
const rolls = { before: 0, after: 0.3, well: 0.9 } as const;

property(
  'however writes come, repeat and fail, there is one row for each call, in its last phase, each write counted once',
  trials,
  async ({ lengths, luck, order }) => {
    const ahead = [...luck];
    const crm = createCrm({ file: ':memory:', random: () => rolls[ahead.shift() ?? 'well'] });
    const { get, send } = client(crm);
    await send('POST', '/faults', { session: 'a', failRate: 0.5 });
    const write = async ({ call, step }: Sent): Promise<void> => {
      const body = callWrite(`w${step}`, { phase: phases[step], vendorIds: [`v${call}-${step}`] });
      // As an outbox does: it tries until it hears that all is well.
      for (let tries = 0; tries <= luck.length; tries += 1) {
        if ((await send('PUT', `/logs/call%2F${call}`, body)).status === 200) return;
      }
      throw new Error('The CRM never took the write.');
    };
    await Promise.all(order.map(write));
    const { json } = await get<LogRow[]>('/logs?session=a');
    const shown = json.map(({ key, phase, updates }) => ({ key, phase, updates }));
    expect(shown.sort((a, b) => a.key.localeCompare(b.key))).toEqual(
      lengths.map((length, call) => ({ key: `call/${call}`, phase: phases[length - 1], updates: length })),
    );
    crm.close();
  },
);
