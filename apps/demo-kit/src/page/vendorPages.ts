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
  { path: 'tetherfi', name: 'Tetherfi' },
];

/** Whether a link leads to the page at `path` (`page`), or to a part of it (`true`), as `aria-current` says it. */
export function ariaCurrent(link: VendorPage, path: string): 'page' | 'true' | undefined {
  if (path === link.path) return 'page';
  return path.startsWith(`${link.path}/`) ? 'true' : undefined;
}
