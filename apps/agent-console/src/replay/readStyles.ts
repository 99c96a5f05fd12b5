import { IncrementalSource, type incrementalData, type styleSheetAddRule } from '@rrweb/types';
import { isCount, isFields, isText, listOf, type Fields } from '../desk/wire/shape.js';
import { safeStyles } from './safeUrl.js';

type Index = number | number[];

const isIndexes = (value: unknown): value is number[] => Array.isArray(value) && value.every(isCount);

const readIndex = (value: unknown): Index | undefined =>
  isCount(value) || isIndexes(value) ? value : undefined;

function readRule(value: unknown): styleSheetAddRule | undefined {
  if (!isFields(value) || !isText(value['rule'])) return undefined;
  const index = readIndex(value['index']);
  return { rule: safeStyles(value['rule']), ...(index === undefined ? {} : { index }) };
}

function readRemove(value: unknown): { index: Index } | undefined {
  const index = isFields(value) ? readIndex(value['index']) : undefined;
  return index === undefined ? undefined : { index };
}

/** Of which stylesheet: an element's, or one that was made by a script. */
function sheetOf({ id, styleId }: Fields): { id?: number; styleId?: number } | undefined {
  if (isCount(styleId) && styleId > 0) return { styleId };
  return isCount(id) && id > 0 ? { id } : undefined;
}

/** Reads which rules of a stylesheet came and went. */
export function readStyleSheetRule(fields: Fields): incrementalData | undefined {
  const sheet = sheetOf(fields);
  if (sheet === undefined) return undefined;
  const { adds, removes, replace, replaceSync } = fields;
  return {
    source: IncrementalSource.StyleSheetRule,
    ...sheet,
    adds: [...listOf(adds, readRule)],
    removes: [...listOf(removes, readRemove)],
    ...(isText(replace) ? { replace: safeStyles(replace) } : {}),
    ...(isText(replaceSync) ? { replaceSync: safeStyles(replaceSync) } : {}),
  };
}

/** Reads how one rule has changed. */
export function readStyleDeclaration(fields: Fields): incrementalData | undefined {
  const sheet = sheetOf(fields);
  const { index, set, remove } = fields;
  if (sheet === undefined || !isIndexes(index)) return undefined;
  const base = { source: IncrementalSource.StyleDeclaration as const, ...sheet, index };
  if (isFields(set) && isText(set['property']) && (isText(set['value']) || set['value'] === null)) {
    const { property, value, priority } = set;
    return {
      ...base,
      set: {
        property,
        value: value === null ? null : safeStyles(value),
        priority: priority === 'important' ? 'important' : undefined,
      },
    };
  }
  return isFields(remove) && isText(remove['property'])
    ? { ...base, remove: { property: remove['property'] } }
    : undefined;
}

/** Reads which stylesheets of a script's a document has. */
export function readAdopted({ id, styles, styleIds }: Fields): incrementalData | undefined {
  if (!isCount(id) || !isIndexes(styleIds)) return undefined;
  const read = (value: unknown) =>
    isFields(value) && isCount(value['styleId'])
      ? { styleId: value['styleId'], rules: [...listOf(value['rules'], readRule)] }
      : undefined;
  return {
    source: IncrementalSource.AdoptedStyleSheet,
    id,
    styleIds,
    ...(Array.isArray(styles) ? { styles: [...listOf(styles, read)] } : {}),
  };
}
