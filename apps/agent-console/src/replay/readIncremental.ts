import {
  IncrementalSource,
  MouseInteractions,
  PointerTypes,
  type addedNodeMutation,
  type incrementalData,
  type mousePosition,
} from '@rrweb/types';
import { isFields, isOneOf, isText, listOf, type Fields } from '../desk/wire/shape.js';
import { readChanges } from './readAttributes.js';
import { readNode } from './readNode.js';
import { readAdopted, readStyleDeclaration, readStyleSheetRule } from './readStyles.js';

const interactions = [
  MouseInteractions.MouseUp,
  MouseInteractions.MouseDown,
  MouseInteractions.Click,
  MouseInteractions.ContextMenu,
  MouseInteractions.DblClick,
  MouseInteractions.Focus,
  MouseInteractions.Blur,
  MouseInteractions.TouchStart,
  MouseInteractions.TouchEnd,
  MouseInteractions.TouchCancel,
] as const;

const pointers = [PointerTypes.Mouse, PointerTypes.Pen, PointerTypes.Touch] as const;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

/** A neighbour: none, or one that isn't in the page yet. */
const readNeighbour = (value: unknown): number | null => (isId(value) || value === -1 ? value : null);

function readAdd(value: unknown): addedNodeMutation | undefined {
  if (!isFields(value)) return undefined;
  const { parentId, nextId, previousId } = value;
  const node = readNode(value['node']);
  if (!isId(parentId) || node === undefined) return undefined;
  return {
    parentId,
    nextId: readNeighbour(nextId),
    ...(previousId === undefined ? {} : { previousId: readNeighbour(previousId) }),
    node,
  };
}

function readRemove(value: unknown) {
  if (!isFields(value)) return undefined;
  const { parentId, id, isShadow } = value;
  return isId(parentId) && isId(id)
    ? { parentId, id, ...(isShadow === true ? { isShadow } : {}) }
    : undefined;
}

function readTextChange(value: unknown) {
  if (!isFields(value)) return undefined;
  const { id, value: text } = value;
  return isId(id) && (isText(text) || text === null) ? { id, value: text } : undefined;
}

function readAttributeChange(value: unknown) {
  if (!isFields(value) || !isId(value['id'])) return undefined;
  return { id: value['id'], attributes: readChanges(value['attributes']) };
}

function readPosition(value: unknown): mousePosition | undefined {
  if (!isFields(value)) return undefined;
  const { x, y, id, timeOffset } = value;
  return isNumber(x) && isNumber(y) && Number.isSafeInteger(id) && isNumber(timeOffset)
    ? { x, y, id: Number(id), timeOffset: Math.min(0, Math.max(-1_000, timeOffset)) }
    : undefined;
}

function readRange(value: unknown) {
  if (!isFields(value)) return undefined;
  const { start, startOffset, end, endOffset } = value;
  return isId(start) && isNumber(startOffset) && isId(end) && isNumber(endOffset)
    ? { start, startOffset, end, endOffset }
    : undefined;
}

const pointer =
  (source: IncrementalSource.MouseMove | IncrementalSource.TouchMove | IncrementalSource.Drag) =>
  ({ positions }: Fields): incrementalData | undefined => {
    const read = [...listOf(positions, readPosition)];
    return read.length === 0 ? undefined : { source, positions: read };
  };

/** Readers of what is shown; a drawn canvas, a font and a playing film are not. */
const readers: Readonly<Partial<Record<IncrementalSource, (fields: Fields) => incrementalData | undefined>>> =
  {
    [IncrementalSource.Mutation]: ({ texts, attributes, removes, adds }) => ({
      source: IncrementalSource.Mutation,
      texts: [...listOf(texts, readTextChange)],
      attributes: [...listOf(attributes, readAttributeChange)],
      removes: [...listOf(removes, readRemove)],
      adds: [...listOf(adds, readAdd)],
    }),
    [IncrementalSource.MouseMove]: pointer(IncrementalSource.MouseMove),
    [IncrementalSource.TouchMove]: pointer(IncrementalSource.TouchMove),
    [IncrementalSource.Drag]: pointer(IncrementalSource.Drag),
    [IncrementalSource.MouseInteraction]: ({ type, id, x, y, pointerType }) =>
      isOneOf(interactions, type) && isId(id)
        ? {
            source: IncrementalSource.MouseInteraction,
            type,
            id,
            ...(isNumber(x) ? { x } : {}),
            ...(isNumber(y) ? { y } : {}),
            ...(isOneOf(pointers, pointerType) ? { pointerType } : {}),
          }
        : undefined,
    [IncrementalSource.Scroll]: ({ id, x, y }) =>
      isId(id) && isNumber(x) && isNumber(y) ? { source: IncrementalSource.Scroll, id, x, y } : undefined,
    [IncrementalSource.ViewportResize](fields) {
      const size = readSize(fields);
      return size === undefined ? undefined : { source: IncrementalSource.ViewportResize, ...size };
    },
    [IncrementalSource.Input]: ({ id, text, isChecked }) =>
      isId(id) && isText(text)
        ? { source: IncrementalSource.Input, id, text, isChecked: isChecked === true }
        : undefined,
    [IncrementalSource.StyleSheetRule]: readStyleSheetRule,
    [IncrementalSource.StyleDeclaration]: readStyleDeclaration,
    [IncrementalSource.Selection]: ({ ranges }) => ({
      source: IncrementalSource.Selection,
      ranges: [...listOf(ranges, readRange)],
    }),
    [IncrementalSource.AdoptedStyleSheet]: readAdopted,
  };

/** The size of a window, if one can be so large. */
export function readSize({ width, height }: Fields): { width: number; height: number } | undefined {
  const isLength = (value: unknown): value is number => isNumber(value) && value >= 1 && value <= 20_000;
  return isLength(width) && isLength(height) ? { width, height } : undefined;
}

const isKnown = (source: unknown): source is IncrementalSource =>
  typeof source === 'number' && Object.hasOwn(readers, source);

/** Reads how a page has changed. */
export function readIncremental(value: unknown): incrementalData | undefined {
  if (!isFields(value)) return undefined;
  const { source } = value;
  return isKnown(source) ? readers[source]?.(value) : undefined;
}
