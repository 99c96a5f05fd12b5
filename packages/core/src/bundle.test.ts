import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The modules that a module carries along, itself among them: types weigh nothing. */
function carriedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, from = ''] of source.matchAll(/^(?:import|export)(?! type)[^;]*?from '(\.[^']+)\.js';/gm))
    carriedBy(path.join(path.dirname(file), `${from}.ts`), seen);
  return seen;
}

const carries = (file: string): readonly string[] =>
  [...carriedBy(path.join(__dirname, file))].map((each) =>
    path.relative(__dirname, each).replaceAll('\\', '/'),
  );

const ofChats = [
  'store/chatStore.ts',
  'store/chatStreams.ts',
  'fold/foldChat.ts',
  'fold/foldMedia.ts',
  'fold/mediaEvents.ts',
  'command/chatRules.ts',
  'command/mediaRules.ts',
  'command/validateMedia.ts',
];

describe('an app whose connectors don’t chat', () => {
  it('carries nothing of chats, of video calls, of shared screens or of shown pages', () => {
    const carried = carries('offhook.ts');
    expect(carried).toEqual(
      expect.arrayContaining(['store/callStore.ts', 'command/execute.ts', 'noChats.ts']),
    );
    for (const each of ofChats) {
      expect(existsSync(path.join(__dirname, each))).toBe(true);
      expect(carried).not.toContain(each);
    }
    expect(carried.filter((each) => /^controls\/|[cC]hats\.ts$/.test(each))).toEqual(['noChats.ts']);
  });

  it('would carry it with what a connector that chats brings along', () => {
    expect(carries('chats.ts')).toEqual(expect.arrayContaining(ofChats));
  });
});
