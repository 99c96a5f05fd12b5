import { list, object, oneOf, text, whole } from '../../link/read.js';
import { guardCss } from './guardCss.js';
import { guardMutation } from './guardMutation.js';
import { guardNode, type GuardContext } from './guardNode.js';
import type { TextRules } from './textRules.js';
import { guardPageUrl } from './guardUrl.js';

/** Kinds of events and their sources, as the recorder numbers them. */
export const eventTypes = { whole: 2, change: 3, meta: 4 } as const;
export const sources = {
  mutation: 0,
  mouseMove: 1,
  mouseInteraction: 2,
  scroll: 3,
  resize: 4,
  input: 5,
  touchMove: 6,
  styleSheet: 8,
  drag: 12,
  styleDeclaration: 13,
  adoptedStyles: 15,
} as const;

type Data = Readonly<Record<string, unknown>>;

/** An event that may leave the page. */
export interface GuardedEvent {
  readonly type: number;
  readonly data: Data;
  /** The customer's clock, milliseconds since 1970. */
  readonly timestamp: number;
}

export interface GuardOptions extends Omit<GuardContext, 'texts'> {
  readonly texts: TextRules;
  /** Whether the customer's pointer may be told (row T-111). */
  readonly pointer: boolean;
}

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

const place = (value: unknown): number | readonly number[] | undefined => {
  const path = list(value);
  return path === undefined ? whole(value) : path.filter((step): step is number => whole(step) !== undefined);
};

const sheetOf = ({ id, styleId }: Record<string, unknown>): Data | undefined => {
  const sheet = {
    ...(whole(id) === undefined ? {} : { id }),
    ...(whole(styleId) === undefined ? {} : { styleId }),
  };
  return Object.keys(sheet).length === 0 ? undefined : sheet;
};

function rulesOf(value: unknown, document: Document): readonly Data[] {
  return (list(value) ?? []).flatMap((item) => {
    const one = object(item);
    const rule = text(one?.rule);
    const index = place(one?.index);
    if (rule === undefined) return [];
    return [{ rule: guardCss(rule, document), ...(index === undefined ? {} : { index }) }];
  });
}

function styleSheet(data: Record<string, unknown>, document: Document): Data | undefined {
  const sheet = sheetOf(data);
  if (sheet === undefined) return undefined;
  const removes = (list(data.removes) ?? []).flatMap((item) => {
    const index = place(object(item)?.index);
    return index === undefined ? [] : [{ index }];
  });
  const css = (key: 'replace' | 'replaceSync'): Data => {
    const given = text(data[key]);
    return given === undefined ? {} : { [key]: guardCss(given, document) };
  };
  return {
    ...sheet,
    ...(data.adds === undefined ? {} : { adds: rulesOf(data.adds, document) }),
    ...(data.removes === undefined ? {} : { removes }),
    ...css('replace'),
    ...css('replaceSync'),
  };
}

function styleDeclaration(data: Record<string, unknown>, document: Document): Data | undefined {
  const sheet = sheetOf(data);
  const index = place(data.index);
  const set = object(data.set);
  const property = text(set?.property);
  const removed = text(object(data.remove)?.property);
  if (sheet === undefined || index === undefined) return undefined;
  if (property !== undefined) {
    const value = text(set?.value);
    const priority = oneOf(set?.priority, ['important'] as const);
    return {
      ...sheet,
      index,
      set: { property, value: value === undefined ? null : guardCss(value, document), priority },
    };
  }
  return removed === undefined ? undefined : { ...sheet, index, remove: { property: removed } };
}

function adoptedStyles(data: Record<string, unknown>, document: Document): Data | undefined {
  const id = whole(data.id);
  if (id === undefined) return undefined;
  const styles = (list(data.styles) ?? []).flatMap((item) => {
    const style = object(item);
    const styleId = whole(style?.styleId);
    return styleId === undefined ? [] : [{ styleId, rules: rulesOf(style?.rules, document) }];
  });
  const styleIds = (list(data.styleIds) ?? []).filter((each) => whole(each) !== undefined);
  return { id, ...(styles.length === 0 ? {} : { styles }), styleIds };
}

function changeOf(
  data: Record<string, unknown>,
  options: GuardContext & Pick<GuardOptions, 'pointer'>,
): Data | undefined {
  const { document, nodeOf, pointer, verdicts } = options;
  const id = whole(data.id);
  const node = id === undefined ? null : nodeOf(id);
  /** A control that is not listed, or what is in the overlay or a frame. */
  const shut = (at: Node | null): boolean =>
    at === null || verdicts.hides(at) || (at instanceof Element && ['box', 'gone'].includes(verdicts.of(at)));

  switch (data.source) {
    case sources.mutation:
      return guardMutation(data, options);
    case sources.input:
      if (!(node instanceof Element) || shut(node) || verdicts.of(node) !== 'control') return undefined;
      return { id, text: text(data.text) ?? '', isChecked: data.isChecked === true };
    case sources.scroll:
      return shut(node) ? undefined : { id, x: number(data.x), y: number(data.y) };
    case sources.resize:
      return { width: number(data.width), height: number(data.height) };
    case sources.mouseMove:
    case sources.touchMove:
    case sources.drag:
      if (!pointer) return undefined;
      return {
        positions: (list(data.positions) ?? []).map((item) => {
          const { x, y, id: over, timeOffset } = object(item) ?? {};
          return { x: number(x), y: number(y), id: number(over), timeOffset: number(timeOffset) };
        }),
      };
    case sources.mouseInteraction:
      // A click on a choice that is not listed would say which.
      if (!pointer || shut(node) || (node instanceof Element && options.texts.masks(node))) return undefined;
      return { type: number(data.type), id, x: number(data.x), y: number(data.y) };
    case sources.styleSheet:
      return styleSheet(data, document);
    case sources.styleDeclaration:
      return styleDeclaration(data, document);
    case sources.adoptedStyles:
      return adoptedStyles(data, document);
    default:
      return undefined;
  }
}

/**
 * The second layer over what the recorder tells, and the one that decides: each event is made anew of what is known to be
 * harmless, judged by the page as it is now (P-22). What is not known does not pass.
 *
 * @returns the event that may leave; undefined when nothing is left of it
 * @example const guard = createGuard(options); record({ emit: (event) => send(guard(event)) });
 */
export function createGuard(options: GuardOptions): (event: unknown) => GuardedEvent | undefined {
  const dataOf = (type: unknown, data: Record<string, unknown>): Data | undefined => {
    // Nothing changes while one event is looked at.
    const now = { ...options, texts: options.texts.forNow() };
    switch (type) {
      case eventTypes.meta:
        return {
          href: guardPageUrl(text(data.href) ?? ''),
          width: number(data.width),
          height: number(data.height),
        };
      case eventTypes.whole: {
        const node = guardNode(data.node, now);
        const offset = object(data.initialOffset);
        if (node === undefined) return undefined;
        return { node, initialOffset: { top: number(offset?.top), left: number(offset?.left) } };
      }
      case eventTypes.change: {
        const change = changeOf(data, now);
        return change === undefined ? undefined : { source: data.source, ...change };
      }
      default:
        return undefined;
    }
  };
  return (value) => {
    const event = object(value);
    const data = object(event?.data);
    if (event === undefined || data === undefined) return undefined;
    const guarded = dataOf(event.type, data);
    return guarded === undefined
      ? undefined
      : { type: number(event.type), data: guarded, timestamp: number(event.timestamp) };
  };
}
