import type { Channel } from '@offhook/core';
import { secureAddress } from '../secureAddress.js';
import type { ConnectMeDevices } from './devices.js';

/** When two sessions are taken for the two legs of one call. */
export interface MergeOptions {
  /** How many milliseconds the second may begin after the first. 2,000 unless given. */
  readonly windowMs?: number;
  /** The spelling by which numbers are compared. Left out: by their digits, with or without the country's code. */
  readonly normalise?: (number: string) => string;
}

/** Where the widget comes from, and what the host does for it. */
export interface ConnectMeOptions {
  /** The address that your provider gave you, such as `https://xyz.connect.example`. `#tpis=v1` is appended. */
  readonly url: string;
  /** Where its frames come from, if the address leads on to another origin. Left out: the address's own. */
  readonly origin?: string;
  /** Left out: `connect-me`. */
  readonly id?: string;
  /** Speaks over this instead of a frame, as tests do. */
  readonly channel?: Channel<unknown>;
  /** One inbound call rings as two sessions, the softphone's and the desk phone's: they are one call, unless `false`. */
  readonly merge?: boolean | MergeOptions;
  /** What the widget leaves to the host. Nothing, unless given. */
  readonly devices?: ConnectMeDevices;
  /** Told the names of the frames that are sent, and nothing else of them. The client's `trace` unless given. */
  readonly trace?: (message: string) => void;
}

const secured = (address: string): URL =>
  secureAddress(address, 'Give the https address of your Connect Me.');

/** The page to load, and the origin to speak with. */
export interface WidgetAddress {
  readonly src: string;
  readonly origin: string;
}

/** The page to load: without `#tpis=v1` the widget has no interface. */
export function widgetAddress({
  url,
  origin = url,
}: Pick<ConnectMeOptions, 'url' | 'origin'>): WidgetAddress {
  const page = secured(url);
  if (!/\btpis=v1$/.test(page.hash)) page.hash += `${page.hash && '&'}tpis=v1`;
  return { src: page.href, origin: secured(origin).origin };
}
