/** A vendor's page that each sample app has. */
export interface VendorPage {
  readonly path: string;
  /** The vendor's name, as people know it. */
  readonly name: string;
}

export const vendorPages: readonly VendorPage[] = [
  { path: 'ringcentral', name: 'RingCentral' },
  { path: 'connect-me', name: 'Connect Me' },
  { path: 'kunzite', name: 'Kunzite' },
  { path: 'xivo', name: 'XiVO' },
];
