import type { Addresses } from './addresses.js';

/** How the sample apps embed Kunzite, as the options of `kunzite()`. */
export const kunziteWidget = ({ kunzite }: Addresses) => ({ url: kunzite });

/** What opens it by itself: a call that comes, and one that is made. */
export const kunziteOpensOn = ['ringing', 'dialing'] as const;

/** Whether there is room for the widget beside the page: on a narrow screen it stays closed until it is needed. */
export const hasRoomForWidget = (): boolean => matchMedia('(min-width: 48rem)').matches;
