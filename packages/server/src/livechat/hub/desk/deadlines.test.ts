import * as fc from 'fast-check';
import { property } from '../../../testing/property.js';
import { Deadlines } from './deadlines.js';

property(
  'the earliest that holds comes next, and all that are due are found in order',
  fc.tuple(fc.array(fc.nat(50), { maxLength: 60 }), fc.nat(50), fc.nat(3)),
  async ([times, now, lifted]) => {
    const deadlines = new Deadlines();
    for (const [at, time] of times.entries()) deadlines.set({ at: time, kind: 'chat', id: String(at) });
    const holds = ({ id }: { readonly id: string }): boolean =>
      lifted === 0 || Number(id) % (lifted + 1) !== 0;
    const left = times.filter((_, at) => holds({ id: String(at) })).sort((one, other) => one - other);
    const due = deadlines.due(now).filter(holds);
    expect(due.map(({ at }) => at)).toEqual(left.filter((time) => time <= now));
    expect(deadlines.next(holds)).toBe(left[0]);
    expect(deadlines.due(now).filter(holds)).toEqual(due);
    return Promise.resolve();
  },
);
