import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A vendor's document. It stands beside the repository, not in it: its words and its code are not ours. */
export interface SeedDocument {
  readonly name: string;
  readonly isThere: boolean;
  read(): string;
}

export function seedDocument(
  name: 'ringcentral' | 'connect-me' | 'kunzite' | 'xivo' | 'tetherfi',
): SeedDocument {
  const file = fileURLToPath(new URL(`../../../../shared/seeds/${name}.md`, import.meta.url));
  return { name: `${name}.md`, isThere: existsSync(file), read: () => readFileSync(file, 'utf8') };
}
