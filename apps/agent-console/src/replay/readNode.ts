import { NodeType, type serializedNodeWithId } from '@rrweb/types';
import { isFields, isText, type Fields } from '../desk/wire/shape.js';
import { readAttributes, type SafeAttributes } from './readAttributes.js';
import { safeStyles } from './safeUrl.js';

type Node = serializedNodeWithId;
type ElementNode = Extract<Node, { readonly type: NodeType.Element }>;

const tag = /^[a-z][a-z0-9._:-]*$/;
const customTag = /^[a-z][a-z0-9._]*-[a-z0-9._-]*$/;
const reserved: ReadonlySet<string> = new Set([
  'annotation-xml',
  'color-profile',
  'font-face',
  'font-face-src',
  'font-face-uri',
  'font-face-format',
  'font-face-name',
  'missing-glyph',
]);

/** What loads or does something, and shows nothing: hidden, so that the nodes after it find their place. */
const hidden: ReadonlySet<string> = new Set([
  'animate',
  'animatemotion',
  'animatetransform',
  'base',
  'discard',
  'meta',
  'noscript',
  'script',
  'set',
  'template',
]);

/** Other documents and programs: an empty box. */
const boxes: ReadonlySet<string> = new Set([
  'applet',
  'audio',
  'embed',
  'fencedframe',
  'frame',
  'frameset',
  'iframe',
  'object',
  'portal',
  'video',
]);

/** What may have a shadow tree, beside elements of the page's own making. */
const hosts: ReadonlySet<string> = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** Deeper is no page of a person's, and a long way for whoever reads it. */
const deepest = 300;

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

const isCustomName = (name: string): boolean => customTag.test(name) && !reserved.has(name);

/** A stylesheet is what the recorder has written out of it, now or later; nothing is loaded. */
function linkAs({ rel, media, _cssText }: SafeAttributes): Shown {
  const isStylesheet = isText(rel) && /\bstylesheet\b/i.test(rel) && !/\balternate\b/i.test(rel);
  if (!isStylesheet && !isText(_cssText)) return { tagName: 'noscript', attributes: {}, hasChildren: false };
  const attributes = { ...(isText(media) ? { media } : {}), ...(isText(_cssText) ? { _cssText } : {}) };
  return { tagName: 'style', attributes, hasChildren: true };
}

interface Shown {
  readonly tagName: string;
  readonly attributes: SafeAttributes;
  readonly hasChildren: boolean;
}

function shownAs(name: string, given: SafeAttributes): Shown {
  if (!tag.test(name) || name === 'constructor')
    return { tagName: 'span', attributes: {}, hasChildren: true };
  if (name === 'link') return linkAs(given);
  if (hidden.has(name)) return { tagName: 'noscript', attributes: {}, hasChildren: false };
  if (boxes.has(name)) {
    const { id, class: className, style, rr_width, rr_height, width, height } = given;
    const attributes: SafeAttributes = {};
    for (const [key, value] of Object.entries({
      id,
      class: className,
      style,
      rr_width,
      rr_height,
      width,
      height,
    }))
      if (value !== undefined) attributes[key] = value;
    return { tagName: 'div', attributes, hasChildren: false };
  }
  return { tagName: name, attributes: given, hasChildren: true };
}

function readElement(fields: Fields, id: number, depth: number, shadow: object): ElementNode | undefined {
  const { tagName: given, attributes, childNodes, isSVG, isShadowHost, isCustom } = fields;
  if (!isText(given)) return undefined;
  const name = given.toLowerCase();
  const shown = shownAs(name, readAttributes(attributes));
  const custom = isCustomName(shown.tagName);
  return {
    type: NodeType.Element,
    id,
    tagName: shown.tagName,
    attributes: shown.attributes,
    childNodes: shown.hasChildren ? readChildren(childNodes, depth, shown.tagName === 'style') : [],
    ...(isSVG === true && shown.tagName === name ? { isSVG } : {}),
    ...(isCustom === true && custom ? { isCustom } : {}),
    ...(isShadowHost === true && (custom || hosts.has(shown.tagName)) ? { isShadowHost } : {}),
    ...shadow,
  };
}

function readChildren(value: unknown, depth: number, inStyle = false): Node[] {
  if (!Array.isArray(value) || depth >= deepest) return [];
  return value.flatMap((child: unknown) => {
    const node = readAny(child, depth + 1, inStyle);
    return node === undefined || node.type === NodeType.Document ? [] : [node];
  });
}

/** One doctype and one element is all that a document has. */
function rootsOf(value: unknown, depth: number): Node[] {
  const found = readChildren(value, depth).filter(
    ({ type }) => type === NodeType.Element || type === NodeType.DocumentType || type === NodeType.Comment,
  );
  const doctype = found.find(({ type }) => type === NodeType.DocumentType);
  const root = found.find((node) => node.type === NodeType.Element && node.tagName === 'html');
  return [doctype, root].filter((node) => node !== undefined);
}

function readAny(value: unknown, depth: number, inStyle: boolean): Node | undefined {
  if (!isFields(value)) return undefined;
  const { id, type, textContent, isShadow } = value;
  if (!isId(id)) return undefined;
  const shadow = isShadow === true ? { isShadow } : {};
  switch (type) {
    case NodeType.Document: {
      const { compatMode } = value;
      const childNodes = rootsOf(value['childNodes'], depth);
      if (!childNodes.some((node) => node.type === NodeType.Element)) return undefined;
      return { type, id, childNodes, ...(compatMode === 'BackCompat' ? { compatMode } : {}) };
    }
    case NodeType.DocumentType:
      return { type, id, name: 'html', publicId: '', systemId: '' };
    case NodeType.Element:
      return readElement(value, id, depth, shadow);
    case NodeType.Text: {
      if (!isText(textContent)) return undefined;
      const isStyle = inStyle || value['isStyle'] === true;
      return isStyle
        ? { type, id, textContent: safeStyles(textContent), isStyle: true, ...shadow }
        : { type, id, textContent, ...shadow };
    }
    // A document of HTML has no CDATA; nobody sees either.
    case NodeType.CDATA:
    case NodeType.Comment:
      return { type: NodeType.Comment, id, textContent: '', ...shadow };
    default:
      return undefined;
  }
}

/** Reads a part of a page: what shows something, and nothing that does something. */
export function readNode(value: unknown): Node | undefined {
  const node = readAny(value, 0, false);
  return node?.type === NodeType.Document ? undefined : node;
}

/** Reads a whole page. */
export function readPage(value: unknown): Node | undefined {
  const node = readAny(value, 0, false);
  return node?.type === NodeType.Document ? node : undefined;
}
