import type { AllowList } from './allowList.js';
import type { Openness } from './guardAttributes.js';

/** All of the overlay's elements are inside one of this class. */
export const ownClass = 'offhook-cobrowse';

/** What may be told of an element: `gone` is a hole that keeps its place. */
export type Verdict = Openness | 'gone';

const gone = new Set(['script', 'noscript', 'title', 'meta', 'base', 'template', 'param', 'track']);
const boxes = new Set(['iframe', 'frame', 'object', 'embed', 'portal', 'fencedframe', 'datalist']);
const controls = new Set(['input', 'textarea', 'select', 'option', 'optgroup']);

/** Judges elements of one document, as they are now. */
export interface Verdicts {
  of(element: Element): Verdict;
  /** Of a name alone, where the element is not known any more. */
  ofName(name: string): Verdict;
  /** Whether a node is where nothing may be told: inside a box or a hole, in the overlay, in another document. */
  hides(node: Node): boolean;
}

const parentOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

export function createVerdicts(allow: AllowList, document: Document): Verdicts {
  const ofName = (name: string): Verdict => {
    if (gone.has(name)) return 'gone';
    return boxes.has(name) || controls.has(name) ? 'box' : 'plain';
  };
  const of = (element: Element): Verdict => {
    const name = element.localName.toLowerCase();
    if (gone.has(name) || element.classList.contains(ownClass)) return 'gone';
    if (!controls.has(name)) return ofName(name);
    return allow.allows(element) ? 'control' : 'box';
  };
  return {
    of,
    ofName,
    hides(node) {
      if (node !== document && node.ownerDocument !== document) return true;
      for (let each = parentOf(node); each !== null; each = parentOf(each)) {
        if (!(each instanceof Element)) continue;
        const verdict = of(each);
        if (verdict === 'box' || verdict === 'gone') return true;
      }
      return false;
    },
  };
}
