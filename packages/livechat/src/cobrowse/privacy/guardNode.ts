import { bool, list, object, text, whole } from '../../link/read.js';
import { guardAttributes } from './guardAttributes.js';
import { guardCss } from './guardCss.js';
import { maskText } from './masking.js';
import type { TextRules } from './textRules.js';
import type { Verdict, Verdicts } from './verdicts.js';

/** Types of nodes, as the recorder numbers them. */
const nodeTypes = { document: 0, doctype: 1, element: 2, text: 3, comment: 5 } as const;

/** A serialised node. */
export type GuardedNode = Readonly<Record<string, unknown>>;

/** What a guard judges with. */
export interface GuardContext {
  readonly document: Document;
  readonly verdicts: Verdicts;
  readonly texts: Pick<TextRules, 'masks'>;
  /** The page's own node of the recorder's id. */
  nodeOf(id: number): Node | null;
}

/** An empty comment: other nodes may name it as the one that they come before. */
const hole = (id: number): GuardedNode => ({ type: nodeTypes.comment, textContent: '', id });

/** Text that is in `parent`. What isn't known to be harmless is masked. */
export function guardText(value: string, node: Node | null, { texts, document }: GuardContext): string {
  const parent = node?.parentNode ?? null;
  if (parent === null) return maskText(value);
  const element = parent instanceof Element ? parent : null;
  if (element?.localName === 'style') return guardCss(value, document);
  return texts.masks(element) ? maskText(value) : value;
}

function verdictOf(node: Node | null, tagName: string, { verdicts }: GuardContext): Verdict {
  const named = verdicts.ofName(tagName.toLowerCase());
  if (!(node instanceof Element)) return named;
  const seen = verdicts.of(node);
  // The two tell of one element, unless the recorder is mistaken: then the stricter holds.
  return named === 'plain' || seen === 'gone'
    ? seen
    : named === 'gone'
      ? named
      : seen === 'plain'
        ? named
        : seen;
}

function guardElement(node: Record<string, unknown>, id: number, context: GuardContext): GuardedNode {
  const tagName = text(node.tagName);
  if (tagName === undefined || !/^[a-z][\w.-]*$/i.test(tagName)) return hole(id);
  const verdict = verdictOf(context.nodeOf(id), tagName, context);
  if (verdict === 'gone') return hole(id);
  return {
    type: nodeTypes.element,
    tagName,
    attributes: guardAttributes(node.attributes, verdict, context.document),
    childNodes: verdict === 'box' ? [] : guardNodes(node.childNodes, context),
    id,
    ...(bool(node.isSVG) === true ? { isSVG: true } : {}),
    ...(bool(node.isShadowHost) === true ? { isShadowHost: true } : {}),
    ...(bool(node.isShadow) === true ? { isShadow: true } : {}),
  };
}

const guardNodes = (value: unknown, context: GuardContext): readonly GuardedNode[] =>
  (list(value) ?? []).map((child) => guardNode(child, context)).filter((child) => child !== undefined);

/** A serialised node with all that is in it, made anew; undefined for what is none, or of a frame's document. */
export function guardNode(value: unknown, context: GuardContext): GuardedNode | undefined {
  const node = object(value);
  const id = whole(node?.id);
  if (node === undefined || id === undefined) return undefined;
  // A page that is recorded for the second time has a root to name, too.
  const root = whole(node.rootId);
  if (root !== undefined && context.nodeOf(root) !== context.document) return undefined;
  switch (node.type) {
    case nodeTypes.document:
      return {
        type: nodeTypes.document,
        childNodes: guardNodes(node.childNodes, context),
        ...(node.compatMode === 'BackCompat' ? { compatMode: node.compatMode } : {}),
        id,
      };
    case nodeTypes.doctype: {
      const { name, publicId, systemId } = node;
      return {
        type: nodeTypes.doctype,
        name: text(name) ?? 'html',
        publicId: text(publicId) ?? '',
        systemId: text(systemId) ?? '',
        id,
      };
    }
    case nodeTypes.element:
      return guardElement(node, id, context);
    case nodeTypes.text:
      return {
        type: nodeTypes.text,
        textContent: guardText(text(node.textContent) ?? '', context.nodeOf(id), context),
        id,
        ...(bool(node.isShadow) === true ? { isShadow: true } : {}),
      };
    default:
      return hole(id);
  }
}
