import type { Vendor } from './simulator.js';

/** A sample app's page for a vendor's softphone. */
export interface VendorPage {
  readonly path: Vendor;
  /** The vendor's name, as people know it. */
  readonly name: string;
  /** Whether the dialer offers contacts. */
  readonly suggests: boolean;
}

export const vendorPages = {
  ringCentral: { path: 'ringcentral', name: 'RingCentral', suggests: true },
  connectMe: { path: 'connect-me', name: 'Connect Me', suggests: false },
  kunzite: { path: 'kunzite', name: 'Kunzite', suggests: true },
} as const satisfies Readonly<Record<string, VendorPage>>;
