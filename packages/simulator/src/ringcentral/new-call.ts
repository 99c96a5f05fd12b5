import { isDialing } from './call.js';
import { dialCall } from './call-desk.js';
import { navigate } from './route.js';
import { liveCalls, type RingCentralSession } from './session.js';
import type { Tab } from './tab.js';

export const digitsOf = (number: string): string => number.replace(/[^0-9*#]/g, '');

/** Why the widget would ignore a wish to dial; undefined when it wouldn't. */
export function refusesToDial(session: RingCentralSession, number: string): string | undefined {
  const { state } = session;
  if (!state.signedIn) return 'Nobody is signed in.';
  if (state.sip === 'lost') return 'The web phone has lost its connection.';
  if (digitsOf(number) === '') return 'The number has no digits.';
  if (liveCalls(session).some(isDialing)) return 'Another call is being set up.';
  if (liveCalls(session).some((call) => digitsOf(call.remote.number) === digitsOf(number))) {
    return 'There is a call with this number already.';
  }
  return undefined;
}

/** Puts a number into the dialer, over whatever somebody typed there. */
export function fillDialer(tab: Tab, text: string): void {
  tab.dialNumber = { text, version: tab.dialNumber.version + 1 };
  tab.searchText = '';
  tab.searchResults = [];
}

/** `rc-adapter-new-call`: fills in the number, and dials only with `toCall`. Ignored silently when it can't. */
export function newCall(tab: Tab, frame: Readonly<Record<string, unknown>>): void {
  const { phoneNumber, toCall } = frame;
  if (typeof phoneNumber !== 'string' || tab.stage !== 'ready') return;
  if (refusesToDial(tab.session, phoneNumber) !== undefined) return;
  fillDialer(tab, toCall ? '' : phoneNumber);
  if (toCall) {
    dialCall(tab.session, { number: phoneNumber });
  } else {
    navigate(tab, '/dialer');
  }
}
