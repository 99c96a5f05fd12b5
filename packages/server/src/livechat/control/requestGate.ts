import type { Clock } from '../../clock.js';
import { FrontError } from '../http/frontError.js';
import type { Faults } from './faults.js';

/** Makes a site's faults happen to a customer's request: resolves when it may be served. */
export type RequestGate = (site: string) => Promise<void>;

/** Requests of a site that is offline are refused; those of a silent one wait until it isn't, those of a slow one a while. */
export function requestGate(faults: Faults, clock: Clock): RequestGate {
  const refuse = (site: string): void => {
    if (faults.of(site)?.offline === true) throw new FrontError('unavailable', 'The chat is offline.');
  };
  return async (site) => {
    refuse(site);
    const { silent = false, delayMs = 0 } = faults.of(site) ?? {};
    if (silent) {
      await new Promise<void>((resolve) => {
        const stop = faults.onChange((changed) => {
          if (changed !== site || faults.of(site)?.silent === true) return;
          stop();
          resolve();
        });
      });
      refuse(site);
    }
    if (delayMs > 0) await new Promise<void>((resolve) => clock.setTimeout(resolve, delayMs));
  };
}
