import { guardUrl, noUrl } from './guardUrl.js';

/**
 * Comments; `@import` up to its end; `url(…)`; an attribute's selector; a string. In this order, so that what is in a string
 * is not taken for one of the others.
 */
const tokens =
  /\/\*[\s\S]*?(?:\*\/|$)|(@import\b(?:[^;"']|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')*(?:;|$))|\burl\(\s*(?:"((?:[^"\\]|\\[\s\S])*)(?:"|$)|'((?:[^'\\]|\\[\s\S])*)(?:'|$)|((?:[^)\\]|\\[\s\S])*))\s*(?:\)|$)|\[\s*(?:[\w-]*\|)?([\w-]+)\s*[~|^$*]?=\s*(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|[^\]\s"']*)[^\]"']*(?:\]|$)|"((?:[^"\\]|\\[\s\S])*)(?:"|$)|'((?:[^'\\]|\\[\s\S])*)(?:'|$)/gi;

/** Attributes that the agent's page has, so that a selector may name their values. */
const known = new Set([
  'class',
  'id',
  'type',
  'role',
  'dir',
  'lang',
  'rel',
  'hidden',
  'disabled',
  'open',
  'for',
]);

const looksLikeAddress = /^(?:[a-z][a-z0-9+.-]*:|\/|\.\.?\/)/i;

/** A rule that does nothing: the places of the others are told by number. */
const nothing = '@media not all{}';

const quote = (url: string): string => `"${url.replace(/["\\\n\r]/g, encodeURIComponent)}"`;

const unescape = (value: string): string =>
  value.replace(
    /\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi,
    (_all, code: string | undefined, char: string | undefined) => {
      if (code === undefined) return char ?? '';
      const point = parseInt(code, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
    },
  );

/**
 * A style sheet, a rule of one or a declaration, without comments, without query and hash of any address, and without selectors
 * for the values of attributes that are kept from the agent.
 */
export function guardCss(css: string, document: Document): string {
  const address = (value: string): string => quote(guardUrl(unescape(value), document) ?? noUrl);
  return css.replace(
    tokens,
    (
      all: string,
      imported: string | undefined,
      double: string | undefined,
      single: string | undefined,
      bare: string | undefined,
      attribute: string | undefined,
      inDouble: string | undefined,
      inSingle: string | undefined,
    ) => {
      if (imported !== undefined) return nothing;
      const url = double ?? single ?? bare;
      if (url !== undefined) return `url(${address(url)})`;
      if (attribute !== undefined) return known.has(attribute.toLowerCase()) ? all : '[offhook-kept]';
      const string = inDouble ?? inSingle;
      if (string === undefined) return '';
      return looksLikeAddress.test(unescape(string)) ? address(string) : all;
    },
  );
}
