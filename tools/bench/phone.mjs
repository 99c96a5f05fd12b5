import { createOffhook } from '../../packages/core/dist/index.js';

/** A client with `count` live calls and one connector that the benchmark speaks for. */
export function phoneWith(count) {
  let context;
  const phone = createOffhook({
    connectors: [
      {
        id: 'bench',
        name: 'Bench',
        commands: {},
        connect: (given) => {
          context = given;
          return { send() {}, close() {} };
        },
      },
    ],
  });
  const reports = Array.from({ length: count }, (_, index) => ({
    type: 'call',
    ids: [`${index}`],
    state: 'active',
    direction: 'inbound',
    remote: { number: `+1216532${String(index).padStart(4, '0')}` },
  }));
  context.emit(reports);
  return { phone, emit: (report) => context.emit([report]) };
}
