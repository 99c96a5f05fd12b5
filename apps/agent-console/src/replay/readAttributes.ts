import { isFields, isText } from '../desk/wire/shape.js';
import { safeStyles, safeUrl } from './safeUrl.js';

/** What an element of a replay may have. */
export type SafeAttributes = Record<string, string | number | true | null>;

/** What a change of an element may have; a style also by its properties. */
export type SafeChanges = Record<string, string | Record<string, string | false | [string, string]> | null>;

const name = /^[a-z_:][\w:.-]*$/i;

const addresses: ReadonlySet<string> = new Set(['href', 'src', 'xlink:href', 'poster', 'background', 'cite']);

/** What does something by itself, leads elsewhere, or asks for the keyboard. */
const dropped: ReadonlySet<string> = new Set([
  'action',
  'archive',
  'attributionsrc',
  'autofocus',
  'autoplay',
  'classid',
  'codebase',
  'contenteditable',
  'crossorigin',
  'data',
  'download',
  'form',
  'formaction',
  'formtarget',
  'http-equiv',
  'imagesrcset',
  'integrity',
  'is',
  'longdesc',
  'manifest',
  'nonce',
  'ping',
  'popovertarget',
  'profile',
  'rr_src',
  'srcdoc',
  'srcset',
  'target',
  'usemap',
]);

const size = /^\d{1,6}(?:\.\d{1,6})?px$/;

/** The recorder's own: what it has measured, drawn and scrolled. */
function readSpecial(key: string, value: unknown): string | number | undefined {
  switch (key) {
    case 'rr_width':
    case 'rr_height':
      return isText(value) && size.test(value) ? value : undefined;
    case 'rr_scrollleft':
    case 'rr_scrolltop':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'rr_dataurl':
      return isText(value) && value.startsWith('data:image/') ? safeUrl(value) : undefined;
    case 'rr_open_mode':
      return value === 'modal' || value === 'non-modal' ? value : undefined;
    default:
      return undefined;
  }
}

const specials: Readonly<Record<string, string>> = {
  rr_scrollleft: 'rr_scrollLeft',
  rr_scrolltop: 'rr_scrollTop',
  rr_dataurl: 'rr_dataURL',
};

function readText(key: string, value: string): string | undefined {
  if (addresses.has(key)) return safeUrl(value);
  return key === 'style' || key === '_csstext' ? safeStyles(value) : value;
}

const isSafeName = (key: string, read: string): boolean =>
  name.test(key) && !read.startsWith('on') && !dropped.has(read);

/** Reads the attributes of an element: those that only show something. */
export function readAttributes(value: unknown): SafeAttributes {
  const safe: SafeAttributes = {};
  if (!isFields(value)) return safe;
  for (const [key, given] of Object.entries(value)) {
    const read = key.toLowerCase();
    if (!isSafeName(key, read)) continue;
    if (read.startsWith('rr_')) {
      const special = readSpecial(read, given);
      if (special !== undefined) safe[specials[read] ?? read] = special;
    } else if (given === true || given === null || (typeof given === 'number' && Number.isFinite(given)))
      safe[key] = addresses.has(read) ? null : given;
    else if (isText(given)) {
      const text = readText(read, given);
      if (text !== undefined) safe[key] = text;
    }
  }
  return safe;
}

function readStyle(value: Readonly<Record<string, unknown>>) {
  const style: Record<string, string | false | [string, string]> = {};
  for (const [property, given] of Object.entries(value)) {
    if (!/^-{0,2}[a-z][\w-]*$/i.test(property)) continue;
    if (given === false) style[property] = false;
    else if (isText(given)) style[property] = safeStyles(given);
    else if (Array.isArray(given)) {
      const pair: readonly unknown[] = given;
      const [text, priority] = pair;
      if (isText(text)) style[property] = [safeStyles(text), priority === 'important' ? 'important' : ''];
    }
  }
  return style;
}

/** Reads how the attributes of an element have changed; `null` takes one away. */
export function readChanges(value: unknown): SafeChanges {
  const safe: SafeChanges = {};
  if (!isFields(value)) return safe;
  for (const [key, given] of Object.entries(value)) {
    const read = key.toLowerCase();
    if (!isSafeName(key, read) || read.startsWith('rr_')) continue;
    if (given === null) safe[key] = null;
    else if (isText(given)) safe[key] = readText(read, given) ?? null;
    else if (read === 'style' && isFields(given)) safe[key] = readStyle(given);
  }
  return safe;
}
