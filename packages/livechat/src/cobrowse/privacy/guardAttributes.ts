import { list, object } from '../../link/read.js';
import { boxNames, controlNames, layoutNames, recorderNames, urlNames } from './attributeNames.js';
import { guardCss } from './guardCss.js';
import { guardSrcset, guardUrl } from './guardUrl.js';

/** How much of an element may be told. */
export type Openness = 'plain' | 'control' | 'box';

type Plain = string | number | boolean | null;
type Style = Readonly<Record<string, unknown>>;
export type Attributes = Readonly<Record<string, Plain | Style>>;

const isPlain = (value: unknown): value is Plain =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Changed properties, as the recorder has them: `false` for one that is gone, `[value, priority]` for an important one. */
function guardStyle(style: Record<string, unknown>, document: Document): Style {
  return Object.fromEntries(
    Object.entries(style).flatMap(([name, value]): (readonly [string, unknown])[] => {
      if (value === false) return [[name, false]];
      if (typeof value === 'string') return [[name, guardCss(value, document)]];
      const [text, priority] = list(value) ?? [];
      if (typeof text !== 'string' || typeof priority !== 'string') return [];
      return [[name, [guardCss(text, document), priority === 'important' ? priority : '']]];
    }),
  );
}

function guardOne(
  name: string,
  value: unknown,
  openness: Openness,
  document: Document,
): Plain | Style | undefined {
  if (openness === 'box') return boxNames.has(name) && isPlain(value) ? value : undefined;
  if (name === 'style') {
    const style = object(value);
    if (style !== undefined) return guardStyle(style, document);
    return typeof value === 'string' ? guardCss(value, document) : null;
  }
  if (!isPlain(value)) return undefined;
  if (openness === 'control' && controlNames.has(name)) return value;
  if (recorderNames.has(name)) return value;
  if (name === '_cssText') return typeof value === 'string' ? guardCss(value, document) : undefined;
  if (urlNames.has(name)) return typeof value === 'string' ? guardUrl(value, document) : null;
  if (name === 'srcset') return typeof value === 'string' ? guardSrcset(value, document) : null;
  if (!layoutNames.has(name)) return undefined;
  // Such as `fill="url(#id)"`.
  return typeof value === 'string' && value.includes('url(') ? guardCss(value, document) : value;
}

/** Attributes of an element or a change of them, anew from what is known to be safe. */
export function guardAttributes(value: unknown, openness: Openness, document: Document): Attributes {
  const kept: Record<string, Plain | Style> = {};
  for (const [name, each] of Object.entries(object(value) ?? {})) {
    const guarded = guardOne(name, each, openness, document);
    if (guarded !== undefined) kept[name] = guarded;
  }
  return kept;
}
