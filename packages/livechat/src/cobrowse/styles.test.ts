import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mostCobrowseBytes } from '../scripts/cobrowseSizes.js';
import { minifyCss } from './minifyCss.js';

const sheet = (name: string): string => readFileSync(join(__dirname, 'styles', name), 'utf8');
const sheets = ['tetherfi-cobrowse', 'fontawesome-all'] as const;

test('T-10, T-11: the style sheets keep to their sizes, and stay whole when they are made small', () => {
  for (const name of sheets) {
    const small = minifyCss(sheet(`${name}.css`));
    expect(small.length).toBeLessThanOrEqual(mostCobrowseBytes[`Styles/${name}.min.css`]);
    expect(small.split('{').length).toBe(small.split('}').length);
    expect(small).not.toContain('/*');
  }
  expect(minifyCss('.a,\n.b > i {\n  color: red; /* x */\n  inset: 0 1px;\n}\n')).toBe(
    '.a,.b>i{color:red;inset:0 1px}',
  );
  expect(minifyCss('@media (max-width: 480px) {\n .a { top: calc(1px + 2px); }\n}')).toBe(
    '@media (max-width:480px){.a{top:calc(1px + 2px)}}',
  );
});

test('T-89, T-116: the styles load nothing, and touch no class but the overlay’s own', () => {
  for (const name of sheets) {
    const css = minifyCss(sheet(`${name}.css`));
    expect(css).not.toMatch(/url\(|@import|@font-face/);
    const selectors = css.replace(/@keyframes[^}]*\}\}/g, '').match(/[^{}]+(?=\{)/g) ?? [];
    for (const selector of selectors
      .filter((each) => !each.startsWith('@'))
      .flatMap((each) => each.split(',')))
      expect(selector.trim()).toMatch(/^\.offhook-cobrowse\b/);
  }
});
