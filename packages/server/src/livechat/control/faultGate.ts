import type { Clock } from '../../clock.js';
import type { Gate } from '../links/socketConnection.js';
import { faultLane } from './faultLane.js';
import type { Faults } from './faults.js';

/**
 * Makes a site's faults happen on one connection of a customer.
 *
 * @param random from 0 to less than 1
 */
export function faultGate(site: string, faults: Faults, clock: Clock, random: () => number): Gate {
  const read = (): ReturnType<Faults['of']> => faults.of(site);
  // Only what goes out is late: both ways would be twice as late as was asked for.
  const silentOnly = (): ReturnType<Faults['of']> => (read()?.silent === true ? { silent: true } : undefined);
  const [inwards, outwards] = [faultLane(silentOnly, clock), faultLane(read, clock)];

  return {
    incoming: (deliver) => inwards.put(deliver),
    outgoing(text, { deliver, cut }) {
      outwards.put(() => {
        const { drop = 0, malformed = 0, duplicate = 0 } = read() ?? {};
        if (random() < drop) {
          cut();
          return;
        }
        if (random() < malformed) deliver(text.slice(0, text.length / 2));
        deliver(text);
        if (random() < duplicate) deliver(text);
      });
    },
    changed() {
      inwards.changed();
      outwards.changed();
    },
    end() {
      inwards.end();
      outwards.end();
    },
  };
}
