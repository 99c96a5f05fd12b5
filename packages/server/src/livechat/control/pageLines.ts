import type { PageLine } from '../pages/clientLogRoute.js';

const most = 200;

/** The last lines that pages told, by site: for the switch. */
export function pageLines(): {
  keep(site: string, line: PageLine): void;
  of(site: string): readonly PageLine[];
  forget(site: string): void;
} {
  const all = new Map<string, PageLine[]>();
  return {
    keep(site, line) {
      const lines = all.get(site) ?? [];
      lines.push(line);
      if (lines.length > most) lines.shift();
      all.set(site, lines);
    },
    of: (site) => all.get(site) ?? [],
    forget: (site) => void all.delete(site),
  };
}
