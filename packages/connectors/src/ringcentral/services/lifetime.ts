import { nameOf, type RingCentralFrame } from '../wire.js';
import type { Profile } from './serviceContext.js';

/** What a widget says on its way up, before it is there. */
const before = /^(dialer-status|meeting-status|brand-assets|webphone-connection-status)$/;

/**
 * Tells when a widget has started, so that a service is registered with it once (U-47, U-48). A widget tells its state
 * (`pushAdapterState`) when it starts, and again when it is minimised. Only at the start does a dialer that isn't
 * ready come before it and no word of the sign-in between; a sign-out ends with such a word. Who comes late takes
 * the first frame for the start.
 *
 * @returns whether this frame is the moment to register
 */
export function watchLifetime(profile: Profile): (frame: RingCentralFrame) => boolean {
  let runs = false;
  let rises = false;
  let down = false;
  let signedIn = false;

  return (frame) => {
    const name = nameOf(frame);
    let starts = false;
    if (name === 'dialer-status') rises = frame['ready'] === false;
    else if (name === 'brand-assets') down = rises;
    else if (name === 'webphone-connection-status') {
      down = frame['connectionStatus'] === 'connectionStatus-disconnected';
    } else if (name === 'adapter-pushAdapterState') starts = !runs || (rises && down);
    else if (name === 'login-status') {
      // The widget of 2019 says nothing else when it is loaded anew; at a sign-out neither.
      starts = profile === '2019' && signedIn && frame['loggedIn'] === false;
      signedIn = frame['loggedIn'] === true;
      rises = false;
    }
    starts ||= !runs && !before.test(name);
    runs ||= starts;
    if (starts) rises = false;
    return starts;
  };
}
