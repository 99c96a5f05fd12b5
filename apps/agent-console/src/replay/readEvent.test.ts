import * as fc from 'fast-check';
import { change, element, hostile, meta, page, text, whole, type Recorded } from '../testing/pages.js';
import { property } from '../testing/property.js';
import { leadOf, readEvent } from './readEvent.js';

const mutation = (more: Readonly<Record<string, unknown>>) =>
  change({ source: 0, texts: [], attributes: [], removes: [], adds: [], ...more });

/** All elements of an event that was read, and their attributes. */
function elementsOf(event: unknown): readonly { tagName: string; attributes: Record<string, unknown> }[] {
  const found: { tagName: string; attributes: Record<string, unknown> }[] = [];
  JSON.stringify(event, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'tagName' in value) found.push(value as never);
    return value;
  });
  return found;
}

const dangerous =
  /^(?:script|iframe|frame|object|embed|applet|meta|base|link|set|animate|template|audio|video)$/;

function expectHarmless(event: unknown): void {
  for (const { tagName, attributes } of elementsOf(event)) {
    expect(tagName).not.toMatch(dangerous);
    for (const [name, value] of Object.entries(attributes)) {
      expect(name).not.toMatch(
        /^on|^(?:srcdoc|action|formaction|http-equiv|ping|target|autofocus|autoplay|srcset)$/i,
      );
      if (/^(?:href|src|xlink:href|poster)$/i.test(name) && typeof value === 'string')
        expect(value).toMatch(/^(?:https?:\/\/|data:image\/|#|$)/);
    }
  }
}

test('a hostile page: what is left of it does nothing, and its nodes keep their places', () => {
  const given = whole(...hostile());
  const event = readEvent(given);
  expectHarmless(event);
  const ids = (value: unknown) => new Set(JSON.stringify(value).match(/"id":\d+/g));
  // The children of what is hidden are gone with it.
  expect(ids(given).size - ids(event).size).toBeLessThan(4);
});

test('what shows something stays as it is', () => {
  const given = [
    element('p', { class: 'a', style: 'color: red', 'data-x': '1', 'aria-label': 'A' }, text('Hello')),
    element('img', { src: 'https://shop.example/a.png', rr_width: '10px', rr_height: '20.5px' }),
    element('img', { src: 'data:image/png;base64,AAAA' }),
    element('a', { href: 'https://shop.example/b#c' }, text('Link')),
    element('a', { href: '#top' }),
    element('style', { _cssText: '@media print { a { background: url(https://shop.example/a.png) } }' }),
    element('input', { type: 'checkbox', checked: true }),
    element('div', { rr_scrollTop: 20 }),
  ];
  const [, html] = (readEvent(whole(...given)) as unknown as { data: { node: { childNodes: Recorded[] } } })
    .data.node.childNodes;
  const body = (html?.['childNodes'] as readonly Recorded[])[1];
  expect(body?.['childNodes']).toEqual(given);
});

test('a stylesheet is what was written out of it, also when that comes later', () => {
  const later = element('link', { rel: 'stylesheet', href: 'https://shop.example/a.css', media: 'print' });
  const now = element('link', { rel: 'stylesheet', _cssText: 'a{}', href: 'https://shop.example/a.css' });
  const styles = elementsOf(readEvent(whole(later, now))).filter(({ tagName }) => tagName === 'style');
  expect(styles.map(({ attributes }) => attributes)).toEqual([{ media: 'print' }, { _cssText: 'a{}' }]);
});

test.each<[unknown, string]>([
  ['url(javascript:x)', 'url()'],
  ['url( "data:text/html,x" )', 'url("" )'],
  ['url(data:image/png;base64,AA)', 'url(data:image/png;base64,AA)'],
  ['scroll-behavior: smooth', 'scroll-behavior: smooth'],
])('of the style %s is left %s', (css, left) => {
  const found = elementsOf(readEvent(whole(element('i', { style: css }))));
  expect(found.find(({ tagName }) => tagName === 'i')?.attributes['style']).toBe(left);
});

test('changes are looked at as the page was', () => {
  const event = readEvent(
    mutation({
      adds: hostile().map((node) => ({ parentId: 1, nextId: null, node })),
      attributes: [
        { id: 1, attributes: { onclick: 'alert(1)', href: 'javascript:alert(1)', srcdoc: 'x', class: 'b' } },
        { id: 2, attributes: { style: { color: ['red', 'important'], width: false, 'x y': '1' } } },
      ],
    }),
  );
  expectHarmless(event);
  expect(event).toMatchObject({
    data: {
      attributes: [
        { id: 1, attributes: { href: null, class: 'b' } },
        { id: 2, attributes: { style: { color: ['red', 'important'], width: false } } },
      ],
    },
  });
});

test('a document in a document is not added', () => {
  const event = readEvent(mutation({ adds: [{ parentId: 5, nextId: null, node: page() }] }));
  expect(event).toMatchObject({ data: { adds: [] } });
});

test.each([
  null,
  'page',
  { type: 2 },
  { type: 2, data: { node: element('html') } },
  { type: 2, data: { node: { type: 0, id: 1, childNodes: [] } } },
  { type: 4, data: { width: -1, height: 1e9 } },
  { type: 5, data: { tag: 'x', payload: {} } },
  { type: 6, data: {} },
  change({ source: 9, id: 1, type: 0, property: 'constructor', args: [] }),
  change({ source: 10, family: 'x', fontSource: 'url(https://evil.example/)' }),
  change({ source: 7, id: 1, type: 0 }),
  change({ source: 2, type: 99, id: 1 }),
  change({ source: 2, type: 'Click', id: 1 }),
  change({ source: '__proto__' }),
])('%j is not shown', (given) => {
  expect(readEvent(given)).toBeUndefined();
});

test('pages are no deeper than a browser’s', () => {
  let node = element('div');
  for (let depth = 0; depth < 5_000; depth += 1) node = element('div', {}, node);
  expect(elementsOf(readEvent(whole(node))).length).toBeLessThan(400);
});

test('the mouse’s moves tell how long before they were made', () => {
  const moves = change({ source: 1, positions: [{ x: 1, y: 2, id: 3, timeOffset: -400 }] });
  const event = readEvent(moves);
  const still = readEvent(meta());
  expect([event && leadOf(event), still && leadOf(still)]).toEqual([400, 0]);
});

const names = fc.constantFrom(
  'script',
  'div',
  'iframe',
  'svg',
  'a',
  'meta',
  'x-y',
  'constructor',
  'link',
  'style',
);
const attributes = fc.dictionary(
  fc.constantFrom(
    'href',
    'SRC',
    'onload',
    'style',
    '_cssText',
    'rr_width',
    'srcdoc',
    'rel',
    'is',
    '__proto__',
  ),
  fc.oneof(
    fc.constantFrom(
      'javascript:alert(1)',
      '\u0001javascript:x',
      'data:text/html,x',
      'stylesheet',
      'https://a/',
      'x',
    ),
    fc.anything(),
  ),
);
const { node: nodes } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.anything(),
    fc.record({
      type: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(2)),
      id: fc.integer({ min: -1, max: 9 }),
      tagName: fc.oneof(names, fc.string()),
      attributes,
      isCustom: fc.boolean(),
      textContent: fc.string(),
      childNodes: fc.oneof(fc.array(tie('node'), { maxLength: 4 }), fc.anything()),
    }),
  ),
}));

property(
  'whatever comes, reading it does not throw, and what is left of it does nothing',
  fc.array(nodes, { maxLength: 5 }),
  (body) => {
    expectHarmless(readEvent(whole(...(body as readonly Recorded[]))));
    expectHarmless(readEvent(mutation({ adds: body.map((node) => ({ parentId: 1, nextId: null, node })) })));
    for (const each of body) expect(() => readEvent(each)).not.toThrow();
  },
);
